import Testing

@testable import ConvolutionEngine

@Suite struct AxisFieldTests {
  private func field(_ reaches: [AxisReach]) throws -> AxisField {
    var field = AxisField.input
    for reach in reaches { field = try field.seen(through: reach) }
    return field
  }

  private func summary(_ reaches: [AxisReach], count: Int = 1000) throws -> AxisReceptiveField {
    try field(reaches).summary(count: count)
  }

  @Test("three 3×3 layers see 7 cells, as one 7×7 layer does: the article's 6.2")
  func stackedKernels() throws {
    let small = AxisReach.window(taps: 3, stride: 1)
    let three = try summary([small, small, small])
    let one = try summary([.window(taps: 7, stride: 1)])
    #expect(three == one)
    #expect(three == AxisReceptiveField(size: 7, jump: Ratio(1), start: 3.5))
  }

  @Test("the table of the receptive field guide: 3×3, stride 2, padding 1, twice, on five cells")
  func guide() throws {
    // Dang Ha The Hien 2017: n = 5, r = 1, j = 1, start = 0.5; then r = 3, j = 2, start = 0.5; then r = 7, j = 4, start = 0.5.
    let layer = AxisReach.window(taps: 3, stride: 2, padding: 1)
    #expect(try summary([layer]) == AxisReceptiveField(size: 3, jump: Ratio(2), start: 0.5))
    #expect(try summary([layer, layer]) == AxisReceptiveField(size: 7, jump: Ratio(4), start: 0.5))
  }

  @Test("dilation spreads a kernel: 3 taps, 2 apart, see 5 cells")
  func dilation() throws {
    #expect(
      try summary([.window(taps: 3, stride: 1, dilation: 2, padding: 2)])
        == AxisReceptiveField(size: 5, jump: Ratio(1), start: 0.5))
    // WaveNet's doubling: dilations 1, 2, 4, 8 with two taps see 16.
    let doubling = [1, 2, 4, 8].map { AxisReach.window(taps: 2, stride: 1, dilation: $0) }
    #expect(try summary(doubling).size == 16)
  }

  @Test("after a transposed layer of stride 2, the field moves by a half, and the largest of the two phases counts")
  func transposed() throws {
    // Even outputs see inputs i − 1 and i, odd ones i alone.
    let up = AxisReach.transposed(taps: 3, stride: 2)
    #expect(try summary([up], count: 9).size == 2)
    #expect(try summary([up]).jump == Ratio(1, 2))
    // Output 0 sees inputs −1 and 0: their rim is the centre.
    #expect(try summary([up]).start == 0)
    #expect(try summary([.window(taps: 2, stride: 2), .transposed(taps: 2, stride: 2)]).jump == Ratio(1))
  }

  @Test("units that nothing reaches have no field, and do not hide the others'")
  func holes() throws {
    let sparse = AxisReach.transposed(taps: 1, stride: 2, padding: 1)
    #expect(try summary([sparse]) == AxisReceptiveField(size: 1, jump: Ratio(1, 2), start: 1.5))
    // Two taps, two apart, both fall on the holes or both on cells.
    let combed = try summary([.transposed(taps: 1, stride: 2), .window(taps: 2, stride: 1, dilation: 2)])
    #expect(combed.size == 2)
    let none = try summary([.transposed(taps: 1, stride: 2, padding: 1), .window(taps: 1, stride: 2)])
    #expect(none == AxisReceptiveField(size: 0, jump: Ratio(1), start: nil))
  }

  @Test("a global pool sees the union of all fields, and its units do not move")
  func everything() throws {
    let layers: [AxisReach] = [.window(taps: 3, stride: 1, padding: 1), .everything(count: 10)]
    #expect(try summary(layers, count: 1) == AxisReceptiveField(size: 12, jump: Ratio(0), start: 5))
  }

  @Test("joined branches see what either sees")
  func joins() throws {
    let wide = try field([.window(taps: 5, stride: 1, padding: 2)])
    let shifted = try field([.window(taps: 1, stride: 1, padding: 4)])
    let joined = try wide.joined(with: shifted)
    // −2…2 and −4.
    #expect(try joined.summary(count: 10) == AxisReceptiveField(size: 7, jump: Ratio(1), start: -0.5))
    let fine = try field([.transposed(taps: 2, stride: 2), .window(taps: 2, stride: 2)])
    #expect(try fine.joined(with: wide).summary(count: 10).size == 5)
  }

  @Test("joined branches of unequal strides drift apart: the last unit sees most, and there is no one jump")
  func drift() throws {
    let slow = try field([.window(taps: 1, stride: 1)])
    let fast = try field([.window(taps: 1, stride: 3)])
    // Unit u sees u and 3u.
    let joined = try slow.joined(with: fast)
    #expect(try joined.summary(count: 5) == AxisReceptiveField(size: 9, jump: nil, start: 0.5))
    #expect(try joined.seen(through: .window(taps: 2, stride: 1)).summary(count: 4).size == 10)
  }

  @Test("what repeats too late or lies too far off is not told, and nothing traps")
  func untold() throws {
    #expect(throws: UntoldField.self) { try field([.transposed(taps: 3, stride: 1 << 30)]) }
    #expect(throws: UntoldField.self) {
      try field([.transposed(taps: 3, stride: 17), .transposed(taps: 3, stride: 16)])
    }
    let leap = AxisReach.window(taps: 1, stride: 1 << 30, padding: 1 << 30)
    #expect(throws: UntoldField.self) { try field([leap, leap, leap]) }
    let huge = AxisReach.window(taps: 1 << 30, stride: 1 << 30, dilation: 1 << 30)
    #expect(throws: UntoldField.self) { try field([huge, huge]).summary(count: 1 << 30) }
    #expect(try summary([.everything(count: 1 << 60)]).size == 1 << 60)
    #expect(throws: UntoldField.self) { try field([leap, .everything(count: 1 << 60)]) }
  }
}
