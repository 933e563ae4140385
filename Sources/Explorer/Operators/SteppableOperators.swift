import ConvolutionEngine

/// The operators that make one output grid of one input grid, perhaps with a kernel, and so can be stepped.
package enum SteppableOperators {
  /// In the order of menus.
  package static let all: [OperatorName] = [
    .conv2d, .conv1d, .convTranspose2d, .convTranspose1d,
    .maxPool2d, .avgPool2d, .maxPool1d, .avgPool1d, .adaptiveAvgPool2d, .adaptiveMaxPool2d, .globalAvgPool2d,
    .relu, .leakyRelu, .sigmoid, .tanh, .softmax,
    .pad, .upsampleNearest,
  ]
}

extension OperatorName {
  /// Whether the operator takes signals: planes of one row.
  package var isForSignals: Bool { OperatorCatalog.description(of: self).layout == .signals }

  /// Whether the first axis of the weights is the input's channels, the second the filters.
  package var isTransposed: Bool { self == .convTranspose1d || self == .convTranspose2d }

  /// Whether the operator multiplies with weights.
  package var hasWeights: Bool { OperatorCatalog.description(of: self).requiredOperands.contains(.weights) }
}
