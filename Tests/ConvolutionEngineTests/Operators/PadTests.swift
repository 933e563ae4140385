import ConvolutionEngine
import Testing

@Suite struct PadTests {
  private func row(_ mode: PaddingMode, _ before: Int, _ after: Int) throws -> [Float] {
    try OperatorName.pad.output(
      [.input: Tensor.row([1, 2, 3])],
      [
        .padding: .sides(Padding(top: 0, left: before, bottom: 0, right: after)),
        .paddingMode: .modes(PerAxis(vertical: .zeros, horizontal: mode)),
      ]
    ).values
  }

  @Test("each mode fills the cells before and after as its picture says")
  func modes() throws {
    #expect(try row(.zeros, 1, 2) == [0, 1, 2, 3, 0, 0])
    #expect(try row(.reflect, 2, 1) == [3, 2, 1, 2, 3, 2])
    #expect(try row(.replicate, 2, 4) == [1, 1, 1, 2, 3, 3, 3, 3, 3])
    #expect(try row(.circular, 3, 2) == [1, 2, 3, 1, 2, 3, 1, 2])
  }

  @Test("sides are top, left, bottom, right, and a corner takes both modes")
  func sides() throws {
    let output = try OperatorName.pad.output(
      [.input: Tensor(rows: [[1, 2], [3, 4]])],
      [
        .padding: .sides(Padding(top: 1, left: 0, bottom: 0, right: 1)),
        .paddingMode: .modes(PerAxis(vertical: .circular, horizontal: .replicate)),
      ])
    #expect(try output == Tensor(rows: [[3, 4, 4], [1, 2, 2], [3, 4, 4]]))
  }

  @Test("padding and then convolving is convolving with padding")
  func convolution() throws {
    var generator = SplitMix64(seed: 3)
    let input = try generator.fractions(Shape(batch: 2, channels: 2, height: 4, width: 5))
    let weights = try generator.fractions(Shape(batch: 3, channels: 2, height: 3, width: 2))
    for mode in PaddingMode.allCases {
      let options: [ParameterName: ParameterValue] = [
        .padding: .sides(Padding(top: 2, left: 1, bottom: 0, right: 3)), .paddingMode: .modes(PerAxis(mode)),
      ]
      let padded = try OperatorName.pad.output([.input: input], options)
      #expect(
        try OperatorName.conv2d.output([.input: padded, .weights: weights])
          == OperatorName.conv2d.output([.input: input, .weights: weights], options))
    }
  }

  @Test("a copied cell is a ghost that names its source")
  func trace() throws {
    let experiment = try OperatorName.pad.experiment(
      [.input: Tensor.row([1, 2])], [.paddingMode: .modes(PerAxis(.replicate))])
    let term = try #require(experiment.trace(at: Coordinate(row: 0, column: 3)).terms.first)
    #expect(term.isGhost && term.position == Coordinate(row: -1, column: 2))
    #expect(term.source == Coordinate(row: 0, column: 1) && term.value == 2)
  }

  @Test("padding that the mode cannot fill, by name, negative or on an empty plane is refused")
  func refusals() throws {
    #expect(
      throws: ExperimentError.convolution(
        .geometry(.paddingModeDoesNotFit(.reflect, padding: 3, largestLegal: 2, axis: .horizontal)))
    ) {
      try row(.reflect, 3, 0)
    }
    #expect(throws: ExperimentError.convolution(.geometry(.padding(-1, axis: .horizontal)))) {
      try row(.zeros, -1, 0)
    }
    #expect(
      throws: ExperimentError.parameterValue(
        .padding, .named(.same), legal: .integers(0...AxisGeometry.limit))
    ) {
      try OperatorName.pad.output([.input: Tensor.row([1])], [.padding: .named(.same)])
    }
    #expect(throws: ExperimentError.convolution(.geometry(.emptyInput(axis: .vertical)))) {
      try OperatorName.pad.output([.input: Tensor(shape: Shape(height: 0, width: 2))])
    }
  }
}
