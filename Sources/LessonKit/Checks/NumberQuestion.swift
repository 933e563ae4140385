/// A question for a number that stands nowhere on the screen.
package struct NumberQuestion: Sendable, Equatable {
  package let value: Double
  package let tolerance: Tolerance

  /// How far off an answer may be.
  package enum Tolerance: Sendable, Equatable {
    /// As good as the typed digits promise: a whole number is exact, one with two decimals or more is rounded rightly.
    case digits
    case absolute(Double)
    /// A part of the value.
    case relative(Double)
  }

  package init(value: Double, tolerance: Tolerance = .digits) {
    self.value = value
    self.tolerance = tolerance
  }

  func judge(_ text: String) -> Verdict {
    guard let answer = TypedNumber(text) else { return .wrong(.notANumber) }
    if accepts(answer) { return .passed }
    return .wrong(.notThisNumber(answer.value))
  }

  func accepts(_ answer: TypedNumber) -> Bool {
    let distance = abs(answer.value - value)
    // A quotient that is typed and the one that the author wrote differ by a rounding of Double.
    if distance <= 1e-12 * abs(value) { return true }
    return switch tolerance {
    case .digits: answer.decimals.map { $0 >= TypedNumber.leastDecimals && distance <= answer.halfUnit } == true
    case .absolute(let bound): distance <= bound
    case .relative(let part): distance <= part * abs(value)
    }
  }
}

/// A number as people write large ones: `1600000000`, `1,600,000,000`, `1 600 000 000`, `1_600_000_000`, `1.6e9`, `1/9`.
struct TypedNumber: Sendable, Equatable {
  let value: Double
  /// The digits after the point; nil for what is no plain decimal number.
  let decimals: Int?

  /// The longest text that is taken for a number.
  private static let limit = 40
  /// From so many decimals on a number may be a rounded one.
  static let leastDecimals = 2

  /// Nil for what is no finite number.
  init?(_ text: String) {
    let plain = String(text.map { $0 == "\u{2212}" ? "-" : $0 }).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    guard plain.utf8.count <= Self.limit else { return nil }
    let digits = Self.withoutGrouping(plain)
    let parts = digits.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let number = Double(digits), number.isFinite else { return nil }
      value = number
      let isPlain = digits.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
      decimals = isPlain ? digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0 : nil
    case 2:
      guard let numerator = Double(parts[0]), let denominator = Double(parts[1]), denominator != 0,
        (numerator / denominator).isFinite
      else { return nil }
      value = numerator / denominator
      decimals = nil
    default: return nil
    }
  }

  /// Half a unit of the last digit, and a little for its rounding to binary.
  var halfUnit: Double {
    var unit = 0.5
    for _ in 0..<(decimals ?? 0) { unit /= 10 }
    return unit * (1 + 1e-9)
  }

  /// The text without the marks that group its digits by three; unchanged where they do not.
  private static func withoutGrouping(_ text: String) -> String {
    for mark: Character in [",", " ", "_"] {
      let whole = text.prefix { $0 != "." }
      let groups = whole.drop { $0 == "-" || $0 == "+" }.split(separator: mark, omittingEmptySubsequences: false)
      guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
      else { continue }
      return text.filter { $0 != mark }
    }
    return text
  }
}
