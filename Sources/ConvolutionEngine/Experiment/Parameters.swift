/// The name of an operator's parameter. The raw value is PyTorch's, with a hyphen, as on the command line.
public enum ParameterName: String, CaseIterable, Sendable {
  case stride
  case padding
  case paddingMode = "padding-mode"
  case dilation
  /// Turns the kernel by 180°: true convolution instead of cross-correlation.
  case flip
}

/// The value of a parameter.
public enum ParameterValue: Hashable, Sendable {
  /// A number per axis: stride, dilation.
  case axes(PerAxis<Int>)
  /// A number per side: padding.
  case sides(Padding)
  /// A padding mode per axis.
  case modes(PerAxis<PaddingMode>)
  case flag(Bool)
}

/// What a parameter may be, as menus, help and command lines need to know it.
public struct ParameterSpecification: Sendable {
  public let name: ParameterName
  public let defaultValue: ParameterValue

  public init(name: ParameterName, defaultValue: ParameterValue) {
    self.name = name
    self.defaultValue = defaultValue
  }

  /// Whether `value` is of the kind that the parameter takes (an axis pair, sides, modes or a flag).
  public func accepts(_ value: ParameterValue) -> Bool {
    switch (defaultValue, value) {
    case (.axes, .axes), (.sides, .sides), (.modes, .modes), (.flag, .flag): true
    default: false
    }
  }
}

/// The parameter values of an experiment.
public struct Parameters: Hashable, Sendable {
  private var values: [ParameterName: ParameterValue]

  /// The default of every specification.
  public init(defaultsOf specifications: [ParameterSpecification]) {
    values = [:]
    for specification in specifications { values[specification.name] = specification.defaultValue }
  }

  public subscript(name: ParameterName) -> ParameterValue? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

extension Parameters {
  /// Typed views of the window parameters; the default of PyTorch where a parameter is not there.
  public var stride: PerAxis<Int> { axes(.stride) }
  public var dilation: PerAxis<Int> { axes(.dilation) }
  public var padding: Padding {
    if case .sides(let padding)? = values[.padding] { padding } else { .none }
  }
  public var paddingMode: PerAxis<PaddingMode> {
    if case .modes(let modes)? = values[.paddingMode] { modes } else { PerAxis(.zeros) }
  }
  public var orientation: KernelOrientation {
    values[.flip] == .flag(true) ? .convolution : .crossCorrelation
  }

  private func axes(_ name: ParameterName) -> PerAxis<Int> {
    if case .axes(let pair)? = values[name] { pair } else { PerAxis(1) }
  }
}
