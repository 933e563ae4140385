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
  private let link: Link

  /// A window that slides along both axes.
  private struct Window {
    let vertical: AxisLinks
    let horizontal: AxisLinks
  }

  private enum Link {
    case weight(Window, row: Int, column: Int, channel: Int)
    /// The positions whose value is that of the selected one, and the filters that see its channel.
    case input(Window, rows: [ClosedRange<Int>], columns: [ClosedRange<Int>], filters: Range<Int>)
    /// Of a transposed convolution the inputs whose product with the weight is not cropped.
    case spreadingWeight(rows: Range<Int>, columns: Range<Int>, channel: Int)
    /// The outputs that an input of a transposed convolution is added to.
    case spreadInput(Footprint, filters: Range<Int>)
  }

  /// - Parameter grid: the grid whose selected cell it is; nil for the output and where nothing is multiplied or looked at.
  init?(_ explorer: ExplorerState, from grid: GridName) {
    let experiment = explorer.experiment
    let shape = experiment.inputShape
    let weights = experiment.weightShape
    let map = experiment.channelMap
    let transposed = TransposedLinks(experiment)
    let window = experiment.plan.window.map { window in
      let axes = AxisLinks.axes(of: window, in: experiment)
      return Window(vertical: axes.vertical, horizontal: axes.horizontal)
    }
    switch grid {
    case .kernel:
      let cursor = explorer.kernelCursor
      let isTurned = experiment.parameters.orientation == .convolution
      let row = isTurned ? weights.height - 1 - cursor.row : cursor.row
      let column = isTurned ? weights.width - 1 - cursor.column : cursor.column
      if let transposed {
        link = .spreadingWeight(
          rows: transposed.vertical.inputs(ofTap: row), columns: transposed.horizontal.inputs(ofTap: column),
          channel: cursor.batch)
      } else if let window {
        link = .weight(
          window, row: row, column: column,
          channel: map.channels(ofFilter: cursor.batch).lowerBound + cursor.channel)
      } else {
        return nil
      }
    case .input:
      let cursor = explorer.inputCursor
      let isInside = shape.contains(cursor)
      let first = map.firstFilter(seeing: cursor.channel)
      let filters = first..<(first + map.filters / max(1, map.groups))
      if let transposed {
        link = .spreadInput(transposed.outputs(ofInput: cursor), filters: filters)
      } else if let window {
        link = .input(
          window, rows: isInside ? window.vertical.copies(of: cursor.row) : [cursor.row...cursor.row],
          columns: isInside ? window.horizontal.copies(of: cursor.column) : [cursor.column...cursor.column],
          filters: filters)
      } else {
        return nil
      }
    case .output: return nil
    }
  }

  var summary: CursorLinks {
    switch link {
    case .weight(let window, let row, let column, _):
      let all = window.vertical.outputs * window.horizontal.outputs
      let inside = window.vertical.insideCount(of: row) * window.horizontal.insideCount(of: column)
      return .touches(inputs: all, ofThemPadding: all - inside)
    case .input(let window, let rows, let columns, _):
      return .feeds(
        outputs: window.vertical.outputCount(reading: rows) * window.horizontal.outputCount(reading: columns))
    case .spreadingWeight(let rows, let columns, _):
      return .touches(inputs: rows.count * columns.count, ofThemPadding: 0)
    case .spreadInput(let outputs, _): return .feeds(outputs: outputs.rows.count * outputs.columns.count)
    }
  }

  /// Whether the selected weight lies on this input position in some window.
  func touchesInput(_ position: Coordinate) -> Bool {
    switch link {
    case .weight(let window, let row, let column, position.channel):
      window.vertical.isRead(position.row, by: row) && window.horizontal.isRead(position.column, by: column)
    case .spreadingWeight(let rows, let columns, position.channel):
      rows.contains(position.row) && columns.contains(position.column)
    default: false
    }
  }

  /// Whether the selected input position is among those that an output reads.
  func feedsOutput(_ cell: Coordinate) -> Bool {
    switch link {
    case .input(let window, let rows, let columns, let filters) where filters.contains(cell.channel):
      window.vertical.reads(anyOf: rows, output: cell.row)
        && window.horizontal.reads(anyOf: columns, output: cell.column)
    case .spreadInput(let outputs, let filters) where filters.contains(cell.channel):
      outputs.contains(row: cell.row, column: cell.column)
    default: false
    }
  }
}
