import ConvolutionEngine
import Explorer

/// What stands around the terms of a cell, for every way in which an operator makes one number of them.
struct SumForm {
  /// Before the first term, such as `max(`.
  let opening: String
  /// Between two terms.
  let joint: String
  /// After the last term, such as `) / 4`.
  let closing: String
  /// Whether the terms are products, or values taken as they are.
  let hasProducts: Bool
  /// Before each term, such as `e^`.
  let prefix: String

  /// - Parameter isPartial: Whether terms are still to come, so that nothing is made of the reduced number yet.
  /// - Parameter isShort: Whether there is no room to say what a function stands for.
  init(_ arithmetic: Arithmetic, isPartial: Bool, isShort: Bool, _ context: PanelContext) {
    let trace = arithmetic.trace
    hasProducts = trace?.terms.contains { $0.factorPosition != nil || $0.factor != 1 } ?? true
    let epilogue = isPartial ? [] : trace?.epilogue ?? []
    let times = context.glyphs.times
    var joint = " + "
    var opening = ""
    var closing = ""
    var prefix = ""
    switch trace?.reduction {
    case .sum?, nil:
      if case .scale(let step)? = epilogue.first, arithmetic.termCount > 0 {
        opening = "("
        closing = ") \(times) \(NumberText.shortest(step))"
      }
    case .max?:
      joint = ", "
      opening = "max("
      closing = ")"
    case .mean?:
      opening = "("
      closing = ") / \(isPartial ? max(1, arithmetic.shownTerms) : max(1, arithmetic.termCount))"
    case .exponentialSum?:
      prefix = "e^"
      let own = trace?.terms.first { $0.position == arithmetic.cell }?.value ?? 0
      if !isPartial {
        opening = "e^\(NumberText.shortest(own)) / ("
        closing = ")"
      }
    case .single?:
      let value = trace?.terms.first.map { NumberText.shortest($0.value) } ?? ""
      (opening, closing) = Self.function(epilogue.first, of: value, times: times)
      if isShort, !opening.isEmpty { closing = ")" }
    }
    self.joint = joint
    self.opening = opening
    self.closing = closing
    self.prefix = prefix
  }

  /// The call of an elementwise function around its argument, and what it stands for with the number filled in.
  private static func function(
    _ step: CellTrace.EpilogueStep?, of value: String, times: String
  ) -> (opening: String, closing: String) {
    let isNegative = value.hasPrefix("-")
    switch step {
    case .rectify?: return ("relu(", ") = max(0, \(value))")
    case .leak(let slope)?:
      return ("leaky-relu(", isNegative ? ") = \(value) \(times) \(NumberText.shortest(slope))" : ")")
    case .logistic?: return ("sigmoid(", ") = 1 / (1 + e^\(isNegative ? String(value.dropFirst()) : "-" + value))")
    case .hyperbolicTangent?: return ("tanh(", ")")
    default: return ("", "")
    }
  }
}
