import ConvolutionEngine
import Testing

@Suite struct ConvolutionTests {
  @Test("input N×C×H×W and weights O×C×kH×kW make an output N×O×H′×W′")
  func outputShape() throws {
    let convolution = try Convolution(
      input: Shape(batch: 2, channels: 3, height: 8, width: 5),
      weights: Shape(batch: 4, channels: 3, height: 3, width: 2),
      bias: Shape(channels: 4, height: 1, width: 1), geometry: ConvolutionGeometry(padding: Padding(1)))
    #expect(convolution.output == (try Shape(batch: 2, channels: 4, height: 8, width: 6)))
    #expect(convolution.tapsPerCell == 18)
  }

  @Test("different numbers of channels are refused with both")
  func channels() throws {
    let (input, weights) = try (Shape(channels: 3, height: 4, width: 4), Shape(channels: 1, height: 3, width: 3))
    #expect(throws: ConvolutionError.channelMismatch(input: 3, weights: 1, groups: 1)) {
      try Convolution(input: input, weights: weights, geometry: ConvolutionGeometry())
    }
  }

  @Test("a bias that is not one value for each filter is refused with both counts")
  func bias() throws {
    let plane = try Shape(height: 4, width: 4)
    let weights = try Shape(batch: 2, height: 3, width: 3)
    for (bias, count) in try [
      (Shape(channels: 3, height: 1, width: 1), 3), (Shape(height: 1, width: 2), 2), (Shape(height: 0, width: 0), 0),
    ] {
      #expect(throws: ConvolutionError.biasMismatch(bias: count, filters: 2)) {
        try Convolution(input: plane, weights: weights, bias: bias, geometry: ConvolutionGeometry())
      }
    }
  }

  @Test("what the geometry refuses is passed on")
  func geometry() throws {
    let expected = ConvolutionError.geometry(
      .kernelDoesNotFit(effectiveExtent: 3, paddedInput: 2, axis: .vertical))
    #expect(throws: expected) {
      try Convolution(
        input: Shape(height: 2, width: 9), weights: Shape(height: 3, width: 3), geometry: ConvolutionGeometry())
    }
  }

  @Test("an output beyond Int is refused")
  func overflow() throws {
    let side = AxisGeometry.limit
    #expect(throws: ConvolutionError.self) {
      try Convolution(
        input: Shape(batch: 1 << 3, height: side, width: 1), weights: Shape(batch: 1 << 30, height: 1, width: 1),
        geometry: ConvolutionGeometry(padding: Padding(vertical: 0, horizontal: side)))
    }
  }

  @Test("taps are visited by channel, then kernel row, then kernel column, of the window in both orientations")
  func tapOrder() throws {
    for orientation in KernelOrientation.allCases {
      let convolution = try Convolution(
        input: Shape(channels: 2, height: 3, width: 3), weights: Shape(channels: 2, height: 2, width: 2),
        geometry: ConvolutionGeometry(padding: Padding(top: 1, left: 0, bottom: 0, right: 0)), orientation: orientation)
      var positions: [[Int]] = []
      var weights: [[Int]] = []
      var ghosts = 0
      convolution.forEachTap(of: Coordinate(row: 0, column: 1)) { tap in
        positions.append([tap.position.channel, tap.position.row, tap.position.column])
        weights.append([tap.weight.channel, tap.weight.row, tap.weight.column])
        ghosts += tap.source == nil ? 1 : 0
      }
      #expect(
        positions == [
          [0, -1, 1], [0, -1, 2], [0, 0, 1], [0, 0, 2], [1, -1, 1], [1, -1, 2], [1, 0, 1], [1, 0, 2],
        ])
      let plane =
        orientation == .convolution ? [[1, 1], [1, 0], [0, 1], [0, 0]] : [[0, 0], [0, 1], [1, 0], [1, 1]]
      #expect(weights == plane.map { [0] + $0 } + plane.map { [1] + $0 })
      #expect(ghosts == 4)
    }
  }
}
