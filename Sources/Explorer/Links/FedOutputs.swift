import ConvolutionEngine

/// The output cells that one cell of an operand feeds, as the crossings of some rows with some columns in some planes.
struct FedOutputs {
  let batches: Range<Int>
  let channels: Range<Int>
  let rows: [Int]
  let columns: [Int]

  /// The number of cells; `Int.max` when it has none.
  var count: Int {
    let (planes, many) = batches.count.multipliedReportingOverflow(by: channels.count)
    let (inPlane, more) = rows.count.multipliedReportingOverflow(by: columns.count)
    let (all, most) = planes.multipliedReportingOverflow(by: inPlane)
    return many || more || most ? .max : all
  }

  /// - Returns: nil for an operand whose way through the operator is not known here, and when more than `limit` rows or
  ///   columns would have to be looked at one by one.
  init?(of operand: OperandName, at place: Coordinate, in experiment: Experiment, limit: Int) {
    let output = experiment.outputShape
    let filters = FedFilters(experiment)
    switch operand {
    case .input:
      guard let (rows, columns) = Self.crossing(place, in: experiment, limit: limit) else { return nil }
      (self.rows, self.columns) = (rows, columns)
      batches = filters.axis == 0 ? 0..<output.batch : place.batch..<(place.batch + 1)
      channels = filters.seeing(channel: place.channel)
    case .weights, .bias:
      // A filter is laid on everything.
      guard output.height <= limit, output.width <= limit else { return nil }
      let filter = operand == .bias ? place.channel : filters.filter(ofWeight: place)
      (batches, channels) = (0..<output.batch, filter..<(filter + 1))
      (rows, columns) = (Array(0..<output.height), Array(0..<output.width))
    default: return nil
    }
  }

  /// Rows and columns that an input cell feeds, itself and through its copies in the padding.
  private static func crossing(
    _ place: Coordinate, in experiment: Experiment, limit: Int
  ) -> (rows: [Int], columns: [Int])? {
    let plan = experiment.plan
    if let window = plan.window {
      let (vertical, horizontal) = AxisLinks.axes(of: window, in: experiment)
      guard
        let rows = vertical.outputs(reading: vertical.copies(of: place.row), limit: limit),
        let columns = horizontal.outputs(reading: horizontal.copies(of: place.column), limit: limit)
      else { return nil }
      return (rows, columns)
    }
    let output = experiment.outputShape
    guard output.height <= limit, output.width <= limit else { return nil }
    // The rows of a footprint depend on the row of the cell alone, its columns on the column alone.
    return (
      (0..<output.height).filter { plan.footprint(of: Coordinate(row: $0, column: 0)).rows.contains(place.row) },
      (0..<output.width).filter { plan.footprint(of: Coordinate(row: 0, column: $0)).columns.contains(place.column) }
    )
  }
}

/// Which output channels a channel of an operand reaches.
private struct FedFilters {
  private let map: ChannelMap
  private let isTransposed: Bool
  /// The axis of a softmax, 0 to 3, along which all depends on all; nil for other operators.
  let axis: Int?

  init(_ experiment: Experiment) {
    map = experiment.channelMap
    isTransposed = experiment.operation.isTransposed
    let axis = experiment.operation == .softmax ? experiment.parameters.integer(.axis) ?? -1 : nil
    self.axis = axis.map { $0 < 0 ? $0 + 4 : $0 }
  }

  func seeing(channel: Int) -> Range<Int> {
    if axis == 1 { return 0..<map.filters }
    let first = map.firstFilter(seeing: channel)
    return first..<(first + map.filters / max(1, map.groups))
  }

  func filter(ofWeight place: Coordinate) -> Int {
    isTransposed ? map.firstFilter(seeing: place.batch) + place.channel : place.batch
  }
}
