import Explorer

/// Where thumbnails of all planes stand in a band under the grids: input channels, kernels of the filter, feature maps.
///
/// Depends on the numbers and sizes of planes only, so that nothing moves while stepping.
package struct StripPlan: Equatable, Sendable {
  /// What a grid asks for.
  package struct Wish: Equatable, Sendable {
    package var grid: GridName
    /// How many thumbnails, the picture of all colours included.
    package var count: Int
    /// The size of a plane.
    package var height: Int
    package var width: Int
    /// Columns of the longest label.
    package var labelColumns: Int
    /// Whether it is a picture of a grid too large for its panel, not one of several planes.
    package var isOverview: Bool

    package init(
      grid: GridName, count: Int, height: Int, width: Int, labelColumns: Int, isOverview: Bool = false
    ) {
      self.grid = grid
      self.count = count
      self.height = height
      self.width = width
      self.labelColumns = labelColumns
      self.isOverview = isOverview
    }
  }

  /// The thumbnails of one grid.
  package struct Section: Equatable, Sendable {
    package var grid: GridName
    /// The first column, counted from the band's.
    package var column: Int
    package var columns: Int
    package var thumbnail: ThumbnailSize
    /// Thumbnails in a line, and lines.
    package var perLine: Int
    package var lines: Int
    package var isOverview = false

    package var capacity: Int { perLine * lines }
  }

  package var sections: [Section]
  /// Rows of a line of thumbnails, with the labels above them.
  package var lineRows: Int
  /// A line of titles, and for each line of thumbnails their labels and themselves.
  package var rows: Int

  private static let gap = 3
  private static let largest = 6
  /// Whole pictures get more than one of many planes.
  private static let largestOverview = 10
  private static let smallest = 2
  /// With fewer rows there are no strips.
  package static let leastRows = 2 + smallest

  /// The largest thumbnails with which all planes fit; where none do, small ones of which a part is in view. Nil without
  /// room, or without several planes of anything.
  package static func fit(_ wishes: [Wish], columns: Int, rows: Int, isFine: Bool) -> StripPlan? {
    guard rows >= leastRows, !wishes.isEmpty else { return nil }
    let largest = wishes.allSatisfy(\.isOverview) ? largestOverview : largest
    let sizes = stride(from: min(largest, rows - 2), through: smallest, by: -1)
    for size in sizes {
      let lines = (rows - 1) / (size + 1)
      let plan = StripPlan(wishes, columns: columns, lines: lines, size: size, isFine: isFine)
      if let plan, zip(plan.sections, wishes).allSatisfy({ $0.capacity >= $1.count }) { return plan }
    }
    let size = min(3, rows - 2)
    return StripPlan(
      wishes, columns: columns, lines: (rows - 1) / (size + 1), size: size, isFine: isFine)
  }

  /// Nil when some section has no room for a single thumbnail.
  private init?(_ wishes: [Wish], columns: Int, lines: Int, size: Int, isFine: Bool) {
    let sizes = wishes.map { ThumbnailSize($0, rows: size, isFine: isFine) }
    let room = columns - Self.gap * (wishes.count - 1)
    func wanted(_ index: Int, lines: Int) -> Int {
      let perLine = (wishes[index].count + lines - 1) / lines
      return perLine * (sizes[index].columns + 1) - 1
    }
    // Few planes first: they get as few lines as leave enough for the others.
    var chosen = Array(repeating: lines, count: wishes.count)
    for index in wishes.indices.sorted(by: { wishes[$0].count < wishes[$1].count }) {
      let others = wishes.indices.reduce(0) { $0 + ($1 == index ? 0 : wanted($1, lines: chosen[$1])) }
      chosen[index] = (1...max(1, lines)).first { wanted(index, lines: $0) + others <= room } ?? lines
    }
    let doesFit = wishes.indices.reduce(0) { $0 + wanted($1, lines: chosen[$1]) } <= room
    var left = room
    var sections: [Section] = []
    var column = 0
    for (index, wish) in wishes.enumerated() {
      // Where not all fit, those that come first leave at least as much to those that follow.
      let share = doesFit ? left : left / (wishes.count - index)
      let width = min(wanted(index, lines: chosen[index]), share)
      let perLine = min(wish.count, (width + 1) / (sizes[index].columns + 1))
      guard perLine >= 1 else { return nil }
      sections.append(
        Section(
          grid: wish.grid, column: column, columns: width, thumbnail: sizes[index], perLine: perLine,
          lines: min(chosen[index], (wish.count + perLine - 1) / perLine), isOverview: wish.isOverview))
      left -= width
      column += width + Self.gap
    }
    self.sections = sections
    lineRows = 1 + (sizes.map(\.rows).max() ?? size)
    rows = 1 + (sections.map(\.lines).max() ?? 1) * lineRows
  }
}

/// A thumbnail in pixels and in characters.
package struct ThumbnailSize: Equatable, Sendable {
  package let pixelRows: Int
  package let pixelColumns: Int
  /// Characters, the label's included.
  package let columns: Int
  /// Two pixels above each other in a character, or one pixel in two characters side by side: both are square.
  package let isFine: Bool

  /// The widest a thumbnail gets, in heights.
  private static let widest = 3
  /// How many pixels high and wide a cell gets at most: more would say nothing more.
  private static let mostPerCell = 2

  /// The size in at most so many rows: small planes in whole multiples, large ones cut down to scale.
  init(_ wish: StripPlan.Wish, rows: Int, isFine: Bool) {
    self.isFine = isFine
    let most = isFine ? 2 * rows : rows
    let (height, width) = (max(1, wish.height), max(1, wish.width))
    if height <= most {
      let factor = max(1, min(Self.mostPerCell, most / height))
      pixelRows = height * factor
      pixelColumns = min(Self.widest * most, width.multipliedReportingOverflow(by: factor).partialValue)
    } else {
      pixelRows = most
      let scaled = Double(width) * Double(most) / Double(height)
      pixelColumns = max(1, min(Self.widest * most, Int(scaled.rounded())))
    }
    columns = max(isFine ? pixelColumns : 2 * pixelColumns, wish.labelColumns + 2)
  }

  /// Rows of characters.
  package var rows: Int { isFine ? (pixelRows + 1) / 2 : pixelRows }
}
