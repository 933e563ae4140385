import ConvolutionEngine
import Explorer

/// Where the grids of a picture stand. All have cells of the same size, so that the kernel is as large as the window.
struct PictureLayout {
  let places: [GridName: Box]
  let cell: (width: Double, height: Double)
  private let order: [GridName]
  private let isStacked: Bool

  /// Above the cells: a title, a detail, the column numbers.
  static let head = 54.0
  /// Left of the cells: the row numbers.
  static let gutter = 22.0
  /// Below the cells: which part it is.
  static let foot = 18.0
  /// Between two grids: a sign.
  private static let gap = 40.0
  private static let largestCell = 46.0

  /// - Parameter room: what the grids may take, titles and all.
  init(_ plan: PicturePlan, in room: Box) {
    order = plan.grids
    isStacked = plan.isStacked
    let sizes = order.map { grid in
      let visible = plan.scene[grid].visible
      return (grid: grid, rows: visible.rows.count, columns: visible.columns.count)
    }
    let count = Double(order.count)
    let widest = plan.formats.values.map(\.width).max() ?? 1
    let most = (
      rows: Double(sizes.map(\.rows).max() ?? 1), columns: Double(sizes.map(\.columns).max() ?? 1),
      allColumns: Double(sizes.reduce(0) { $0 + $1.columns })
    )
    let across = plan.isStacked ? most.columns : most.allColumns
    let around = plan.isStacked ? Self.gutter : count * Self.gutter + (count - 1) * Self.gap
    let down = plan.isStacked ? count : most.rows
    let above = plan.isStacked ? count * (Self.head + Self.foot) : Self.head + Self.foot
    let height = min(Self.largestCell, (room.height - above) / max(1, down))
    // Cells are squares unless their numbers need more.
    let wished = max(height, Double(widest) * TextLook.advance * height * Self.fontShare + 0.3 * height)
    let width = min(wished, (room.width - around) / max(1, across))
    cell = (width: width, height: min(height, width * 1.1))
    places =
      plan.isStacked
      ? Self.stacked(sizes, cell: cell, in: room) : Self.sideBySide(sizes, cell: cell, around: around, in: room)
  }

  /// The height of a digit's em as a part of the cell's.
  private static let fontShare = 0.46

  /// The size of numbers that lie inside their cells.
  func fontSize(of format: GridFormat) -> Double {
    min(cell.height * Self.fontShare, cell.width * 0.84 / (Double(max(1, format.width)) * TextLook.advance))
  }

  private typealias Size = (grid: GridName, rows: Int, columns: Int)

  /// In a row, the middles of all on one height, the whole in the middle of the page.
  private static func sideBySide(
    _ sizes: [Size], cell: (width: Double, height: Double), around: Double, in room: Box
  ) -> [GridName: Box] {
    let width = Double(sizes.reduce(0) { $0 + $1.columns }) * cell.width + around
    let tallest = Double(sizes.map(\.rows).max() ?? 1) * cell.height
    // A little above the middle, where the eye looks for it.
    let spare = max(0, room.height - tallest - head - foot)
    let middle = room.y + head + tallest / 2 + spare * 0.45
    var x = room.x + max(0, room.width - width) / 2
    var places: [GridName: Box] = [:]
    for size in sizes {
      let box = Box(
        x: x + gutter, y: middle - Double(size.rows) * cell.height / 2,
        width: Double(size.columns) * cell.width, height: Double(size.rows) * cell.height)
      places[size.grid] = box
      x = box.x + box.width + gap
    }
    return places
  }

  /// Under each other with a common left edge.
  private static func stacked(
    _ sizes: [Size], cell: (width: Double, height: Double), in room: Box
  ) -> [GridName: Box] {
    let step = head + foot + cell.height
    let spare = max(0, room.height - step * Double(sizes.count))
    let widest = Double(sizes.map(\.columns).max() ?? 1) * cell.width
    let left = room.x + max(0, room.width - widest) / 2
    var places: [GridName: Box] = [:]
    for (index, size) in sizes.enumerated() {
      places[size.grid] = Box(
        x: left, y: room.y + head + Double(index) * (step + spare / Double(sizes.count + 1)),
        width: Double(size.columns) * cell.width, height: cell.height)
    }
    return places
  }

  /// What happens between the grids, and how large it is written.
  struct Sign {
    let text: String
    let size: Double
    let x: Double
    let middle: Double
  }

  /// `⋆`, `∗` of a turned kernel or `×` of a spread one, then `=`; an arrow where there is no kernel. Grids under each
  /// other need none.
  func signs(of experiment: Experiment) -> [Sign] {
    guard !isStacked else { return [] }
    let isTurned = experiment.parameters.orientation == .convolution
    let isSpread = experiment.operation == .convTranspose2d || experiment.operation == .convTranspose1d
    let texts: [(text: String, size: Double)] =
      order.count == 3 ? [(isSpread ? "×" : isTurned ? "∗" : "⋆", 32), ("=", 26)] : [("→", 30)]
    return zip(texts, zip(order, order.dropFirst())).compactMap { sign, pair in
      guard let left = places[pair.0], let right = places[pair.1] else { return nil }
      let x = (left.x + left.width + right.x - Self.gutter) / 2 + 2
      return Sign(text: sign.text, size: sign.size, x: x, middle: left.middle.y)
    }
  }
}
