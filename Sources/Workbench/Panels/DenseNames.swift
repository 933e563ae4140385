import Explorer

/// The short names of weights: a letter for each of a few tied ones, else a number. Equal names are one weight.
struct DenseNames {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private let hasLetters: Bool
  /// The columns of the longest name.
  let columns: Int

  init(_ study: DenseStudy) {
    let size = study.kernelSize
    let tied = size.vertical * size.horizontal
    hasLetters = study.isTied && tied <= Self.letters.count
    // Own weights are numbered as if none was cut, so that their numbers stay while Δ changes.
    columns = hasLetters ? 1 : "\(study.isTied ? tied : study.counts(.dense).edgeCount)".count
  }

  func text(_ name: DenseStudy.WeightName) -> String {
    switch name {
    case .tied(let number) where hasLetters: String(Self.letters[number - 1])
    case .tied(let number), .own(let number): "\(number)"
    }
  }
}
