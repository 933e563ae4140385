import ConvolutionEngine
import Testing

/// Sizes that no memory holds: refused with their facts, never a trap, before anything is allocated.
@Suite struct OversizedOperatorTests {
  static let huge = [1 << 31, 1_000_000_000_000_000_000, Int.max, Int.min, 0, -1]

  @Test("sizes, strides, paddings and dilations out of range are refused by every pool", arguments: huge)
  func pools(number: Int) throws {
    let input = try Tensor.counting(Shape(height: 3, width: 3))
    for name in [OperatorName.maxPool1d, .maxPool2d, .avgPool1d, .avgPool2d] {
      let isSignal = name.rawValue.hasSuffix("1d")
      let value: ParameterValue = isSignal ? .integer(number) : .axes(PerAxis(number))
      let padding: ParameterValue = isSignal ? .ends(AxisPadding(number)) : .sides(Padding(number))
      #expect(throws: ExperimentError.parameterValue(.kernelSize, value, legal: .integers(1...AxisGeometry.limit))) {
        _ = try name.experiment([.input: input], [.kernelSize: value])
      }
      #expect(throws: ExperimentError.self) { _ = try name.experiment([.input: input], [.stride: value]) }
      if number != 0 {
        #expect(throws: ExperimentError.self) { _ = try name.experiment([.input: input], [.padding: padding]) }
      }
      for rounding in [true, false] {
        let ceil: ParameterValue = .flag(rounding)
        #expect(throws: ExperimentError.self) {
          _ = try name.experiment([.input: input], [.stride: value, .padding: padding, .ceilMode: ceil])
        }
      }
    }
    for name in [OperatorName.adaptiveAvgPool2d, .adaptiveMaxPool2d] {
      #expect(throws: ExperimentError.self) {
        _ = try name.experiment([.input: input], [.outputSize: .axes(PerAxis(number))])
      }
    }
  }

  @Test("the largest legal numbers make sums that fit")
  func limits() throws {
    let limit = AxisGeometry.limit
    let input = try Tensor.row([1, 2])
    // A kernel as wide as all the padding around two cells: one window, all of whose other cells are padding.
    let wide: [ParameterName: ParameterValue] = [
      .kernelSize: .integer(limit), .padding: .ends(AxisPadding(before: limit - 2, after: 0)),
    ]
    #expect(try OperatorName.maxPool1d.output([.input: input], wide).values == [2])
    #expect(try OperatorName.avgPool1d.output([.input: input], wide).values == [Float(3 / Double(limit))])
    // Taps that far apart, of which the first lies on the input.
    let apart: [ParameterName: ParameterValue] = [
      .kernelSize: .integer(2), .stride: .integer(limit), .dilation: .integer(limit),
      .padding: .ends(AxisPadding(before: 0, after: limit)),
    ]
    #expect(try OperatorName.maxPool1d.output([.input: input], apart).values == [1])
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.maxPool1d.experiment(
        [.input: input], [.kernelSize: .integer(limit), .dilation: .integer(limit)])
    }
  }

  @Test("outputs beyond the limit are refused before they are made")
  func outputs() throws {
    let input = try Tensor.row([1, 2])
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.maxPool2d.experiment(
        [.input: input], [.kernelSize: .axes(PerAxis(1)), .padding: .sides(Padding(AxisGeometry.limit))])
    }
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.upsampleNearest.experiment([.input: input], [.scale: .numbers(PerAxis(1e8))])
    }
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.pad.experiment([.input: input], [.padding: .sides(Padding(AxisGeometry.limit))])
    }
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.affineGridSample.experiment(
        [.input: input, .theta: Tensor(shape: Shape(height: 2, width: 3))],
        [.outputSize: .axes(PerAxis(AxisGeometry.limit))])
    }
  }

  @Test("empty batches of planes too large for any memory are counted without a trap")
  func emptyBatches() throws {
    let side = 1 << 31
    let empty = try Tensor(shape: Shape(batch: 0, channels: 1, height: side, width: side))
    for name in [OperatorName.maxPool2d, .avgPool2d, .adaptiveAvgPool2d, .pad] {
      #expect(throws: ExperimentError.self) { _ = try name.experiment([.input: empty]) }
    }
    for name in [OperatorName.relu, .softmax] {
      #expect(try name.output([.input: empty]).values.isEmpty)
    }
    #expect(try OperatorName.add.output([.input: empty, .secondInput: empty]).values.isEmpty)
    // Twice the rows no longer fits `Int` as a product.
    #expect(throws: ExperimentError.self) {
      _ = try OperatorName.concat.experiment([.input: empty, .secondInput: empty], [.axis: .integer(2)])
    }
  }

  @Test("an empty batch gives an empty output of the right shape")
  func emptyBatch() throws {
    let empty = try Tensor(shape: Shape(batch: 0, channels: 2, height: 4, width: 6))
    let pooled = try Shape(batch: 0, channels: 2, height: 2, width: 3)
    #expect(try OperatorName.maxPool2d.output([.input: empty]).shape == pooled)
    #expect(try OperatorName.avgPool2d.output([.input: empty]).shape == pooled)
    #expect(try OperatorName.flatten.output([.input: empty]).shape == Shape(batch: 0, height: 1, width: 48))
  }

  @Test("planes without rows or columns have no windows")
  func emptyPlanes() throws {
    let empty = try Tensor(shape: Shape(height: 0, width: 6))
    for name in [OperatorName.maxPool2d, .avgPool2d, .adaptiveAvgPool2d, .adaptiveMaxPool2d, .globalAvgPool2d] {
      #expect(throws: ExperimentError.convolution(.geometry(.emptyInput(axis: .vertical)))) {
        _ = try name.experiment([.input: empty])
      }
    }
    #expect(throws: ExperimentError.emptyOperand(.input, empty.shape)) {
      _ = try OperatorName.upsampleNearest.experiment([.input: empty])
    }
  }
}
