/// The value of a parameter. `ParameterText` gives each its one text form.
public enum ParameterValue: Hashable, Sendable {
  /// A whole number per axis: stride, dilation, sizes of two-dimensional operators.
  case axes(PerAxis<Int>)
  /// One whole number: groups, an axis, and the stride or dilation of one-dimensional operators.
  case integer(Int)
  case number(Double)
  /// A number per axis: a scale.
  case numbers(PerAxis<Double>)
  /// A number of cells per side: the padding of two-dimensional operators.
  case sides(Padding)
  /// A number of cells per end: the padding of one-dimensional operators.
  case ends(AxisPadding)
  /// Padding that follows from the other parameters.
  case named(NamedPadding)
  /// A padding mode per axis.
  case modes(PerAxis<PaddingMode>)
  /// The padding mode of a one-dimensional operator.
  case mode(PaddingMode)
  case signalMode(SignalMode)
  case flag(Bool)
}

/// What values a parameter takes, and in which text form; of kindred ones the wider comes first.
public enum ParameterKind: CaseIterable, Sendable {
  case axes, integer, numbers, number, sides, ends, modes, mode, signalMode, flag

  /// Whether `value` is of this kind. Padding per side or end may be named as well.
  public func accepts(_ value: ParameterValue) -> Bool {
    switch (self, value) {
    case (.axes, .axes), (.integer, .integer), (.number, .number), (.numbers, .numbers), (.sides, .sides),
      (.sides, .named), (.ends, .ends), (.ends, .named), (.modes, .modes), (.mode, .mode),
      (.signalMode, .signalMode), (.flag, .flag):
      true
    default: false
    }
  }
}
