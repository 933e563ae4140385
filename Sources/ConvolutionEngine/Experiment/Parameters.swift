/// What a parameter may be, as menus, help and command lines need to know it.
public struct ParameterSpecification: Sendable {
  public let name: ParameterName
  public let kind: ParameterKind
  /// The value unless another one is given; nil for a parameter that then follows from the others, as the stride of a pool
  /// follows its kernel size.
  public let defaultValue: ParameterValue?
  /// Whether PyTorch has no default, so that a command line must give it; `defaultValue` is then where exploring begins.
  public let isRequired: Bool

  public init(
    _ name: ParameterName, _ kind: ParameterKind, default defaultValue: ParameterValue?, isRequired: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.isRequired = isRequired
  }

  /// `value` in the form this parameter takes, or nil: a 2 for both axes is also the 2 of a single one, as in their texts.
  public func adopted(_ value: ParameterValue) -> ParameterValue? {
    kind.accepts(value) ? value : self.value(from: value.description)
  }
}

/// The parameter values of an experiment.
public struct Parameters: Hashable, Sendable {
  private var values: [ParameterName: ParameterValue]

  /// The default of every specification that has one.
  public init(defaultsOf specifications: [ParameterSpecification]) {
    values = [:]
    for specification in specifications { values[specification.name] = specification.defaultValue }
  }

  /// The defaults of an operator, with these values in the place of theirs.
  public init(for operation: OperatorName, _ values: [ParameterName: ParameterValue] = [:]) {
    self.init(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in values { self[name] = value }
  }

  public subscript(name: ParameterName) -> ParameterValue? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

/// Typed views; PyTorch's default where a parameter is not there.
extension Parameters {
  public var stride: PerAxis<Int> { axes(.stride) ?? PerAxis(1) }
  public var dilation: PerAxis<Int> { axes(.dilation) ?? PerAxis(1) }
  public var groups: Int { integer(.groups) ?? 1 }
  public var paddingMode: PerAxis<PaddingMode> {
    switch values[.paddingMode] {
    case .modes(let modes): modes
    case .mode(let mode): PerAxis(vertical: .zeros, horizontal: mode)
    default: PerAxis(.zeros)
    }
  }
  public var orientation: KernelOrientation {
    flag(.flip) ? .convolution : .crossCorrelation
  }

  /// A number for each axis; a one-dimensional one counts for the horizontal axis, with 1 for the other.
  public func axes(_ name: ParameterName) -> PerAxis<Int>? {
    switch values[name] {
    case .axes(let pair): pair
    case .integer(let number): PerAxis(vertical: 1, horizontal: number)
    default: nil
    }
  }

  public func integer(_ name: ParameterName) -> Int? {
    if case .integer(let number)? = values[name] { number } else { nil }
  }

  public func number(_ name: ParameterName) -> Double? {
    if case .number(let number)? = values[name] { number } else { nil }
  }

  public func flag(_ name: ParameterName) -> Bool { values[name] == .flag(true) }

  /// Padding given in cells; nil where it is named. Ends of a one-dimensional operator are left and right.
  public var paddingCells: Padding? {
    switch values[.padding] {
    case .sides(let padding): padding
    case .ends(let ends): Padding(top: 0, left: ends.before, bottom: 0, right: ends.after)
    case .named: nil
    default: Padding.none
    }
  }

  public var namedPadding: NamedPadding? {
    if case .named(let name)? = values[.padding] { name } else { nil }
  }
}
