/// Spans of the input that move on steadily with the unit: unit u + period sees what unit u sees, `shift` cells further on.
struct FieldTrack: Hashable, Sendable {
  /// The cells by which the fields have moved on after one period, at least 0.
  let shift: Int
  /// The fields of the units of the first period; nil for a unit that nothing reaches.
  let spans: [Span?]

  /// The cells of the input from `first` to `last`, both included.
  struct Span: Hashable {
    let first: Int
    let last: Int

    func union(_ other: Span) -> Span { Span(first: min(first, other.first), last: max(last, other.last)) }
  }

  var period: Int { spans.count }

  /// Cells for each unit, on average.
  var rate: Ratio { Ratio(shift, period) }

  func movesLike(_ other: FieldTrack) -> Bool { rate == other.rate }

  /// The field of a unit, of which there may be any; nil when nothing reaches it.
  func span(at unit: Int) throws(UntoldField) -> Span? {
    let remainder = unit % period
    let phase = remainder < 0 ? remainder + period : remainder
    guard let span = spans[phase] else { return nil }
    let (moved, overflow) = shift.multipliedReportingOverflow(by: (unit - phase) / period)
    let (first, firstOverflow) = span.first.addingReportingOverflow(moved)
    let (last, lastOverflow) = span.last.addingReportingOverflow(moved)
    guard !overflow, !firstOverflow, !lastOverflow else { throw UntoldField() }
    return Span(first: first, last: last)
  }

  /// The fields after a layer.
  func seen(through reach: AxisReach) throws(UntoldField) -> FieldTrack {
    guard reach.period <= AxisField.periodLimit, reach.advance <= AxisGeometry.limit else { throw UntoldField() }
    let divisor = greatestCommonDivisor(period, reach.advance)
    let newPeriod = reach.period * (period / divisor)
    let (newShift, overflow) = shift.multipliedReportingOverflow(by: reach.advance / divisor)
    guard newPeriod <= AxisField.periodLimit, !overflow else { throw UntoldField() }
    var seen: [Span?] = []
    for unit in 0..<newPeriod { seen.append(try hull(of: reach.cells(of: unit))) }
    return FieldTrack(shift: newShift, spans: seen)
  }

  /// The union of the fields of units at even distances.
  ///
  /// Phases repeat after at most `period` of them, and within a phase fields only move on: the first and last `period` units
  /// hold the outermost ones.
  private func hull(of units: AxisReach.Cells) throws(UntoldField) -> Span? {
    let ends = min(units.count, period)
    var hull: Span?
    for index in Array(0..<ends) + Array(max(ends, units.count - ends)..<units.count) {
      guard let span = try span(at: units.cell(index)) else { continue }
      hull = hull?.union(span) ?? span
    }
    return hull
  }

  /// Both fields of each unit together, for tracks that move alike.
  func union(_ other: FieldTrack) throws(UntoldField) -> FieldTrack {
    let factor = other.period / greatestCommonDivisor(period, other.period)
    let common = period * factor
    let (newShift, overflow) = shift.multipliedReportingOverflow(by: factor)
    guard common <= AxisField.periodLimit, !overflow else { throw UntoldField() }
    var spans: [Span?] = []
    for unit in 0..<common {
      let (own, others) = (try span(at: unit), try other.span(at: unit))
      spans.append(others.map { own?.union($0) ?? $0 } ?? own)
    }
    return FieldTrack(shift: newShift, spans: spans)
  }

  /// The most cells from the first that `first` reaches to the last that `last` reaches, over units `0..<count`; 0 when
  /// there is no unit that both reach.
  ///
  /// Units of the same phase drift apart steadily, so that the first and the last of each phase are enough.
  static func mostCells(
    from first: FieldTrack, to last: FieldTrack, count: Int
  ) throws(UntoldField) -> Int {
    let common = first.period * (last.period / greatestCommonDivisor(first.period, last.period))
    guard common <= AxisField.periodLimit else { throw UntoldField() }
    var most = 0
    for phase in 0..<min(common, count) {
      for unit in Set([phase, phase + (count - 1 - phase) / common * common]) {
        guard let start = try first.span(at: unit)?.first, let end = try last.span(at: unit)?.last else { continue }
        let (distance, overflow) = end.subtractingReportingOverflow(start)
        guard !overflow, distance < Int.max else { throw UntoldField() }
        most = max(most, distance + 1)
      }
    }
    return most
  }
}

/// A field that repeats too late or lies too far off to be told: strides and kernels beyond all that networks have.
struct UntoldField: Error {}
