import TestSupport
import Testing

@testable import Formats

@Suite struct FloatTextTests {
  private func read(_ text: String) -> FloatText { Array(text.utf8).withUnsafeBufferPointer { FloatText($0) } }

  @Test(
    "Decimal notation is read",
    arguments: [
      ("0", 0), ("-0", -0.0), ("+1", 1), ("1.", 1), (".5", 0.5), ("-12.25", -12.25), ("16777217", 16_777_216),
      ("0.1", 0.1), ("1e3", 1000), ("-1.5E-2", -0.015), ("3.4028235e38", 3.402_823_5e38), ("1e-60", 0),
      ("inf", .infinity), ("-Infinity", -.infinity), ("0.30000000000000000000000000000000000000001", 0.3),
    ] as [(String, Float)])
  func reads(text: String, value: Float) {
    guard case .value(let result) = read(text) else {
      Issue.record("\(text) was refused")
      return
    }
    #expect(result.bitPattern == value.bitPattern, "\(text)")
  }

  @Test(
    "What is no decimal number is refused",
    arguments: ["", "-", ".", "1,5", "0x10", "1e", "--1", "1 2", "one", "nan(1)", "1.2.3", "e5", "\u{0}1", "+-1"])
  func refuses(text: String) { #expect(read(text) == .notANumber) }

  @Test("A number above every finite Float32 is told apart", arguments: ["1e39", "-1e400", "999999999999999999999e99"])
  func overflow(text: String) { #expect(read(text) == .outsideRange) }

  @Test("Any Float32 is written so that it reads back bit for bit")
  func roundTrip() {
    let seed: UInt64 = 20
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let value = Float(bitPattern: UInt32.random(in: 0 ... .max, using: &random))
      if value.isNaN { continue }
      guard case .value(let result) = read(FloatText.write(value)), result.bitPattern == value.bitPattern else {
        Issue.record("\(value) is written as \(FloatText.write(value)); seed \(seed)")
        return
      }
    }
  }

  @Test("Short decimals are rounded as Swift rounds them")
  func fastPath() {
    let seed: UInt64 = 21
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let digits = String(Int.random(in: 0...99_999_999, using: &random))
      let place = Int.random(in: 0...digits.count, using: &random)
      let text = String(digits.prefix(place)) + "." + digits.dropFirst(place)
      #expect(read(text) == Float(text).map(FloatText.value), "\(text), seed \(seed)")
    }
  }

  @Test("Whole numbers are written without a point")
  func wholeNumbers() {
    #expect([0, 7, -3, 0.25].map(FloatText.write) == ["0", "7", "-3", "0.25"])
  }

  @Test(
    "A NaN is written as one, whatever its sign and payload",
    arguments: [0x7FC0_0000, 0xFFD9_F9F9, 0xFF80_0001, 0x7FA0_0001] as [UInt32])
  func nan(bits: UInt32) {
    #expect(FloatText.write(Float(bitPattern: bits)) == "nan")
  }
}
