extension ParameterValue: CustomStringConvertible {
  /// The shortest text that `ParameterSpecification.value(from:)` reads back: `2`, `2,1`, `1,0,1,0`, `reflect,zeros`, `true`.
  public var description: String {
    switch self {
    case .axes(let pair):
      return pair.vertical == pair.horizontal ? "\(pair.vertical)" : "\(pair.vertical),\(pair.horizontal)"
    case .integer(let number): return "\(number)"
    case .number(let number): return Self.text(number)
    case .numbers(let pair):
      let (vertical, horizontal) = (Self.text(pair.vertical), Self.text(pair.horizontal))
      return vertical == horizontal ? vertical : "\(vertical),\(horizontal)"
    case .sides(let padding):
      let isPair = padding.top == padding.bottom && padding.left == padding.right
      guard isPair else { return "\(padding.top),\(padding.left),\(padding.bottom),\(padding.right)" }
      return padding.top == padding.left ? "\(padding.top)" : "\(padding.top),\(padding.left)"
    case .ends(let ends): return ends.before == ends.after ? "\(ends.before)" : "\(ends.before),\(ends.after)"
    case .named(let name): return name.rawValue
    case .modes(let modes):
      return modes.vertical == modes.horizontal
        ? modes.vertical.rawValue : "\(modes.vertical.rawValue),\(modes.horizontal.rawValue)"
    case .mode(let mode): return mode.rawValue
    case .signalMode(let mode): return mode.rawValue
    case .flag(let flag): return flag ? "true" : "false"
    }
  }

  /// Whole numbers without their `.0`.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}

extension ParameterSpecification {
  /// Reads a value as it is written on a command line: `2` or `2,1` (vertical, horizontal); padding `1`, `1,2`
  /// (vertical, horizontal), `1,2,3,4` (top, left, bottom, right), in one dimension `1` or `1,2` (left, right), or `same`,
  /// `valid`; modes `reflect` or `reflect,zeros`; `true`, `false`.
  ///
  /// Returns nil for a text of another form. Ranges are checked where the geometry is made.
  public func value(from text: String) -> ParameterValue? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    switch kind {
    case .axes: return PerAxis(parts.compactMap { Int($0) }, expecting: parts.count).map { .axes($0) }
    case .integer: return Int(text).map { .integer($0) }
    case .number: return Self.number(text).map { .number($0) }
    case .numbers: return PerAxis(parts.compactMap(Self.number), expecting: parts.count).map { .numbers($0) }
    case .sides: return NamedPadding(rawValue: text).map { .named($0) } ?? Self.sides(parts).map { .sides($0) }
    case .ends: return NamedPadding(rawValue: text).map { .named($0) } ?? Self.ends(parts).map { .ends($0) }
    case .modes:
      return PerAxis(parts.compactMap { PaddingMode(rawValue: $0) }, expecting: parts.count).map { .modes($0) }
    case .mode: return PaddingMode(rawValue: text).map { .mode($0) }
    case .signalMode: return SignalMode(rawValue: text).map { .signalMode($0) }
    case .flag: return ["true": .flag(true), "false": .flag(false)][text]
    }
  }

  /// A decimal number; not the hexadecimal ones and words for infinity that `Double` reads too.
  private static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    return isDecimal ? Double(text) : nil
  }

  private static func sides(_ parts: [String]) -> Padding? {
    let numbers = parts.compactMap { Int($0) }
    if numbers.count == 4, parts.count == 4 {
      return Padding(top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3])
    }
    return PerAxis(numbers, expecting: parts.count)
      .map { Padding(vertical: $0.vertical, horizontal: $0.horizontal) }
  }

  private static func ends(_ parts: [String]) -> AxisPadding? {
    PerAxis(parts.compactMap { Int($0) }, expecting: parts.count)
      .map { AxisPadding(before: $0.vertical, after: $0.horizontal) }
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
