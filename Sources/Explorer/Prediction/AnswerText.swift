/// A number as a learner types it, with what the typed digits promise.
///
/// It is right for a value when it is that value, or when it has at least two decimals and the value lies within half a
/// unit of the last of them: 0.11 and 0.111 are right for 1/9, and so is `1/9`; 0.1 and 0 are not. Whole numbers have to
/// be exact.
package struct AnswerText: Sendable, Equatable {
  /// The number as one word that `init(_:)` reads back.
  package let text: String
  package let value: Float
  /// The digits after the decimal point; nil for what is no plain decimal number.
  private let decimals: Int?

  /// The longest text that is taken for a number.
  private static let limit = 40
  /// From so many decimals on a number may be a rounded one.
  private static let leastDecimals = 2

  /// Blanks around the number, a leading plus and the typographic minus are fine; anything else that is no number is nil.
  package init?(_ text: String) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let plain = String(trimmed.map { $0 == "\u{2212}" ? "-" : $0 })
    guard plain.utf8.count <= Self.limit, let value = NumberText.value(from: plain) else { return nil }
    self.text = plain
    self.value = value
    let isPlain = plain.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
    decimals = isPlain ? plain.firstIndex(of: ".").map { plain[$0...].count - 1 } ?? 0 : nil
  }

  /// By the text: two NaNs are one answer.
  package static func == (left: AnswerText, right: AnswerText) -> Bool { left.text == right.text }

  /// Whether the number stands for a value.
  package func isRight(for expected: Float) -> Bool {
    guard value.isFinite, expected.isFinite else { return value == expected || (value.isNaN && expected.isNaN) }
    // A quotient such as 1/9 and a sum of ninths differ by a few roundings.
    if abs(Double(value) - Double(expected)) <= 1e-6 * abs(Double(expected)) { return true }
    return decimals.map { $0 >= Self.leastDecimals } == true && isRounded(expected)
  }

  /// Whether the number is the value rounded to fewer decimals than an answer needs.
  func isRoundedTooFar(_ expected: Float) -> Bool {
    guard value.isFinite, expected.isFinite, !isRight(for: expected) else { return false }
    return decimals.map { $0 < Self.leastDecimals } == true && isRounded(expected)
  }

  /// Whether the value lies within half a unit of the last digit.
  private func isRounded(_ expected: Float) -> Bool {
    guard let decimals else { return false }
    var unit = 1.0
    for _ in 0..<min(decimals, 12) { unit /= 10 }
    // The half unit itself, but for the rounding of the decimal number to binary.
    return abs(Double(value) - Double(expected)) <= unit / 2 * (1 + 1e-6)
  }
}
