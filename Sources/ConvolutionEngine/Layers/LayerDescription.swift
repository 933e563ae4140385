/// A kind of layer: what it may be asked for, and how it is made.
public struct LayerDescription: Sendable {
  /// The name in files, which is also its operator's.
  public let kind: String
  /// How many inputs it takes.
  public let inputCount: ClosedRange<Int>
  /// What the layer has as many of as it is told; nil for a layer whose output follows from its input.
  public let outputs: LayerOutputs?
  /// Whether it can be told to have a bias or none.
  public let hasBiasOption: Bool
  /// The parameters that it takes, besides outputs and bias.
  public let parameters: [ParameterSpecification]

  private let make: @Sendable (LayerSettings) -> any Layer

  init<Kind: Layer>(
    outputs: LayerOutputs? = nil, hasBiasOption: Bool = false, parameters: [ParameterSpecification] = [],
    make: @escaping @Sendable (LayerSettings) -> Kind
  ) {
    kind = Kind.kind
    inputCount = Kind.inputCount
    self.outputs = outputs
    self.hasBiasOption = hasBiasOption
    self.parameters = parameters
    self.make = make
  }

  /// A layer of this kind. What is out of range is refused when the layer meets an input.
  public func layer(_ settings: LayerSettings) -> any Layer { make(settings) }
}

/// What a layer has as many of as it is told. The raw value is the name in files.
public enum LayerOutputs: String, CaseIterable, Sendable {
  /// The output channels of a convolution, PyTorch's `out_channels`.
  case filters
  /// The outputs of a linear layer, PyTorch's `out_features`.
  case features
}

/// What a layer is asked for.
public struct LayerSettings: Sendable {
  /// The number of filters or features, for a layer that has some.
  public var outputs: Int
  /// Whether a layer that can have a bias has one.
  public var hasBias: Bool
  public var parameters: Parameters

  public init(outputs: Int = 1, hasBias: Bool = true, parameters: Parameters) {
    self.outputs = outputs
    self.hasBias = hasBias
    self.parameters = parameters
  }
}

extension Parameters {
  /// The values given; those that are nil follow from the others or are the operator's defaults.
  init(_ values: KeyValuePairs<ParameterName, ParameterValue?>) {
    self.init(defaultsOf: [])
    for (name, value) in values { self[name] = value }
  }
}
