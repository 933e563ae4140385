import ConvolutionEngine
import Explorer

/// Looks at the numbers in and around the view to find how wide they are.
///
/// A grid of up to 48 × 48 cells is looked at as a whole, so that its columns keep their width wherever the window is,
/// also when the output is revealed step by step.
enum NumberScan {
  private static let reach = 24
  /// The most multiplications spent on output cells that nobody has computed yet.
  private static let budget = 100_000

  static func needs(of grid: GridName, in explorer: ExplorerState) -> GridFormat.Needs {
    let experiment = explorer.experiment
    switch grid {
    case .input:
      return operandNeeds(experiment.operands[.input], around: explorer.focus(of: .input), at: explorer.inputCursor)
    case .kernel:
      return operandNeeds(
        experiment.operands[.weights], around: explorer.focus(of: .kernel), at: explorer.kernelCursor)
    case .output:
      if let output = explorer.currentOutput {
        return operandNeeds(output, around: explorer.focus(of: .output), at: explorer.cell)
      }
      return uncomputedNeeds(explorer)
    }
  }

  private static func operandNeeds(
    _ tensor: Tensor?, around focus: Viewport.Region, at cursor: Coordinate
  ) -> GridFormat.Needs {
    guard let tensor else { return GridFormat.Needs() }
    let rows = near(focus.rows, count: tensor.shape.height, reach: reach)
    let columns = near(focus.columns, count: tensor.shape.width, reach: reach)
    var needs = GridFormat.Needs()
    for row in rows {
      for column in columns {
        let place = Coordinate(batch: cursor.batch, channel: cursor.channel, row: row, column: column)
        needs = needs.union(GridFormat.Needs(tensor[place]))
      }
    }
    return needs
  }

  private static func uncomputedNeeds(_ explorer: ExplorerState) -> GridFormat.Needs {
    let terms = max(1, explorer.experiment.plan.termsPerCell)
    var reach = reach
    while reach > 1, 4 * reach * reach * terms > budget { reach /= 2 }
    let focus = explorer.focus(of: .output)
    var needs = GridFormat.Needs()
    for row in near(focus.rows, count: explorer.outputShape.height, reach: reach) {
      for column in near(focus.columns, count: explorer.outputShape.width, reach: reach) {
        let place = Coordinate(
          batch: explorer.cell.batch, channel: explorer.cell.channel, row: row, column: column)
        needs = needs.union(GridFormat.Needs(explorer.experiment.value(at: place)))
      }
    }
    return needs
  }

  /// `2 × reach` positions around the focus; all of them when there are no more.
  private static func near(_ focus: Range<Int>, count: Int, reach: Int) -> Range<Int> {
    guard count > 2 * reach else { return 0..<count }
    let start = max(0, min((focus.lowerBound + focus.upperBound) / 2 - reach, count - 2 * reach))
    return start..<(start + 2 * reach)
  }
}
