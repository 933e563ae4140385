import Testing

@testable import Explorer

@Suite("Tolerance")
struct ToleranceTests {
  @Test("is |ours − other| ≤ absolute + relative·|other|, as numpy.isclose has it: not symmetric")
  func rule() throws {
    let tolerance = try #require(Tolerance(relative: 0.5, absolute: 0))
    // |1 − 2| ≤ 0.5·2, but |2 − 1| > 0.5·1.
    #expect(tolerance.accepts(1, 2))
    #expect(!tolerance.accepts(2, 1))
    let absolute = try #require(Tolerance(relative: 0, absolute: 0.25))
    #expect(absolute.accepts(1, 1.25))
    #expect(!absolute.accepts(1, Float(1.25).nextUp))
    #expect(absolute.accepts(0, -0.25))
  }

  @Test("takes NaN for equal to NaN, and an infinity for near itself only")
  func specials() throws {
    let tolerance = try #require(Tolerance(relative: 1, absolute: 1))
    #expect(tolerance.accepts(.nan, .nan))
    #expect(!tolerance.accepts(.nan, 0))
    #expect(!tolerance.accepts(0, .nan))
    #expect(tolerance.accepts(.infinity, .infinity))
    #expect(!tolerance.accepts(.infinity, -.infinity))
    // numpy.isclose(1, inf, rtol=1, atol=1) is False.
    #expect(!tolerance.accepts(1, .infinity))
    #expect(!tolerance.accepts(.infinity, 1))
    #expect(Tolerance.exact.accepts(0, -0.0))
  }

  @Test("starts with what torch.testing.assert_close takes for float32, and is never negative or without bound")
  func values() {
    #expect(Tolerance.float32 == Tolerance(relative: 1.3e-6, absolute: 1e-5))
    for bad in [-1e-9, .nan, .infinity] as [Double] {
      #expect(Tolerance(relative: bad, absolute: 0) == nil)
      #expect(Tolerance(relative: 0, absolute: bad) == nil)
    }
  }

  @Test("counts the numbers between two numbers")
  func ulps() {
    func ulps(_ ours: Float, _ other: Float) -> Int? { ComparedNumbers(ours: ours, other: other).ulps }
    #expect(ulps(1, 1) == 0)
    #expect(ulps(1, Float(1).nextUp) == 1)
    #expect(ulps(Float(1).nextDown, Float(1).nextUp) == 2)
    #expect(ulps(0, -0.0) == 0)
    #expect(ulps(.leastNonzeroMagnitude, -.leastNonzeroMagnitude) == 2)
    #expect(ulps(.greatestFiniteMagnitude, .infinity) == 1)
    // 2²³ numbers from one power of two to the next.
    #expect(ulps(2, 1) == 1 << 23)
    #expect(ulps(.nan, 1) == nil)
  }

  @Test("a difference of equal infinities is 0")
  func differences() {
    #expect(ComparedNumbers(ours: .infinity, other: .infinity).difference == 0)
    #expect(ComparedNumbers(ours: .infinity, other: 1).difference == .infinity)
    #expect(ComparedNumbers(ours: 3, other: 1.5).difference == 1.5)
    #expect(ComparedNumbers(ours: .nan, other: .nan).difference.isNaN)
  }
}
