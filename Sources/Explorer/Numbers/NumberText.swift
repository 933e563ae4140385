/// Numbers as text, without locale: a decimal point, a hyphen-minus, `nan`, `inf` and `-inf`.
package enum NumberText {
  /// The shortest decimal that reads back as the same Float32: `3`, `0.1`, `-2.5`, `1e-10`. Every NaN is `nan`.
  package static func shortest(_ value: Float) -> String {
    // Swift describes a NaN with its sign and payload, `-nan(0x1fffff)`, which says nothing here.
    value.isNaN ? "nan" : trimmed(value.description)
  }

  /// The shortest decimal that reads back as the same Double. Every NaN is `nan`.
  package static func shortest(_ value: Double) -> String {
    value.isNaN ? "nan" : trimmed(value.description)
  }

  /// The value rounded half away from zero to a number of decimals, 0...9: `3.14`, `-0.50`.
  ///
  /// Returns nil for what has no such form: infinities, NaN, and magnitudes of 1e9 or more.
  package static func fixed(_ value: Float, decimals: Int) -> String? {
    guard value.isFinite, abs(value) < 1e9 else { return nil }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (abs(Double(value)) * power).rounded(.toNearestOrAwayFromZero)
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// Reads a number as a person types it: `3`, `-2.5`, `.5`, `1e-3`, `nan`, `inf`, and quotients such as `1/9`.
  ///
  /// Returns nil for a text of another form, and for digits beyond the range of Float32 such as `1e39`: an infinity has
  /// to be meant.
  package static func value(from text: String) -> Float? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let numerator = Double(parts[0]), let denominator = Double(parts[1]), denominator != 0 {
      let quotient = Float(numerator / denominator)
      // Neither an infinity nor what comes of dividing two: that has to be meant.
      return quotient.isFinite ? quotient : nil
    }
    guard let value = Float(text) else { return nil }
    return value.isInfinite && text.contains(where: \.isNumber) ? nil : value
  }

  /// Swift's description without a fraction `.0` that says nothing, before an exponent as well.
  private static func trimmed(_ description: String) -> String {
    let exponent = description.firstIndex(of: "e") ?? description.endIndex
    let mantissa = description[..<exponent]
    guard mantissa.hasSuffix(".0") else { return description }
    return String(mantissa.dropLast(2) + description[exponent...])
  }
}
