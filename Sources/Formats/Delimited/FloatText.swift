/// A number as text.
enum FloatText: Equatable {
  case value(Float)
  case notANumber
  /// A number, but larger than every finite Float32.
  case outsideRange

  /// Reads decimal notation with optional sign, point and exponent, and `nan`, `inf`, `infinity` in any case.
  ///
  /// Correctly rounded. Other notations that Swift would take (hexadecimal, `nan(0x1)`) are refused.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { index = 1 }

    // Almost every cell is short: its digits fit 24 bits and its power of ten is exact in Float32, so one division
    // of two exact numbers rounds once. Everything else takes the slow way.
    var digits: UInt32 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    while index < text.count, count <= 7 {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        digits = digits &* 10 &+ UInt32(byte &- 0x30)
        count += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    if index == text.count, count > 0, count <= 7, digits < 1 << 24 {
      let magnitude = decimals == 0 ? Float(digits) : Float(digits) / Self.powersOfTen[decimals]
      self = .value(isNegative ? -magnitude : magnitude)
      return
    }
    self = Self.slow(text)
  }

  /// 10^7 < 2^24, so these are exact.
  private static let powersOfTen: [Float] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

  private static func slow(_ text: UnsafeBufferPointer<UInt8>) -> FloatText {
    var string = String(decoding: text, as: UTF8.self)
    let isDecimal = text.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || "+-.eE".utf8.contains(byte)
    }
    if isDecimal {
      guard let value = Float(string) else { return .notANumber }
      return value.isFinite ? .value(value) : .outsideRange
    }
    guard string.utf8.count <= 9 else { return .notANumber }
    string = string.lowercased()
    let isNegative = string.hasPrefix("-")
    if isNegative || string.hasPrefix("+") { string.removeFirst() }
    switch string {
    case "nan": return .value(.nan)
    case "inf", "infinity": return .value(isNegative ? -.infinity : .infinity)
    default: return .notANumber
    }
  }

  /// The shortest text that reads back as `value`, without Swift's `.0`.
  static func write(_ value: Float) -> String {
    // Swift writes the sign and the payload of a NaN as well, which no reader takes.
    guard !value.isNaN else { return "nan" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
