import Explorer
import TerminalKit

/// How the numbers of each feature map are written, all in columns of one width.
package struct MapFormats: Equatable, Sendable {
  package let maps: [GridFormat]
  package let width: Int

  package init(_ maps: [GridFormat]) {
    self.maps = maps
    width = maps.map(\.width).max() ?? 1
  }

  /// A number of a map, or `?` for one that is not known yet.
  func text(_ value: Float?, map: Int, _ glyphs: Glyphs) -> String {
    let format = maps[map]
    let text = value.map(format.text) ?? format.text(sign: glyphs.unknown)
    return text.rightAligned(to: width)
  }
}

/// How feature maps stand side by side: as numbers where all of them fit, else as coloured blocks.
///
/// Depends on sizes and numbers of maps only, so that nothing moves while stepping.
package struct MapsPlan: Equatable, Sendable {
  package struct Wish: Equatable, Sendable {
    package var count: Int
    /// The size of a map.
    package var height: Int
    package var width: Int
    /// How the numbers are written, from wide to narrow, in each map as it needs; empty for maps that are no numbers on any
    /// screen.
    package var formats: [MapFormats]

    package init(count: Int, height: Int, width: Int, formats: [MapFormats]) {
      self.count = count
      self.height = height
      self.width = width
      self.formats = formats
    }

    /// The rows that all maps as numbers take on so many columns; of `most` rows all where that is not enough.
    func rows(columns: Int, most: Int) -> Int {
      let rows = formats.map { format in
        let perLine = max(1, min(count, columns / tileColumns(format)))
        return (count + perLine - 1) / perLine * tileRows
      }
      return rows.first { $0 <= most } ?? most
    }

    var tileRows: Int { height + 2 }

    func tileColumns(_ format: MapFormats) -> Int {
      max(MapsPlan.leastColumns, width * (format.width + 1) + 3)
    }
  }

  package enum Content: Equatable, Sendable {
    case numbers(MapFormats)
    case blocks(ThumbnailSize)
  }

  package let content: Content
  /// Maps in a line, and lines.
  package let perLine: Int
  package let lines: Int
  /// The size of a map with its frame.
  package let tile: Size

  package var capacity: Int { perLine * lines }

  /// A narrower frame has no room for a name.
  static let leastColumns = 12
  private static let smallest = 2

  /// Numbers if all maps fit as numbers, else the largest blocks, one at least for each cell, with which all maps fit; else
  /// as many such maps as fit. Maps too large for that are cut down to scale. Nil without room for any.
  static func fit(_ wish: Wish, in area: Rect, isFine: Bool) -> MapsPlan? {
    for format in wish.formats {
      let size = Size(rows: wish.tileRows, columns: wish.tileColumns(format))
      if let plan = MapsPlan(.numbers(format), size, in: area), plan.capacity >= wish.count {
        return plan.spread(over: area, count: wish.count)
      }
    }
    var whole: MapsPlan?
    var scaled: MapsPlan?
    for rows in stride(from: area.rows - 2, through: Self.smallest, by: -1) {
      let thumbnail = ThumbnailSize(
        StripPlan.Wish(grid: .output, count: wish.count, height: wish.height, width: wish.width, labelColumns: 0),
        rows: rows, isFine: isFine)
      let size = Size(rows: thumbnail.rows + 2, columns: max(leastColumns, thumbnail.columns + 2))
      guard let plan = MapsPlan(.blocks(thumbnail), size, in: area) else { continue }
      let isWhole = thumbnail.pixelRows >= wish.height && thumbnail.pixelColumns >= wish.width
      if isWhole {
        if plan.capacity >= wish.count { return plan.spread(over: area, count: wish.count) }
        if plan.capacity > whole?.capacity ?? 0 { whole = plan }
      } else if scaled.map({ $0.capacity < min(wish.count, plan.capacity) }) ?? true {
        scaled = plan
      }
    }
    return (whole ?? scaled)?.spread(over: area, count: wish.count)
  }

  /// As many tiles as there is room for; nil for none.
  private init?(_ content: Content, _ tile: Size, in area: Rect) {
    self.content = content
    self.tile = tile
    perLine = area.columns / max(1, tile.columns)
    lines = area.rows / max(1, tile.rows)
    guard perLine > 0, lines > 0 else { return nil }
  }

  private init(content: Content, perLine: Int, lines: Int, tile: Size) {
    (self.content, self.perLine, self.lines, self.tile) = (content, perLine, lines, tile)
  }

  /// As few lines as the maps need, and wider frames where columns are left over.
  private func spread(over area: Rect, count: Int) -> MapsPlan {
    let lines = min(lines, (count + perLine - 1) / perLine)
    let perLine = min(perLine, (count + lines - 1) / lines)
    let columns = min(area.columns / perLine, tile.columns + 8)
    return MapsPlan(content: content, perLine: perLine, lines: lines, tile: Size(rows: tile.rows, columns: columns))
  }

  /// Where the n-th tile in view stands.
  func rect(_ index: Int, in area: Rect) -> Rect {
    Rect(
      row: area.row + index / perLine * tile.rows, column: area.column + index % perLine * tile.columns,
      rows: tile.rows, columns: tile.columns)
  }
}
