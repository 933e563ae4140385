import Testing

@testable import Explorer

@Suite("Number text")
struct NumberTextTests {
  @Test("the shortest decimal reads back as the same value")
  func shortest() throws {
    let cases: [(Float, String)] = [
      (0, "0"), (-0.0, "-0"), (3, "3"), (0.1, "0.1"), (-2.5, "-2.5"), (1 / 3, "0.33333334"), (1e20, "1e+20"),
      (1e-10, "1e-10"), (16_777_216, "16777216"), (.infinity, "inf"), (.nan, "nan"), (-.nan, "nan"),
      (Float(bitPattern: 0xFFD9_F9F9), "nan"),
      (.leastNonzeroMagnitude, "1e-45"),
    ]
    for (value, text) in cases {
      #expect(NumberText.shortest(value) == text)
      if !value.isNaN { #expect(NumberText.value(from: text)?.bitPattern == value.bitPattern) }
    }
  }

  @Test("fixed decimals round half away from zero and never say -0")
  func fixed() {
    #expect(NumberText.fixed(3.14159, decimals: 2) == "3.14")
    #expect(NumberText.fixed(-0.5, decimals: 0) == "-1")
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(0.05, decimals: 3) == "0.050")
    #expect(NumberText.fixed(1e9, decimals: 0) == nil)
    #expect(NumberText.fixed(.nan, decimals: 0) == nil)
  }

  @Test(
    "typed numbers",
    arguments: [("3", 3), ("-2.5", -2.5), (".5", 0.5), ("1e-3", 0.001), ("1/4", 0.25)] as [(String, Float)])
  func typed(text: String, value: Float) {
    #expect(NumberText.value(from: text) == value)
  }

  @Test(
    "what is no number is refused",
    arguments: ["", "-", "1,5", "five", "1e39", "-1e999", "1e300/1", "1/0", "1//2", "--1", "1e", "0x"])
  func refused(text: String) {
    #expect(NumberText.value(from: text) == nil)
  }
}
