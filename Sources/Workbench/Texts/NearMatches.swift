/// Which known names somebody may have meant by an unknown one.
package enum NearMatches {
  /// Names longer than this are not compared: nobody types them by mistake.
  private static let longest = 40

  /// At most five of `names`, in their order: those that hold `name` or are held by it, and those at most a third of
  /// its letters (at least one) away by insertions, removals and replacements.
  package static func of(_ name: String, in names: [String]) -> [String] {
    let wanted = Array(name.lowercased().prefix(longest + 1))
    guard !wanted.isEmpty, wanted.count <= longest else { return [] }
    let near = names.filter { candidate in
      let letters = Array(candidate.lowercased())
      return contains(letters, wanted) || contains(wanted, letters)
        || distance(wanted, letters) <= max(1, wanted.count / 3)
    }
    return Array(near.prefix(5))
  }

  /// Whether `part`, if it is long enough to mean something, stands somewhere in `whole`.
  private static func contains(_ whole: [Character], _ part: [Character]) -> Bool {
    guard part.count >= 3, part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// The Levenshtein distance, row by row. Complexity: O(n × m).
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[second.count]
  }
}
