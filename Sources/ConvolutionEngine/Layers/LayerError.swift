/// Why a layer does not fit what it is given. Facts only; a network adds the name of the layer.
public enum LayerError: Error, Equatable, Sendable {
  /// No activation has these axes: there are not one or three of them, one is below 1, or there are too many elements.
  case activationAxes([Int])
  /// A tensor of this shape is no batch of such activations.
  case activationTensor(Shape, expected: ActivationShape)
  /// The layer does not take that many inputs.
  case inputCount(Int, legal: ClosedRange<Int>)
  /// The layer takes feature maps (C,H,W), not a vector.
  case vectorInput(ActivationShape)
  /// The layer cannot do without this parameter.
  case missingParameter(ParameterName)
  /// The number of filters or features is not in the range.
  case outputs(Int, legal: ClosedRange<Int>)
  /// The layer's operator refuses shapes or parameters.
  case operation(ExperimentError)
  /// A weight or buffer that the layer needs was not given.
  case missingTensor(OperandName)
  /// More of something than `Int` counts.
  case uncountable(LayerQuantity)
}

/// What is counted for a layer.
public enum LayerQuantity: String, CaseIterable, Sendable {
  case parameters
  case multiplyAccumulates
  case bytes
}
