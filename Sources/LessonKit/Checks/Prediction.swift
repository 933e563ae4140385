import ConvolutionEngine
import Explorer

/// The question "what is the value of the next output cell?", and the judgement of an answer to it.
///
/// The next cell is the one after the current cell in reading order, at the time of the answer. An answer is right when it is
/// that value, or when it has at least two decimals and the value lies within half a unit of the last of them: 0.11 and
/// 0.111 are right for 1/9, and so is `1/9`; 0.1 and 0 are not. Whole numbers have to be exact.
struct Prediction {
  let state: ExplorerState

  private var experiment: Experiment { state.experiment }

  /// The cell that is asked for; nil at the last one.
  var asked: Coordinate? {
    let offset = state.cellOffset + 1
    return offset < state.outputShape.count ? state.outputShape.coordinate(at: offset) : nil
  }

  func judge(_ text: String) -> Verdict {
    guard let asked else { return wrong(.noNextCell, given: nil) }
    guard let answer = AnswerText(text) else { return wrong(.notANumber, given: nil) }
    guard !state.isRevealed(asked) else { return wrong(.alreadyShown, given: answer.value) }
    let expected = experiment.value(at: asked)
    guard !answer.isRight(for: expected) else { return .passed }
    let known = mistakes(asked: asked, expected: expected).first { _, value in answer.isRight(for: value) }
    return wrong(known?.0 ?? .unknown, given: answer.value)
  }

  private func wrong(_ mistake: CheckDiagnosis.Mistake, given: Float?) -> Verdict {
    .wrong(CheckDiagnosis(asked: asked, given: given, mistake: mistake))
  }

  /// The numbers that common mistakes lead to, the likeliest first.
  private func mistakes(asked: Coordinate, expected: Float) -> [(CheckDiagnosis.Mistake, Float)] {
    let parameters = experiment.parameters
    var mistakes: [(CheckDiagnosis.Mistake, Float)] = [(.flippedSign, -expected)]
    mistakes.append((.currentCell, experiment.value(at: state.cell)))
    if experiment.padding != .none, let value = value(at: asked, with: .padding, .sides(.none)) {
      mistakes.append((.forgotPadding, value))
    }
    if parameters.stride.horizontal > 1 {
      var neighbour = state.cell
      neighbour.row *= parameters.stride.vertical
      neighbour.column = neighbour.column * parameters.stride.horizontal + 1
      if let value = value(at: neighbour, with: .stride, .axes(PerAxis(1))) { mistakes.append((.forgotStride, value)) }
    }
    let isFlipped = parameters.orientation == .convolution
    if let value = value(at: asked, with: .flip, .flag(!isFlipped)) { mistakes.append((.flippedKernel, value)) }
    var below = state.cell
    below.row += 1
    if state.outputShape.contains(below), below != asked { mistakes.append((.cellBelow, experiment.value(at: below))) }
    if experiment.plan.termsPerCell <= 4096 {
      let sum = experiment.trace(at: asked).terms.reduce(0.0) { $0 + Double($1.value) }
      mistakes.append((.withoutWeights, Float(sum)))
    }
    return mistakes
  }

  /// The value that a cell would have with one parameter changed; nil when there is no such cell then.
  private func value(at cell: Coordinate, with name: ParameterName, _ value: ParameterValue) -> Float? {
    var changed = experiment
    guard (try? changed.setParameter(name, to: value)) != nil, changed.outputShape.contains(cell) else { return nil }
    return changed.value(at: cell)
  }
}

/// A number as a learner types it.
struct AnswerText {
  let value: Float
  /// The digits after the decimal point; nil for quotients and numbers with an exponent.
  private let decimals: Int?

  /// Blanks around the number, a leading plus and the typographic minus are fine; anything else that is no number is nil.
  init?(_ text: String) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let plain = String(trimmed.map { $0 == "\u{2212}" ? "-" : $0 })
    guard plain.utf8.count <= 40, let value = NumberText.value(from: plain) else { return nil }
    self.value = value
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    decimals = plain.contains("/") || !fraction.allSatisfy(\.isNumber) ? nil : fraction.count
  }

  /// Whether the number stands for a value; see `Prediction` for the rule.
  func isRight(for expected: Float) -> Bool {
    guard value.isFinite, expected.isFinite else { return value == expected || (value.isNaN && expected.isNaN) }
    let difference = abs(Double(value) - Double(expected))
    // A quotient such as 1/9 and a sum of ninths differ by a few roundings.
    if difference <= 1e-6 * abs(Double(expected)) { return true }
    guard let decimals, decimals >= 2 else { return false }
    var unit = 1.0
    for _ in 0..<min(decimals, 12) { unit /= 10 }
    // The half unit itself, but for the rounding of the decimal number to binary.
    return difference <= unit / 2 * (1 + 1e-6)
  }
}
