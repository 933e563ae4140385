import ConvolutionEngine

/// Which outputs read which input positions along one axis.
///
/// Output i reads the positions i·stride − before + a·dilation for the taps a; a position of the padding reads its source.
struct AxisLinks {
  let geometry: AxisGeometry
  let input: Int
  let kernel: Int
  /// As many as the output has: a pool that rounds up has one more than the geometry alone would give.
  let outputs: Int

  // MARK: From a tap

  /// Whether some output lays this tap on the position.
  func isRead(_ position: Int, by tap: Int) -> Bool {
    let way = position - geometry.position(output: 0, tap: tap)
    return way >= 0 && way.isMultiple(of: geometry.stride) && way / geometry.stride < outputs
  }

  /// How many outputs lay this tap on a cell of the input itself, not on its padding.
  func insideCount(of tap: Int) -> Int {
    let first = geometry.position(output: 0, tap: tap)
    // Outputs before the first one with a position ≥ 0, and before the first one with a position ≥ input.
    let before = Self.ceiling(-first, geometry.stride)
    let end = Self.ceiling(input - first, geometry.stride)
    return max(0, min(end, outputs) - max(0, min(before, outputs)))
  }

  // MARK: To the outputs

  /// The positions whose value is that of an input cell: itself, and its copies in the padding.
  ///
  /// Padding within the legal limits: a mirrored or wrapped cell has at most one copy at each end.
  func copies(of source: Int) -> [ClosedRange<Int>] {
    let last = input - 1
    let (first, end) = (-geometry.paddingBefore, last + geometry.paddingAfter)
    let others: [ClosedRange<Int>]
    switch geometry.mode {
    case .zeros: others = []
    case .reflect: others = [-source, 2 * last - source].filter { $0 != source }.map { $0...$0 }
    case .circular: others = [source - input...source - input, source + input...source + input]
    case .replicate:
      others =
        (source == 0 && first < 0 ? [first...(-1)] : []) + (source == last && end > last ? [(last + 1)...end] : [])
    }
    return [source...source] + others.filter { $0.lowerBound >= first && $0.upperBound <= end }
  }

  /// Whether an output reads one of some ranges of positions.
  func reads(anyOf ranges: [ClosedRange<Int>], output: Int) -> Bool {
    let first = geometry.position(output: output, tap: 0)
    return ranges.contains { range in
      let tap = max(0, Self.ceiling(range.lowerBound - first, geometry.dilation))
      return tap < kernel && first + tap * geometry.dilation <= range.upperBound
    }
  }

  /// How many outputs read one of some ranges of positions. Complexity: O(kernel extent + length of the ranges).
  func outputCount(reading ranges: [ClosedRange<Int>]) -> Int {
    outputs(near: ranges).ranges.reduce(0) { sum, range in
      sum + range.count { reads(anyOf: ranges, output: $0) }
    }
  }

  /// The outputs that read one of some ranges of positions, in order; nil when more than `limit` would have to be looked
  /// at. Complexity: O(limit).
  func outputs(reading ranges: [ClosedRange<Int>], limit: Int) -> [Int]? {
    let near = outputs(near: ranges)
    guard near.ranges.reduce(0, { $0 + $1.count }) <= limit else { return nil }
    return near.ranges.flatMap { range in range.filter { reads(anyOf: ranges, output: $0) } }
  }

  /// The outputs whose windows span one of the ranges, with or without a tap on it.
  private func outputs(near ranges: [ClosedRange<Int>]) -> RangeSet<Int> {
    var near = RangeSet<Int>()
    let extent = geometry.effectiveExtent(kernel: kernel)
    for range in ranges {
      let low = max(0, Self.ceiling(range.lowerBound + geometry.paddingBefore - extent + 1, geometry.stride))
      let high = min(outputs, Self.ceiling(range.upperBound + geometry.paddingBefore + 1, geometry.stride))
      if low < high { near.insert(contentsOf: low..<high) }
    }
    return near
  }

  /// ⌈value / divisor⌉ for a positive divisor.
  private static func ceiling(_ value: Int, _ divisor: Int) -> Int {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}

extension AxisLinks {
  /// The links of both axes of a window.
  static func axes(of window: SlidingWindow, in experiment: Experiment) -> (vertical: AxisLinks, horizontal: AxisLinks)
  {
    let (input, output) = (experiment.inputShape, experiment.outputShape)
    return (
      AxisLinks(
        geometry: window.geometry.vertical, input: input.height, kernel: window.kernel.vertical, outputs: output.height),
      AxisLinks(
        geometry: window.geometry.horizontal, input: input.width, kernel: window.kernel.horizontal,
        outputs: output.width)
    )
  }
}
