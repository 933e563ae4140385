import ConvolutionEngine

/// The text of a dense layer: `4x4 tied delta 1 no-bias seed 7`. Only the size has to be there; the rest in any order.
extension DenseStudy {
  init(reading words: inout ActionWords) throws(ActionTextError) {
    let sizeWord = words.first ?? ""
    let size = try words.size()
    var (isTied, hasBias) = (false, true)
    var reach: Int?
    var seed: UInt64 = 1
    while let word = words.first {
      if words.take("tied") {
        isTied = true
      } else if words.take("no-bias") {
        hasBias = false
      } else if words.take("delta") {
        let word = try words.next(.reach(upTo: Self.sides.upperBound))
        guard let number = Int(word), Self.allows(number) else {
          throw ActionTextError(word: word, expected: .reach(upTo: Self.sides.upperBound))
        }
        reach = number
      } else if words.take("seed") {
        let word = try words.next(.seed)
        guard let number = UInt64(word) else { throw ActionTextError(word: word, expected: .seed) }
        seed = number
      } else {
        throw ActionTextError(word: word, expected: .denseRule)
      }
    }
    guard let study = DenseStudy(size: size, isTied: isTied, reach: reach, hasBias: hasBias, seed: seed) else {
      throw ActionTextError(word: sizeWord, expected: .sizeUpTo(Self.sides.upperBound))
    }
    self = study
  }

  /// The words that `init(reading:)` reads back; what is as at the start is left out.
  var text: String {
    "\(size.vertical)x\(size.horizontal)" + (isTied ? " tied" : "") + (reach.map { " delta \($0)" } ?? "")
      + (hasBias ? "" : " no-bias") + (seed == 1 ? "" : " seed \(seed)")
  }
}
