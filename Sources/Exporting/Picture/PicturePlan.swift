import ConvolutionEngine
import Explorer

/// Which cells of the grids a picture shows, and how their numbers are written.
package struct PicturePlan: Sendable {
  package let explorer: ExplorerState
  /// The part of each grid that is in the picture: all of a small one, else what lies around the window.
  package let viewport: Viewport
  /// What there is to see through it.
  package let scene: Scene
  let formats: [GridName: GridFormat]
  /// Whether there is a kernel to be drawn.
  let hasKernel: Bool
  /// Whether the grids are single rows, which lie under each other.
  let isStacked: Bool

  /// The columns that all grids may have together; an animation keeps them.
  private let columns: Int

  /// More rows or columns than these would make the numbers too small for a slide.
  private static let mostRows = 12
  private static let mostOfGrid = 14
  private static let mostOfKernel = 11
  private static let mostOfSignal = 22

  /// - Parameter previous: the plan of the step before. What it showed is shown again as long as the window lies in it, so
  ///   that the grids of an animation do not run about.
  package init(_ explorer: ExplorerState, after previous: PicturePlan? = nil) {
    self.explorer = explorer
    hasKernel = explorer.experiment.operands[.weights] != nil
    let shown: [GridName] = hasKernel ? [.input, .kernel, .output] : [.input, .output]
    isStacked = shown.allSatisfy { explorer.extent(of: $0).rows.count == 1 }
    // Only the numbers can say how wide they are, and which are in view depends on that: so twice.
    let most = Self.columns(forNumbersOf: 1)
    let columns = previous?.columns ?? Self.columns(forNumbersOf: Self.widestNumber(explorer, shown, most, isStacked))
    self.columns = columns
    viewport = Self.viewport(explorer, shown, columns: columns, isStacked: isStacked, after: previous)
    scene = explorer.scene(through: viewport)
    var formats: [GridName: GridFormat] = [:]
    for grid in shown { formats[grid] = Self.format(of: grid, scene[grid], explorer, after: previous?.formats[grid]) }
    self.formats = formats
  }

  var grids: [GridName] { hasKernel ? [.input, .kernel, .output] : [.input, .output] }

  // MARK: Regions

  /// How many columns of numbers so wide can be read on a slide.
  private static func columns(forNumbersOf width: Int) -> Int {
    switch width {
    case ...1: 30
    case 2: 28
    case 3: 24
    case 4: 22
    default: 19
    }
  }

  /// The widest number in view where so many columns are.
  private static func widestNumber(
    _ explorer: ExplorerState, _ shown: [GridName], _ columns: Int, _ isStacked: Bool
  ) -> Int {
    let scene = explorer.scene(
      through: viewport(explorer, shown, columns: columns, isStacked: isStacked, after: nil))
    return shown.map { format(of: $0, scene[$0], explorer, after: nil).width }.max() ?? 1
  }

  private static func viewport(
    _ explorer: ExplorerState, _ shown: [GridName], columns: Int, isStacked: Bool, after previous: PicturePlan?
  ) -> Viewport {
    let limits = limits(explorer, hasKernel: shown.contains(.kernel), columns: columns, isStacked: isStacked)
    var regions: [GridName: Viewport.Region] = [:]
    for grid in shown {
      let extent = explorer.extent(of: grid)
      let focus = explorer.focus(of: grid)
      let most = limits[grid] ?? PerAxis(1)
      let before = previous?.viewport[grid]
      regions[grid] = Viewport.Region(
        rows: part(of: extent.rows, around: focus.rows, most: most.vertical, before: before?.rows),
        columns: part(of: extent.columns, around: focus.columns, most: most.horizontal, before: before?.columns))
    }
    let nothing = Viewport.Region(rows: 0..<0, columns: 0..<0)
    return Viewport(
      input: regions[.input] ?? nothing, kernel: regions[.kernel] ?? nothing, output: regions[.output] ?? nothing)
  }

  private static func limits(
    _ explorer: ExplorerState, hasKernel: Bool, columns: Int, isStacked: Bool
  ) -> [GridName: PerAxis<Int>] {
    guard !isStacked else {
      let most = PerAxis(vertical: 1, horizontal: min(mostOfSignal, columns))
      return [.input: most, .kernel: most, .output: most]
    }
    let kernel = hasKernel ? min(mostOfKernel, explorer.extent(of: .kernel).columns.count) : 0
    let input = explorer.extent(of: .input).columns.count
    let output = explorer.extent(of: .output).columns.count
    let room = columns - kernel
    // What a narrow grid leaves, the other one may have.
    // The window and something around it has to be seen whatever the output gets.
    let window = min(mostOfGrid, explorer.focus(of: .input).columns.count + 2)
    let forInput = min(mostOfGrid + 2, max(window, max(room / 2, room - output)))
    let forOutput = min(mostOfGrid, max(4, room - min(input, forInput)))
    return [
      .input: PerAxis(vertical: mostRows, horizontal: forInput),
      .kernel: PerAxis(vertical: mostOfKernel, horizontal: mostOfKernel),
      .output: PerAxis(vertical: mostRows, horizontal: forOutput),
    ]
  }

  /// At most so many positions, the focus in their middle where that is possible; the beginning of a longer focus.
  private static func part(
    of extent: Range<Int>, around focus: Range<Int>, most: Int, before: Range<Int>?
  ) -> Range<Int> {
    guard extent.count > most else { return extent }
    if let before, before.count == most, extent.contains(before.lowerBound), extent.upperBound >= before.upperBound,
      before.lowerBound <= focus.lowerBound, focus.upperBound <= before.upperBound
    {
      return before
    }
    let spare = max(0, most - focus.count)
    let start = max(extent.lowerBound, min(focus.lowerBound - spare / 2, extent.upperBound - most))
    return start..<(start + most)
  }

  // MARK: Numbers

  /// Written as on the screen, a little shorter: a picture is seen from afar.
  private static func format(
    of grid: GridName, _ scene: GridScene, _ explorer: ExplorerState, after previous: GridFormat?
  ) -> GridFormat {
    var needs = GridFormat.Needs()
    // Cells that are not known yet take part, so that columns keep their width while the output fills.
    for row in scene.visible.rows {
      for column in scene.visible.columns {
        let known = scene[row: row, column: column]?.value
        let place = Coordinate(
          batch: explorer.cell.batch, channel: explorer.cell.channel, row: row, column: column)
        guard let value = known ?? (grid == .output ? explorer.experiment.value(at: place) : nil) else { continue }
        needs = needs.union(GridFormat.Needs(value))
      }
    }
    let format = GridFormat(needs, exactColumns: 5, roundedDecimals: 2, narrowest: 1)
    guard let previous, previous.width > format.width else { return format }
    return previous
  }
}
