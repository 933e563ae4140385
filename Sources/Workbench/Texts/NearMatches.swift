/// Which known names somebody may have meant by an unknown one.
package enum NearMatches {
  /// Names longer than this are not compared: nobody types them by mistake.
  private static let longest = 40

  /// At most five of `names`, in their order: those that hold `name` or are held by it, and those at most a third of
  /// its letters (at least one) away by insertions, removals, replacements and swaps of neighbours.
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

  /// The edit distance where two neighbours that changed places count once (optimal string alignment, Damerau 1964),
  /// over three rows of its table. Complexity: O(n × m).
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let replaced = above[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(replaced, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = above
      above = current
    }
    return above[second.count]
  }
}
