import TestSupport
import Testing

@testable import Explorer

@Suite("Number formats of grids")
struct GridFormatTests {
  private func format(_ values: [Float]) -> GridFormat {
    GridFormat(values.reduce(GridFormat.Needs()) { $0.union(GridFormat.Needs($1)) })
  }

  @Test("Whole numbers have no decimals, and room for a sign")
  func whole() {
    let format = format([0, 7])
    #expect(format.decimals == 0)
    #expect(format.text(7) == " 7")
    #expect(format.text(sign: "?") == " ?")
  }

  @Test("All numbers of a grid have the decimals of the longest one, exactly")
  func aligned() {
    let format = format([1, -0.25, 10])
    #expect(!format.isRounded)
    #expect([1, -0.25, 10].map { format.text($0) } == [" 1.00", "-0.25", "10.00"])
    #expect(format.text(sign: "·") == " ·   ")
  }

  @Test("A long fraction is rounded, and says so")
  func rounded() {
    let format = format([1 / 3, 0])
    #expect(format.isRounded)
    #expect(format.text(1 / 3) == "0.333")
  }

  @Test("What is not zero never looks like zero")
  func tiny() {
    let format = format([0.5, 1e-7, 0.123456])
    #expect(format.text(1e-7) == " 1e-7")
    #expect(format.text(0) == "0.000")
  }

  @Test("Huge numbers, infinities and NaN fit the width")
  func huge() {
    let format = format([1e30, -3.4e38, .infinity, -.infinity, .nan, 1.5])
    for value in [1e30, -3.4e38, .infinity, -.infinity, .nan, 1.5, 99_999_992] as [Float] {
      #expect(format.text(value).count == format.width, "\(value)")
    }
    #expect(format.text(1e30).hasSuffix("1e30"))
    #expect(format.text(-3.4e38).hasSuffix("-3.4e38"))
  }

  @Test(
    "An exponent form has the digits that fit, rounded",
    arguments: [
      (Float(123_456_789), 5, "1.2e8"), (-0.00012345, 8, "-1.235e-4"), (9.99e20, 4, "1e21"), (1e-10, 5, "1e-10"),
    ])
  func exponents(value: Float, width: Int, text: String) {
    #expect(GridFormat.exponentText(value, width: max(width, text.count)) == text)
  }

  @Test("Random numbers are as wide as the format says and read back to about what they were")
  func random() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
      let format = format([value])
      let text = format.text(value)
      #expect(text.count == format.width, "\(value) gave \(text)")
      guard value.isFinite, !text.contains("#") else { continue }
      let trimmed = text.drop { $0 == " " }
      let read = Float(String(trimmed)) ?? .nan
      #expect(abs(read - value) <= abs(value) * 0.5 + 1e-3, "\(value) gave \(text)")
    }
  }
}
