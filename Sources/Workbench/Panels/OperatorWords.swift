import ConvolutionEngine
import Explorer

/// A step of an operator without weights as a plain sentence: what is looked at, and what is made of it.
struct OperatorWords {
  private let arithmetic: Arithmetic
  private let context: PanelContext

  init(_ arithmetic: Arithmetic, _ context: PanelContext) {
    self.arithmetic = arithmetic
    self.context = context
  }

  /// Nil where the values are too many to be looked at one by one.
  var sentence: String? {
    guard let trace = arithmetic.trace else { return nil }
    let count = "\(arithmetic.termCount)"
    let value = value
    guard !arithmetic.isPartial else {
      return arithmetic.shownTerms == 0
        ? context.text(.wordsNoValue, count)
        : context.text(partial(trace.reduction), "\(arithmetic.shownTerms)", count, value)
    }
    switch trace.reduction {
    case .max:
      guard let winner = arithmetic.winner else { return context.text(.wordsLargest, count, value) }
      let place = trace.terms[winner].position
      return context.text(.wordsLargestAt, count, value, "\(place.row),\(place.column)")
    case .mean: return context.text(.wordsMean, count, value)
    case .exponentialSum: return context.text(.wordsShare, count, value)
    case .sum, .single:
      let input = trace.terms.first.map { NumberText.shortest($0.value) } ?? context.glyphs.unknown
      return context.text(trace.epilogue.isEmpty ? .wordsCopied : .wordsBecomes, input, value)
    }
  }

  /// The finished number or that after the values so far; unknown while it is asked for.
  private var value: String {
    let known = arithmetic.result ?? arithmetic.runningValues.last.map { Float($0) }
    return known.map { NumberText.shortest($0) } ?? context.glyphs.unknown
  }

  private func partial(_ reduction: CellTrace.Reduction) -> TextKey {
    switch reduction {
    case .max: .wordsLargestSoFar
    case .mean: .wordsMeanSoFar
    case .exponentialSum: .wordsPowersSoFar
    case .sum, .single: .wordsValuesSoFar
    }
  }
}
