import ConvolutionEngine
import Explorer

/// How wide the numbers in and around the view are.
///
/// A grid of up to 48 × 48 cells is looked at as a whole, so that its columns keep their width wherever the window is,
/// also when the output is revealed step by step. Of a larger grid the surroundings of the window are looked at, again
/// only when the window has left their middle.
struct NumberScan: Equatable, Sendable {
  let needs: GridFormat.Needs
  /// The needs of each column; nil when only the surroundings of the focus were looked at.
  let columns: [GridFormat.Needs]?
  private let grid: GridName
  private let revision: Int
  private let plane: [Int]
  /// Which numbers the output shows; nil for other grids.
  private let face: OutputFace?
  /// Where the focus may be without a new look.
  private let valid: Viewport.Region

  private static let reach = 24
  /// As far as a usual panel shows, which computes those cells anyway, whatever one costs.
  private static let leastReach = 6
  /// The most multiplications spent on output cells that nobody has computed yet.
  private static let budget = 100_000

  /// Looks at the cells around the focus.
  ///
  /// - Parameter previous: An earlier scan; one of the same numbers elsewhere in the grid adds its needs.
  init(of grid: GridName, in explorer: ExplorerState, after previous: NumberScan?) {
    self.grid = grid
    revision = explorer.revision
    plane = explorer.shownPlane(of: grid)
    face = Self.face(of: grid, in: explorer)
    let shape = explorer.document.shape(of: grid)
    let focus = explorer.focus(of: grid)
    let terms = max(1, explorer.experiment.plan.termsPerCell)
    let isComputed = grid != .output || explorer.currentOutput != nil
    var reach = Self.reach
    while !isComputed, reach > Self.leastReach, terms > Self.budget / (4 * reach * reach) { reach /= 2 }
    let rows = Self.near(focus.rows, count: shape.height, reach: reach)
    let columns = Self.near(focus.columns, count: shape.width, reach: reach)
    valid = Viewport.Region(
      rows: Self.middle(of: rows, count: shape.height), columns: Self.middle(of: columns, count: shape.width))
    let tensor = grid.operand.map { explorer.experiment.operands[$0] } ?? explorer.currentOutput
    var each = Array(repeating: GridFormat.Needs(), count: columns.count)
    for row in rows {
      for (index, column) in columns.enumerated() {
        let place = Coordinate(batch: plane[0], channel: plane[1], row: row, column: column)
        guard grid != .output || face?.view == .own else {
          if let value = explorer.shownValue(at: place) {
            each[index] = each[index].union(GridFormat.Needs(value))
          }
          continue
        }
        each[index] = each[index].union(GridFormat.Needs(tensor?[place] ?? explorer.experiment.value(at: place)))
      }
    }
    var needs = each.reduce(GridFormat.Needs()) { $0.union($1) }
    self.columns = rows.count == shape.height && columns.count == shape.width ? each : nil
    if let previous, previous.revision == revision, previous.plane == plane, previous.face == face {
      needs = needs.union(previous.needs)
    }
    self.needs = needs
  }

  /// Whether nothing that was looked at has changed and the focus is still among it.
  func isCurrent(for explorer: ExplorerState) -> Bool {
    guard explorer.revision == revision, explorer.shownPlane(of: grid) == plane,
      Self.face(of: grid, in: explorer) == face
    else { return false }
    let focus = explorer.focus(of: grid)
    return valid.rows.contains(focus.rows.lowerBound) && valid.columns.contains(focus.columns.lowerBound)
  }

  private static func face(of grid: GridName, in explorer: ExplorerState) -> OutputFace? {
    grid == .output ? explorer.outputFace : nil
  }

  /// `2 × reach` positions around the focus; all of them when there are no more.
  private static func near(_ focus: Range<Int>, count: Int, reach: Int) -> Range<Int> {
    guard count > 2 * reach else { return 0..<count }
    let start = max(0, min((focus.lowerBound + focus.upperBound) / 2 - reach, count - 2 * reach))
    return start..<(start + 2 * reach)
  }

  /// Everything, the padding included, when all positions were looked at; else the middle half, open at the rims.
  private static func middle(of range: Range<Int>, count: Int) -> Range<Int> {
    let margin = range.count / 4
    let low = range.lowerBound == 0 ? Int.min : range.lowerBound + margin
    let high = range.upperBound == count ? Int.max : range.upperBound - margin
    return low..<max(low, high)
  }
}
