import Explorer
import TerminalKit

/// Small pictures of whole grids of which little is in view, in the place of the thumbnails of planes.
extension WorkbenchState {
  /// A grid is worth a picture of itself when no more than one in so many of its cells is in view.
  private static let fewInView = 4

  /// The overviews that a layout without them asks for. Depends on sizes only, as layouts do.
  func overviewWishes(_ placements: [GridName: GridPlacement]) -> [StripPlan.Wish] {
    guard !explorer.experiment.operation.isForSignals else { return [] }
    return GridName.allCases.compactMap { grid in
      guard let placement = placements[grid] else { return nil }
      let shape = explorer.document.shape(of: grid)
      let seen = placement.rows * placement.columns
      guard seen <= shape.height * shape.width / Self.fewInView else { return nil }
      // Which rows are in view, on wide screens also which columns.
      let (rows, columns) = ("\(shape.height)", "\(shape.width)")
      let span = { (count: String) in "\(count)–\(count)" }
      let longest =
        size.columns >= Layout.wide
        ? texts.text(.titleRangeOf, span(rows), rows, span(columns), columns)
        : texts.text(.overviewRows, span(rows), rows)
      return StripPlan.Wish(
        grid: grid, count: 1, height: shape.height, width: shape.width,
        labelColumns: DisplayWidth.columns(of: longest) - 2,
        isOverview: true)
    }
  }
}

/// Where a part of a grid lies in a picture of the whole, in characters counted from its corner.
struct OverviewPlace: Equatable {
  let rows: Range<Int>
  let columns: Range<Int>

  /// - Parameters:
  ///   - region: The part, perhaps with some padding.
  ///   - height: Rows of the grid, and `width` its columns.
  init(_ region: Viewport.Region, height: Int, width: Int, size: ThumbnailSize) {
    rows = Self.scaled(region.rows, count: height, pixels: size.pixelRows, perCharacter: size.isFine ? 2 : 1)
    let columns = Self.scaled(region.columns, count: width, pixels: size.pixelColumns, perCharacter: 1)
    self.columns = size.isFine ? columns : 2 * columns.lowerBound..<2 * columns.upperBound
  }

  /// The characters that a range of cells touches: at least one.
  private static func scaled(_ range: Range<Int>, count: Int, pixels: Int, perCharacter: Int) -> Range<Int> {
    func character(_ cell: Int) -> Int { max(0, min(cell, count - 1)) * pixels / max(1, count) / perCharacter }
    let first = character(range.lowerBound)
    return first..<(max(first, character(range.upperBound - 1)) + 1)
  }
}
