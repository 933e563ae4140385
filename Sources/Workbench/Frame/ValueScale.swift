import Explorer

/// The numbers that the two ends of a grid's colours stand for.
package struct ValueScale: Equatable, Sendable {
  package let low: Float
  package let high: Float
  /// What the ends come from: where the whole plane is not known yet, a global scale is that of the visible cells.
  package let kind: Scaling.Kind

  /// Where a number lies.
  package enum Place: Equatable, Sendable {
    /// From 0 at the lower end to 1 at the upper.
    case within(Float)
    case below
    case above
    /// Not a number.
    case nowhere

    /// The place of its colour: that of the end for what lies beyond.
    package var position: Float? {
      switch self {
      case .within(let position): position
      case .below: 0
      case .above: 1
      case .nowhere: nil
      }
    }
  }

  package init(low: Float, high: Float, kind: Scaling.Kind) {
    self.low = low
    self.high = high
    self.kind = kind
  }

  package func place(of value: Float) -> Place {
    guard !value.isNaN else { return .nowhere }
    if value < low { return .below }
    if value > high { return .above }
    // In Double, where the span of two Float32 values cannot overflow.
    let span = Double(high) - Double(low)
    return .within(span > 0 ? Float((Double(value) - Double(low)) / span) : low < 0 ? 0.5 : 0)
  }

  /// The scale for values of which `visible` are seen.
  ///
  /// - Parameters:
  ///   - whole: Least and largest of the whole plane; nil where that is not known.
  ///   - map: A map around zero makes both sides as long as the longer one.
  package init(_ scaling: Scaling, visible: [Float], whole: ClosedRange<Float>?, map: ColorMap) {
    let finite = visible.filter(\.isFinite)
    let local = ValueScale.range(of: finite)
    var kind = scaling.kind
    var ends: ClosedRange<Float>
    switch scaling {
    case .local: ends = local
    case .global:
      ends = whole ?? local
      if whole == nil { kind = .local }
    case .fixed(let given): ends = given
    case .clamped(let given?):
      let low = max(local.lowerBound, min(given.lowerBound, local.upperBound))
      ends = low...max(low, min(local.upperBound, given.upperBound))
    case .clamped(nil): ends = ValueScale.middle(of: finite) ?? local
    }
    if map.isSymmetric {
      let most = max(abs(ends.lowerBound), abs(ends.upperBound))
      // Where everything is 0, 0 keeps the colour of the middle, and the ends that of sizes.
      ends = most > 0 ? -most...most : -1...1
    }
    self.init(low: ends.lowerBound, high: ends.upperBound, kind: kind)
  }

  /// Least and largest of finite numbers; 0 when there are none.
  static func range(of finite: [Float]) -> ClosedRange<Float> {
    guard let first = finite.first else { return 0...0 }
    var (low, high) = (first, first)
    for value in finite {
      low = min(low, value)
      high = max(high, value)
    }
    return low...high
  }

  /// The numbers without a twentieth at either end; nil when hardly anything is left of their range.
  private static func middle(of finite: [Float]) -> ClosedRange<Float>? {
    let sorted = finite.sorted()
    guard sorted.count >= 20 else { return nil }
    let cut = sorted.count / 20
    let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
    return low < high ? low...high : nil
  }
}
