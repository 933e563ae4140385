import ConvolutionEngine
import Explorer
import TerminalKit

/// The thumbnails that are in view.
package struct StripFrame: Equatable, Sendable {
  package struct Section: Equatable, Sendable {
    package let place: StripPlan.Section
    package let thumbnails: [Thumbnail]
    /// Whether the picture of all colours stands before them.
    package let hasPicture: Bool
    /// The number of planes there are, in view or not.
    package let count: Int
    /// The values of the darkest and the lightest pixel; their negative is as far from zero where any is below it.
    package let scale: ClosedRange<Float>
  }

  package let sections: [Section]

  /// The plane whose thumbnail or label stands at a place of the band; nil beside them.
  func plane(row: Int, column: Int, plan: StripPlan?) -> (grid: GridName, plane: Int)? {
    guard let plan, row >= 1 else { return nil }
    for section in sections {
      let size = section.place.thumbnail
      let inside = column - 1 - section.place.column
      guard inside >= 0 else { continue }
      let (line, across) = ((row - 1) / plan.lineRows, inside / (size.columns + 1))
      guard across < section.place.perLine, line < section.place.lines else { continue }
      let index = line * section.place.perLine + across - (section.hasPicture ? 1 : 0)
      if section.thumbnails.indices.contains(index) { return (section.place.grid, section.thumbnails[index].plane) }
    }
    return nil
  }
}

extension WorkbenchState {
  /// What the strips show: grids of which there are several planes.
  var stripWishes: [StripPlan.Wish] {
    GridName.allCases.compactMap { grid in
      let count = explorer.planeCount(of: grid)
      guard count > 1 else { return nil }
      let shape = explorer.document.shape(of: grid)
      let hasPicture = grid == .input && showsColorPicture
      let last = grid == .output ? count - 1 : explorer.experiment.inputShape.channels - 1
      return StripPlan.Wish(
        grid: grid, count: count + (hasPicture ? 1 : 0), height: shape.height, width: shape.width,
        labelColumns: hasPicture ? 1 : "\(last)".count)
    }
  }

  /// Whether the input is a picture whose colours this terminal can show.
  private var showsColorPicture: Bool {
    let document = explorer.document
    return hasFinePixels && document.origins[.input]?.isColor == true
      && document.experiment.inputShape.channels == 3
  }

  /// Two pixels to a character need half blocks and a background of any colour.
  var hasFinePixels: Bool { capabilities.unicode && capabilities.colorDepth == .palette256 }

  /// The thumbnails of a plan. Of planes that do not all fit, the page with the current one is in view.
  func stripFrame(_ plan: StripPlan) -> StripFrame {
    var budget = ExplorerState.thumbnailBudget
    return StripFrame(
      sections: plan.sections.map { place in
        let count = explorer.planeCount(of: place.grid)
        let hasPicture = place.grid == .input && showsColorPicture && place.capacity > count
        let capacity = max(1, place.capacity - (hasPicture ? 1 : 0))
        let first = explorer.currentPlane(of: place.grid) / capacity * capacity
        let thumbnails = (first..<min(count, first + capacity)).map { plane in
          explorer.thumbnail(
            of: place.grid, plane: plane, rows: place.thumbnail.pixelRows, columns: place.thumbnail.pixelColumns,
            budget: &budget)
        }
        return StripFrame.Section(
          place: place, thumbnails: thumbnails, hasPicture: hasPicture, count: count,
          scale: Self.scale(of: thumbnails, isSigned: place.grid == .kernel))
      })
  }

  /// From 0 to the largest pixel; as far to either side of 0 when some are below it.
  private static func scale(of thumbnails: [Thumbnail], isSigned: Bool) -> ClosedRange<Float> {
    var low: Float = 0
    var high: Float = 0
    for case let pixel? in thumbnails.lazy.flatMap(\.pixels) where pixel.isFinite {
      low = min(low, pixel)
      high = max(high, pixel)
    }
    let most = max(-low, high)
    return low < 0 || isSigned ? -most...most : 0...high
  }
}
