/// A layer: an operator together with everything about it that does not depend on its input.
///
/// A layer holds no weights and no sizes of its own: it says which weights it needs for an input of a given shape. What it
/// was asked for is checked then, so that making one cannot fail.
/// A new layer is a file with a conforming type and a line in `LayerCatalog`.
public protocol Layer: Sendable {
  /// The operator that it runs through. Its name is that of the layer in the catalogue and in files.
  static var operation: OperatorName { get }

  /// How many inputs the layer takes; one unless it joins several.
  static var inputCount: ClosedRange<Int> { get }

  /// The parameters of its operator.
  var parameters: Parameters { get }

  /// The weights and buffers for inputs of these shapes, in the order of a PyTorch state dict.
  func tensors(for inputs: [ActivationShape]) throws(LayerError) -> [LayerTensor]

  /// The shape of the output for inputs of these shapes.
  func outputShape(for inputs: [ActivationShape]) throws(LayerError) -> ActivationShape

  /// The products of a weight and an activation in one forward pass of one picture, each with its addition.
  ///
  /// A bias is no product. Zeros count, those of the padding as well as those that a transposed convolution crops, since
  /// which of them a program leaves out is its own affair.
  func multiplyAccumulates(for inputs: [ActivationShape]) throws(LayerError) -> Int

  /// The taps of its window per axis, for a layer that has one of a given size.
  var kernel: PerAxis<Int>? { get }

  /// The parts into which the channels are cut, for a layer that cuts them.
  var groups: Int? { get }

  /// Which input cells reach an output cell, along each axis of feature maps.
  func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach>

  /// The output for a batch.
  ///
  /// - Parameters:
  ///   - tensors: the layer's weights and buffers, with the axes that `tensors(for:)` gives.
  ///   - algorithm: how a convolution is computed; `exact` for one that does not apply.
  /// - Returns: nil when the schedule was cancelled.
  func forward(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], schedule: RowBandSchedule,
    algorithm: ConvolutionAlgorithm
  ) throws(LayerError) -> Activation?
}

/// What holds for most layers.
extension Layer {
  public static var inputCount: ClosedRange<Int> { 1...1 }

  public static var kind: String { operation.rawValue }

  public var kind: String { Self.kind }

  public func tensors(for inputs: [ActivationShape]) throws(LayerError) -> [LayerTensor] { [] }

  public func outputShape(for inputs: [ActivationShape]) throws(LayerError) -> ActivationShape {
    try OperatorLayer.outputShape(of: self, for: inputs)
  }

  public func multiplyAccumulates(for inputs: [ActivationShape]) throws(LayerError) -> Int { 0 }

  public var kernel: PerAxis<Int>? { nil }

  public var groups: Int? { nil }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> { PerAxis(.cell) }

  public func forward(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], schedule: RowBandSchedule,
    algorithm: ConvolutionAlgorithm
  ) throws(LayerError) -> Activation? {
    try OperatorLayer.forward(self, inputs, tensors: tensors, schedule: schedule, algorithm: algorithm)
  }
}
