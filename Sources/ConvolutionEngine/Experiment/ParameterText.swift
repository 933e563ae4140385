extension ParameterValue: CustomStringConvertible {
  /// The shortest text that `ParameterSpecification.value(from:)` reads back: `2`, `2,1`, `1,0,1,0`, `reflect,zeros`, `true`.
  public var description: String {
    switch self {
    case .axes(let pair):
      return pair.vertical == pair.horizontal ? "\(pair.vertical)" : "\(pair.vertical),\(pair.horizontal)"
    case .sides(let padding):
      let isPair = padding.top == padding.bottom && padding.left == padding.right
      guard isPair else { return "\(padding.top),\(padding.left),\(padding.bottom),\(padding.right)" }
      return padding.top == padding.left ? "\(padding.top)" : "\(padding.top),\(padding.left)"
    case .modes(let modes):
      return modes.vertical == modes.horizontal
        ? modes.vertical.rawValue : "\(modes.vertical.rawValue),\(modes.horizontal.rawValue)"
    case .flag(let flag):
      return flag ? "true" : "false"
    }
  }
}

extension ParameterSpecification {
  /// Reads a value as it is written on a command line: `2` or `2,1` (vertical, horizontal); padding `1`, `1,2`
  /// (vertical, horizontal) or `1,2,3,4` (top, left, bottom, right); modes `reflect` or `reflect,zeros`; `true`, `false`.
  ///
  /// Returns nil for a text of another form. Ranges are checked where the geometry is made.
  public func value(from text: String) -> ParameterValue? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    switch defaultValue {
    case .axes:
      return PerAxis(parts.compactMap { Int($0) }, expecting: parts.count).map { .axes($0) }
    case .sides:
      let numbers = parts.compactMap { Int($0) }
      if numbers.count == 4, parts.count == 4 {
        return .sides(Padding(top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3]))
      }
      return PerAxis(numbers, expecting: parts.count)
        .map { .sides(Padding(vertical: $0.vertical, horizontal: $0.horizontal)) }
    case .modes:
      return PerAxis(parts.compactMap { PaddingMode(rawValue: $0) }, expecting: parts.count).map { .modes($0) }
    case .flag:
      switch text {
      case "true": return .flag(true)
      case "false": return .flag(false)
      default: return nil
      }
    }
  }
}

extension PerAxis {
  /// One value for both axes or one for each; nil for any other number of values.
  fileprivate init?(_ values: [Value], expecting count: Int) {
    guard values.count == count else { return nil }
    switch values.count {
    case 1: self.init(values[0])
    case 2: self.init(vertical: values[0], horizontal: values[1])
    default: return nil
    }
  }
}
