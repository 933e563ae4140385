import ConvolutionEngine
import Explorer

/// The least and the largest number of the plane that a grid shows.
///
/// Looked at once for each change of the numbers, not for each frame: O(cells of the plane).
struct PlaneRange: Equatable, Sendable {
  /// Nil while the output is not known and too large to be computed for this.
  let range: ClosedRange<Float>?
  private let revision: Int
  private let plane: [Int]
  private let hasOutput: Bool

  /// The most multiplications spent on output cells that nobody has computed yet.
  private static let budget = 100_000

  init(of grid: GridName, in explorer: ExplorerState) {
    revision = explorer.revision
    plane = explorer.shownPlane(of: grid)
    hasOutput = explorer.currentOutput != nil
    let shape = explorer.document.shape(of: grid)
    let cells = shape.height * shape.width
    var range: ClosedRange<Float>?
    func take(_ value: Float) {
      guard value.isFinite else { return }
      range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
    if let tensor = grid.operand.map({ explorer.experiment.operands[$0] }) ?? explorer.currentOutput {
      let start = (plane[0] * shape.channels + plane[1]) * cells
      var (low, high) = (Float.infinity, -Float.infinity)
      for value in tensor.values[start..<(start + cells)] where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
      if low <= high { range = low...high }
    } else if grid == .output, cells <= Self.budget / max(1, explorer.experiment.plan.termsPerCell) {
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          take(
            explorer.experiment.value(
              at: Coordinate(batch: plane[0], channel: plane[1], row: row, column: column)))
        }
      }
    }
    self.range = range
  }

  func isCurrent(for grid: GridName, in explorer: ExplorerState) -> Bool {
    revision == explorer.revision && plane == explorer.shownPlane(of: grid)
      && (hasOutput || grid != .output || explorer.currentOutput == nil)
  }
}
