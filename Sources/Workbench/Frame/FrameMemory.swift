import ConvolutionEngine
import Explorer

/// What the last frame showed, kept so that changed numbers can be marked and columns keep their width.
package struct FrameMemory: Sendable {
  /// A cell of a grid, in grid coordinates.
  package struct Place: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What a step or an edit changes. As long as it stays, so do the marks.
  struct Moment: Equatable, Sendable {
    let revision: Int
    let cell: Coordinate
    let subStep: Int?
    let reveal: RevealMode
    let inputPlane: [Int]
    let kernelPlane: [Int]
    let outputView: OutputView

    init(_ explorer: ExplorerState) {
      revision = explorer.revision
      cell = explorer.cell
      subStep = explorer.subStep
      reveal = explorer.document.reveal
      inputPlane = [explorer.inputCursor.batch, explorer.inputCursor.channel]
      outputView = explorer.outputView
      kernelPlane = [explorer.kernelCursor.batch, explorer.kernelCursor.channel]
    }

    /// Whether a grid shows the same plane as before, so that its numbers can be compared.
    func showsSamePlane(as other: Moment, in grid: GridName) -> Bool {
      switch grid {
      case .input: inputPlane == other.inputPlane
      case .kernel: kernelPlane == other.kernelPlane
      case .output:
        cell.batch == other.cell.batch && cell.channel == other.cell.channel && outputView == other.outputView
      }
    }
  }

  private var moment: Moment?
  private var scene: Scene?
  private(set) var changed: [GridName: Set<Place>] = [:]

  private var scans: [GridName: NumberScan] = [:]
  /// The needs of every feature map, with the revision they were found for.
  private var mapsNeeds: (revision: Int, batch: Int, needs: [GridFormat.Needs])?
  private var ranges: [GridName: PlaneRange] = [:]

  /// The page of the lesson as it was laid out last.
  var lessonLines: LessonLines?

  /// The stack on the stage with its numbers.
  var stack: StackPicture?
  /// The last cell traced in it.
  var stackTrace: StackTrace?

  /// Where everything stood in the last frame, so that the mouse can be told what it is over.
  private(set) var layout: Layout?
  private(set) var placements: [GridName: GridPlacement] = [:]
  private(set) var strips: StripFrame?

  mutating func note(_ layout: Layout?, _ placements: [GridName: GridPlacement], _ strips: StripFrame?) {
    self.layout = layout
    self.placements = placements
    self.strips = strips
  }

  /// The part of a grid that the last frame showed; nil before the first one.
  func visible(_ grid: GridName) -> Viewport.Region? { scene?[grid].visible }

  /// The numbers of a grid that the last frame showed.
  func visibleValues(_ grid: GridName) -> [Float] { scene?[grid].cells.compactMap(\.value) ?? [] }

  package init() {}

  /// Takes in the scene of the coming frame and finds what changed since the last one of an earlier moment.
  mutating func note(_ new: Scene, of explorer: ExplorerState) {
    let now = Moment(explorer)
    if now != moment {
      changed = [:]
      if let scene, let moment {
        for grid in GridName.allCases where now.showsSamePlane(as: moment, in: grid) {
          changed[grid] = Self.changes(from: scene[grid], to: new[grid])
        }
      }
      moment = now
    }
    // Counts of products are no values that a step has changed.
    if let scene, scene.showsOverlap != new.showsOverlap { changed[.output] = [] }
    scene = new
  }

  /// Numbers that are known in both scenes and differ. A grid of another size is new as a whole: nothing is marked.
  private static func changes(from old: GridScene, to new: GridScene) -> Set<Place> {
    guard old.extent == new.extent else { return [] }
    var places: Set<Place> = []
    for row in new.visible.rows {
      for column in new.visible.columns {
        guard
          let before = old[row: row, column: column]?.value, let after = new[row: row, column: column]?.value
        else { continue }
        if before.bitPattern != after.bitPattern { places.insert(Place(row: row, column: column)) }
      }
    }
    return places
  }

  /// The needs of the numbers of each feature map; nil where those are too large to stand side by side as numbers.
  mutating func needsOfMaps(in explorer: ExplorerState) -> [GridFormat.Needs]? {
    let batch = explorer.cell.batch
    if let mapsNeeds, mapsNeeds.revision == explorer.revision, mapsNeeds.batch == batch { return mapsNeeds.needs }
    guard explorer.mapsAreSmall else { return nil }
    var budget = ExplorerState.mapBudget
    let needs = (0..<explorer.outputShape.channels).map { plane in
      explorer.feature(map: plane, budget: &budget).reduce(GridFormat.Needs()) { needs, value in
        value.map { needs.union(GridFormat.Needs($0)) } ?? needs
      }
    }
    mapsNeeds = (explorer.revision, batch, needs)
    return needs
  }

  /// The needs of a grid's numbers. While only the window moves they grow and never shrink, and cells that were looked
  /// at once are not looked at again.
  mutating func needs(of grid: GridName, in explorer: ExplorerState) -> GridFormat.Needs {
    scan(of: grid, in: explorer).needs
  }

  /// The needs of each column of a grid that is looked at as a whole; nil for a larger one.
  mutating func columnNeeds(of grid: GridName, in explorer: ExplorerState) -> [GridFormat.Needs]? {
    scan(of: grid, in: explorer).columns
  }

  private mutating func scan(of grid: GridName, in explorer: ExplorerState) -> NumberScan {
    if let known = scans[grid], known.isCurrent(for: explorer) { return known }
    let scan = NumberScan(of: grid, in: explorer, after: scans[grid])
    scans[grid] = scan
    return scan
  }

  /// The least and the largest number of the plane that a grid shows; nil while that is not known.
  mutating func range(of grid: GridName, in explorer: ExplorerState) -> ClosedRange<Float>? {
    if let known = ranges[grid], known.isCurrent(for: grid, in: explorer) { return known.range }
    let range = PlaneRange(of: grid, in: explorer)
    ranges[grid] = range
    return range.range
  }
}
