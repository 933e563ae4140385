import ConvolutionEngine

/// What hangs on the selected cell: over all windows, the inputs that a weight touches, or the outputs that an input feeds.
package enum CursorLinks: Equatable, Sendable {
  /// A weight lies on so many positions of one input channel, some of them in the padding.
  case touches(inputs: Int, ofThemPadding: Int)
  /// An input cell, or a position in the padding, is read by so many outputs of each filter that sees its channel.
  case feeds(outputs: Int)
}

/// The links of one selected cell, for the marks of the grids and the count in words.
struct LinkFinder {
  private let vertical: AxisLinks
  private let horizontal: AxisLinks
  private let link: Link

  private enum Link {
    case weight(row: Int, column: Int, channel: Int)
    /// The positions whose value is that of the selected one, and the filters that see its channel.
    case input(rows: [ClosedRange<Int>], columns: [ClosedRange<Int>], filters: Range<Int>)
  }

  /// - Parameter grid: the grid whose selected cell it is; nil for the output and where no window slides.
  init?(_ explorer: ExplorerState, from grid: GridName) {
    let experiment = explorer.experiment
    guard let window = experiment.plan.window else { return nil }
    let shape = experiment.inputShape
    let weights = experiment.weightShape
    (vertical, horizontal) = AxisLinks.axes(of: window, in: experiment)
    let map = experiment.channelMap
    switch grid {
    case .kernel:
      let cursor = explorer.kernelCursor
      let isTurned = experiment.parameters.orientation == .convolution
      link = .weight(
        row: isTurned ? weights.height - 1 - cursor.row : cursor.row,
        column: isTurned ? weights.width - 1 - cursor.column : cursor.column,
        channel: map.channels(ofFilter: cursor.batch).lowerBound + cursor.channel)
    case .input:
      let cursor = explorer.inputCursor
      let isInside = shape.contains(cursor)
      let first = map.firstFilter(seeing: cursor.channel)
      link = .input(
        rows: isInside ? vertical.copies(of: cursor.row) : [cursor.row...cursor.row],
        columns: isInside ? horizontal.copies(of: cursor.column) : [cursor.column...cursor.column],
        filters: first..<(first + map.filters / max(1, map.groups)))
    case .output: return nil
    }
  }

  var summary: CursorLinks {
    switch link {
    case .weight(let row, let column, _):
      let all = vertical.outputs * horizontal.outputs
      let inside = vertical.insideCount(of: row) * horizontal.insideCount(of: column)
      return .touches(inputs: all, ofThemPadding: all - inside)
    case .input(let rows, let columns, _):
      return .feeds(outputs: vertical.outputCount(reading: rows) * horizontal.outputCount(reading: columns))
    }
  }

  /// Whether the selected weight lies on this input position in some window.
  func touchesInput(_ position: Coordinate) -> Bool {
    guard case .weight(let row, let column, position.channel) = link else { return false }
    return vertical.isRead(position.row, by: row) && horizontal.isRead(position.column, by: column)
  }

  /// Whether the selected input position is among those that an output reads.
  func feedsOutput(_ cell: Coordinate) -> Bool {
    guard case .input(let rows, let columns, let filters) = link, filters.contains(cell.channel) else { return false }
    return vertical.reads(anyOf: rows, output: cell.row) && horizontal.reads(anyOf: columns, output: cell.column)
  }
}
