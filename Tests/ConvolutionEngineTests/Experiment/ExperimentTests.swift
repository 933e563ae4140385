import ConvolutionEngine
import Testing

@Suite struct ExperimentTests {
  private func plus() throws -> Experiment {
    let input = try #require(InputPreset.named("plus")).tensor()
    let weights = try #require(KernelPreset.named("sobel-x")).weights
    return try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
  }

  @Test("an experiment has the operator's defaults, an output shape, cells and a whole output that agree")
  func output() throws {
    let experiment = try plus()
    #expect(experiment.outputShape == (try Shape(height: 5, width: 5)))
    let output = try #require(experiment.output())
    for offset in 0..<output.shape.count {
      let cell = output.shape.coordinate(at: offset)
      #expect(experiment.value(at: cell) == output[cell])
      #expect(experiment.trace(at: cell).result == output[cell])
    }
    #expect(output[row: 2, column: 1] == 4)
    #expect(experiment.output(schedule: RowBandSchedule(isCancelled: { true })) == nil)
  }

  @Test("an edit changes the cell, the output and equality, and its inverse brings the old experiment back")
  func edit() throws {
    var experiment = try plus()
    let before = experiment
    let centre = Coordinate(row: 3, column: 3)
    try experiment.setValue(5, of: .input, at: centre)
    #expect(experiment != before)
    #expect(experiment.value(at: Coordinate(row: 2, column: 1)) == 12)
    try experiment.setValue(1, of: .input, at: centre)
    #expect(experiment == before)
  }

  @Test("a parameter changes the plan")
  func parameter() throws {
    var experiment = try plus()
    try experiment.setParameter(.padding, to: .sides(Padding(1)))
    try experiment.setParameter(.stride, to: .axes(PerAxis(vertical: 2, horizontal: 3)))
    #expect(experiment.outputShape == (try Shape(height: 4, width: 3)))
    #expect(experiment.parameters.stride == PerAxis(vertical: 2, horizontal: 3))
  }

  @Test("an operand can be replaced, and the optional bias set and removed")
  func operand() throws {
    var experiment = try plus()
    let before = experiment
    try experiment.setOperand(.bias, to: Tensor(rows: [[10]]))
    #expect(experiment.value(at: Coordinate(row: 2, column: 2)) == 10)
    try experiment.setOperand(.bias, to: nil)
    #expect(experiment == before)
    try experiment.setOperand(.weights, to: Tensor(rows: [[1, 1]]))
    #expect(experiment.outputShape == (try Shape(height: 7, width: 6)))
  }

  @Test("what does not fit is refused with its facts, and the old state stays")
  func refusals() throws {
    let experiment = try plus()
    func refused(_ expected: ExperimentError, _ change: (inout Experiment) throws -> Void) {
      var changed = experiment
      #expect(throws: expected) { try change(&changed) }
      #expect(changed == experiment)
      #expect(changed.outputShape == experiment.outputShape)
    }
    let plane = try Shape(height: 7, width: 7)
    let outside = Coordinate(row: 7, column: 0)
    refused(.coordinate(outside, operand: .input, shape: plane)) { try $0.setValue(1, of: .input, at: outside) }
    refused(.missingOperand(.bias)) { try $0.setValue(1, of: .bias, at: Coordinate(row: 0, column: 0)) }
    refused(.missingOperand(.weights)) { try $0.setOperand(.weights, to: nil) }
    refused(.missingOperand(.input)) { try $0.setOperand(.input, to: nil) }
    refused(.unknownParameter(.stride, operation: .conv2d)) { try $0.setParameter(.stride, to: .flag(true)) }
    refused(.convolution(.geometry(.stride(0, axis: .horizontal)))) {
      try $0.setParameter(.stride, to: .axes(PerAxis(vertical: 1, horizontal: 0)))
    }
    refused(.convolution(.geometry(.dilation(-1, axis: .vertical)))) {
      try $0.setParameter(.dilation, to: .axes(PerAxis(-1)))
    }
    refused(.convolution(.geometry(.kernelDoesNotFit(effectiveExtent: 9, paddedInput: 7, axis: .vertical)))) {
      try $0.setOperand(.weights, to: Tensor(shape: Shape(height: 9, width: 1)))
    }
    refused(.convolution(.channelMismatch(input: 1, weights: 2, groups: 1))) {
      try $0.setOperand(.weights, to: Tensor(shape: Shape(channels: 2, height: 3, width: 3)))
    }
    refused(.convolution(.biasMismatch(bias: 2, filters: 1))) {
      try $0.setOperand(.bias, to: Tensor(shape: Shape(channels: 2, height: 1, width: 1)))
    }
  }

  @Test("reflect padding that is not smaller than the input is refused")
  func reflect() throws {
    var experiment = try plus()
    try experiment.setParameter(.padding, to: .sides(Padding(7)))
    let before = experiment
    let expected = GeometryError.paddingModeDoesNotFit(.reflect, padding: 7, largestLegal: 6, axis: .vertical)
    #expect(throws: ExperimentError.convolution(.geometry(expected))) {
      try experiment.setParameter(.paddingMode, to: .modes(PerAxis(.reflect)))
    }
    #expect(experiment == before)
  }

  @Test("an output beyond the limit is refused before anything is allocated")
  func outputLimit() throws {
    var experiment = try plus()
    #expect(
      throws: ExperimentError.outputTooLarge(
        try Shape(height: 200_005, width: 200_005), limit: Experiment.outputLimit)
    ) {
      try experiment.setParameter(.padding, to: .sides(Padding(100_000)))
    }
    #expect(experiment == (try plus()))
  }
}
