/// How well a text answers what was typed to find it.
enum FuzzyMatch {
  /// A score, larger for a better match; nil when the letters of a word do not all stand in the text in their order.
  ///
  /// Every word of the query has to match. Letters that follow each other and letters at the start of a word count more,
  /// a long text a little less. Upper and lower case are the same.
  static func score(_ query: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var total = 0
    for word in query.lowercased().split(separator: " ") {
      guard let score = score(Array(word), in: letters) else { return nil }
      total += score
    }
    return total * 100 - letters.count
  }

  private static func score(_ word: [Character], in letters: [Character]) -> Int? {
    // Each start is tried: the first letter that fits need not be the one that was meant.
    letters.indices.filter { letters[$0] == word[0] }.compactMap { start -> Int? in
      var score = 0
      var place = start
      var last: Int?
      for letter in word {
        guard let found = letters[place...].firstIndex(of: letter) else { return nil }
        let isStart = found == 0 || !(letters[found - 1].isLetter || letters[found - 1].isNumber)
        score += 1 + (last == found - 1 ? 4 : 0) + (isStart ? 3 : 0)
        last = found
        place = found + 1
      }
      return score
    }.max()
  }
}
