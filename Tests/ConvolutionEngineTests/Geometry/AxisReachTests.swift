import Testing

@testable import ConvolutionEngine

@Suite struct AxisReachTests {
  private func cells(_ reach: AxisReach, _ unit: Int) -> [Int] {
    let cells = reach.cells(of: unit)
    return (0..<cells.count).map(cells.cell)
  }

  @Test("a window starts at output · stride − padding and steps by its dilation")
  func window() {
    let reach = AxisReach.window(taps: 3, stride: 2, dilation: 4, padding: 1)
    #expect(cells(reach, 0) == [-1, 3, 7])
    #expect(cells(reach, 3) == [5, 9, 13])
    #expect(cells(.cell, 5) == [5])
  }

  @Test("a transposed convolution lets through what it would send there, each phase its own")
  func transposed() {
    let reach = AxisReach.transposed(taps: 3, stride: 2)
    // Input i adds to outputs 2i, 2i + 1 and 2i + 2.
    #expect(cells(reach, 4) == [1, 2])
    #expect(cells(reach, 5) == [2])
    #expect(cells(.transposed(taps: 1, stride: 2), 3) == [])
    #expect(cells(.transposed(taps: 3, stride: 2, padding: 1), 4) == [2])
  }

  @Test(
    "a transposed convolution is the converse of the window with the same numbers", arguments: 1...4, 1...4)
  func converse(stride: Int, dilation: Int) {
    for taps in 1...5 {
      for padding in 0...2 {
        let window = AxisReach.window(taps: taps, stride: stride, dilation: dilation, padding: padding)
        let transposed = AxisReach.transposed(taps: taps, stride: stride, dilation: dilation, padding: padding)
        for unit in 0..<8 {
          let expected = (-40...40).filter { cells(window, $0).contains(unit) }
          #expect(cells(transposed, unit) == expected, "taps \(taps), padding \(padding), unit \(unit)")
        }
      }
    }
  }

  @Test("shares of adaptive pooling overlap where the parts are uneven, as PyTorch's")
  func shares() {
    let reach = AxisReach.shares(inputs: 7, outputs: 3)
    #expect((0..<3).map { cells(reach, $0) } == [[0, 1, 2], [2, 3, 4], [4, 5, 6]])
    #expect(cells(.shares(inputs: 2, outputs: 4), 3) == [1])
    #expect(cells(.shares(inputs: 6, outputs: 3), 1) == [2, 3])
  }

  @Test("nearest sampling repeats cells, or leaves some out")
  func nearest() {
    #expect((0..<6).flatMap { cells(.nearest(inputs: 1, outputs: 2), $0) } == [0, 0, 1, 1, 2, 2])
    #expect((0..<3).flatMap { cells(.nearest(inputs: 2, outputs: 1), $0) } == [0, 2, 4])
    #expect((0..<6).flatMap { cells(.nearest(inputs: 2, outputs: 3), $0) } == [0, 0, 1, 2, 2, 3])
  }

  @Test("the pattern repeats after its period, moved on by its advance")
  func period() {
    let reaches: [AxisReach] = [
      .window(taps: 2, stride: 3), .transposed(taps: 4, stride: 3, dilation: 2, padding: 1),
      .shares(inputs: 10, outputs: 4), .nearest(inputs: 2, outputs: 3), .everything(count: 5),
    ]
    for reach in reaches {
      for unit in 0..<7 {
        let moved = cells(reach, unit).map { $0 + reach.advance }
        #expect(cells(reach, unit + reach.period) == moved, "\(reach)")
      }
    }
  }
}
