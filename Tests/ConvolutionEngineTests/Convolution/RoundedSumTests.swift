import Testing

@testable import ConvolutionEngine

@Suite struct RoundedSumTests {
  @Test("every NaN becomes the one quiet NaN")
  func nan() {
    for sum in [Double.nan, -Double.nan, .signalingNaN, Double(bitPattern: 0xfff8_0000_1234_5678)] {
      #expect(Float(roundingSum: sum).bitPattern == Float.nan.bitPattern)
    }
  }

  @Test("other sums are rounded to the nearest Float32, to even at the tie, to infinity beyond it")
  func rounding() {
    #expect(Float(roundingSum: 0.1) == 0.1)
    #expect(Float(roundingSum: 16_777_217) == 16_777_216)
    #expect(Float(roundingSum: 16_777_219) == 16_777_220)
    #expect(Float(roundingSum: 1e39) == .infinity)
    #expect(Float(roundingSum: -0.0).sign == .minus)
  }
}
