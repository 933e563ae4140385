import Testing

@testable import Workbench

@Suite("What colours stand for")
struct ValueScaleTests {
  private func scale(
    _ scaling: Scaling, _ visible: [Float], whole: ClosedRange<Float>? = nil, _ map: ColorMap = .cividis
  ) -> ValueScale {
    ValueScale(scaling, visible: visible, whole: whole, map: map)
  }

  @Test("local spans the visible cells, without infinities and nan")
  func local() {
    let result = scale(.local, [1, 5, 3, .infinity, .nan], whole: -9...9)
    #expect(result == ValueScale(low: 1, high: 5, kind: .local))
    #expect(result.place(of: 2) == .within(0.25))
    #expect(result.place(of: .infinity) == .above)
    #expect(result.place(of: -.infinity) == .below)
    #expect(result.place(of: .nan) == .nowhere)
  }

  @Test("global spans the whole plane; where that is unknown it is local, and says so")
  func global() {
    #expect(scale(.global, [1, 5], whole: -9...9) == ValueScale(low: -9, high: 9, kind: .global))
    #expect(scale(.global, [1, 5]) == ValueScale(low: 1, high: 5, kind: .local))
  }

  @Test("fixed keeps its ends whatever is seen; what lies beyond them is below or above")
  func fixed() {
    let result = scale(.fixed(0...1), [-3, 7], whole: -3...7)
    #expect(result == ValueScale(low: 0, high: 1, kind: .fixed))
    #expect(result.place(of: -3) == .below)
    #expect(result.place(of: 7) == .above)
    #expect(result.place(of: 1) == .within(1))
    #expect(result.place(of: 0) == .within(0))
  }

  @Test("clamped goes no further than its ends, and no further than what is seen")
  func clampedTo() {
    #expect(scale(.clamped(0...10), [-3, 7]) == ValueScale(low: 0, high: 7, kind: .clamped))
    #expect(scale(.clamped(0...5), [2, 7]) == ValueScale(low: 2, high: 5, kind: .clamped))
    // Nothing of what is seen lies between the ends: one colour, and everything marked or not.
    let beyond = scale(.clamped(0...1), [5, 7])
    #expect(beyond.low <= beyond.high)
    #expect(beyond.place(of: 7) == .above)
  }

  @Test("clamped by itself leaves out a twentieth of the cells at either end, when there are enough")
  func clamped() {
    let values = (0..<100).map(Float.init)
    #expect(scale(.clamped(nil), values.shuffled()) == ValueScale(low: 5, high: 94, kind: .clamped))
    #expect(scale(.clamped(nil), [0, 1, 100]) == ValueScale(low: 0, high: 100, kind: .clamped))
    let constant = [Float](repeating: 2, count: 99) + [9]
    #expect(scale(.clamped(nil), constant) == ValueScale(low: 2, high: 9, kind: .clamped))
  }

  @Test("a map around zero has 0 in its middle, also where everything is 0")
  func symmetricZeros() {
    let result = scale(.local, [0, 0], .diverging)
    #expect(result == ValueScale(low: -1, high: 1, kind: .local))
    #expect(result.place(of: 0) == .within(0.5))
  }

  @Test("a map around zero is as long to both sides")
  func symmetric() {
    #expect(scale(.local, [-1, 3], .diverging) == ValueScale(low: -3, high: 3, kind: .local))
    #expect(scale(.fixed(-5...2), [0], .diverging) == ValueScale(low: -5, high: 5, kind: .fixed))
    #expect(scale(.local, [-1, 3], .diverging).place(of: 0) == .within(0.5))
  }

  @Test("a plane of one number, or of none, has a place for it")
  func degenerate() {
    #expect(scale(.local, [4, 4]).place(of: 4) == .within(0))
    #expect(scale(.local, []).place(of: 0) == .within(0))
    let widest = scale(.local, [-Float.greatestFiniteMagnitude, .greatestFiniteMagnitude])
    #expect(widest.place(of: 0) == .within(0.5))
  }

  @Test("a scaling reads back from its text")
  func text() {
    for scaling: Scaling in [.local, .global, .fixed(-0.5...1e10), .clamped(nil), .clamped(0...255)] {
      #expect(Scaling(text: scaling.text) == scaling)
    }
    #expect(Scaling.fixed(-0.5...2).text == "fixed -0.5 2")
    for text in [
      "", "fixed", "fixed 1", "fixed 2 1", "fixed 1 1", "fixed nan 1", "fixed 0 inf", "local 0 1", "clamped 1", "log",
      "fixed 0 1 2",
    ] {
      #expect(Scaling(text: text) == nil, "\(text)")
    }
  }

  @Test("a legend writes a number in at most eight columns, in six where it can")
  func short() {
    #expect(ScaleLegend.short(-512) == "-512")
    #expect(ScaleLegend.short(1.0 / 3) == "0.3333")
    #expect(ScaleLegend.short(123_456_792) == "1.235e8")
    #expect(ScaleLegend.short(-1.5e-20).count <= 8)
  }
}
