import ConvolutionEngine
import Explorer
import TerminalKit

/// The list of layers: name, shape, parameters, products, receptive field. What has no room is left out, the least needed
/// first.
struct StackTable {
  private struct Column {
    let header: String
    /// The level's cells, the input's first, then the total.
    let cells: [String]
    /// Lower ones are the first to stay.
    let rank: Int
    let isText: Bool

    var width: Int { ([header] + cells).map { DisplayWidth.columns(of: $0) }.max() ?? 0 }
  }

  private let frame: StackFrame
  private let columns: [Column]
  /// Columns of the table with the mark before it.
  let width: Int

  private static let markColumns = 2
  /// Columns between two: one where more would cost a column of the table.
  private let gap: Int

  init(_ frame: StackFrame, columns room: Int, _ context: PanelContext) {
    self.frame = frame
    let all = Self.columns(frame, context)
    func choice(gap: Int) -> (chosen: Set<Int>, used: Int) {
      var chosen: Set<Int> = []
      var used = Self.markColumns - gap
      for index in all.indices.sorted(by: { all[$0].rank < all[$1].rank }) {
        let wanted = all[index].width + gap
        guard used + wanted <= room || chosen.isEmpty else { break }
        used += wanted
        chosen.insert(index)
      }
      return (chosen, used)
    }
    let (wide, narrow) = (choice(gap: 2), choice(gap: 1))
    gap = narrow.chosen.count > wide.chosen.count ? 1 : 2
    let (chosen, used) = gap == 1 ? narrow : wide
    columns = all.indices.filter(chosen.contains).map { all[$0] }
    width = min(used, room)
  }

  func draw(on surface: inout Surface, _ area: Rect, _ context: PanelContext) {
    guard area.rows > 1 else { return }
    let levels = frame.model.shapes.count
    let hasTotal = area.rows >= min(levels + 2, 7)
    let visible = area.rows - 1 - (hasTotal ? 1 : 0)
    let first = max(0, min(frame.view.level - visible / 2, levels - visible))
    write(columns.map(\.header), on: &surface, row: area.row, area, context.theme.style(.quiet))
    for (index, level) in (first..<min(levels, first + visible)).enumerated() {
      let row = area.row + 1 + index
      let isSelected = level == frame.view.level
      let role: Role = !isSelected ? .text : context.state.focus == .study ? .selected : .strong
      if isSelected {
        surface.write(context.glyphs.focus, row: row, column: area.column, in: area)
      } else if level == frame.view.traced, frame.view.traced > 0 {
        surface.write(context.glyphs.linked, row: row, column: area.column, in: area)
      }
      write(columns.map { $0.cells[level] }, on: &surface, row: row, area, context.theme.style(role))
    }
    if hasTotal {
      let row = area.row + 1 + min(visible, levels)
      write(columns.map { $0.cells[levels] }, on: &surface, row: row, area, context.theme.style(.quiet))
    }
  }

  private func write(_ cells: [String], on surface: inout Surface, row: Int, _ area: Rect, _ style: Style) {
    var line = ""
    for (column, cell) in zip(columns, cells) {
      line += line.isEmpty ? "" : String(repeating: " ", count: gap)
      line += column.isText ? cell.leftAligned(to: column.width) : cell.rightAligned(to: column.width)
    }
    let clip = Rect(row: area.row, column: area.column, rows: area.rows, columns: min(width, area.columns))
    surface.write(line, row: row, column: area.column + Self.markColumns, style: style, in: clip)
  }

  private static func columns(_ frame: StackFrame, _ context: PanelContext) -> [Column] {
    let model = frame.model
    let rows = model.summary.rows
    let total = model.summary.total
    func column(
      _ key: TextKey, _ rank: Int, isText: Bool = false, input: String, total: String = "",
      _ cell: (NetworkSummary.Row) -> String
    ) -> Column {
      Column(header: context.text(key), cells: [input] + rows.map(cell) + [total], rank: rank, isText: isText)
    }
    func square(_ size: PerAxis<Int>) -> String {
      size.vertical == size.horizontal
        ? "\(size.vertical)" : "\(size.vertical)\(context.glyphs.times)\(size.horizontal)"
    }
    var level = 0
    return [
      column(.stackLayer, 0, isText: true, input: frame.name(of: 0), total: context.text(.stackTotal)) { row in
        level += 1
        return row.name + detail(of: level, model, row, context) + (row.isUsed ? "" : " *")
      },
      column(.stackShape, 1, input: sides(model.shapes[0].axes, context)) { sides($0.output.axes, context) },
      column(.stackParameters, 2, input: "", total: StackNumber.short(total.parameters)) {
        $0.costs.parameters == 0 ? "" : StackNumber.short($0.costs.parameters)
      },
      column(.stackProducts, 4, input: "", total: StackNumber.short(total.multiplyAccumulates)) {
        $0.costs.multiplyAccumulates == 0 ? "" : StackNumber.short($0.costs.multiplyAccumulates)
      },
      column(.stackField, 3, input: "1") { row in
        row.receptiveField.map { square(PerAxis(vertical: $0.vertical.size, horizontal: $0.horizontal.size)) }
          ?? context.glyphs.unknown
      },
      column(.stackJump, 5, input: "1") { row in
        row.receptiveField?.vertical.jump.map { "\($0)" } ?? context.glyphs.unknown
      },
    ]
  }

  /// The window of a layer, without what is usual.
  private static func detail(
    of level: Int, _ model: StackModel, _ row: NetworkSummary.Row, _ context: PanelContext
  ) -> String {
    guard let layers = model.study.layers else {
      return row.kernel.map { " \($0.vertical)\(context.glyphs.times)\($0.horizontal)" } ?? ""
    }
    let layer = layers[level - 1]
    guard let window = layer.window else { return "" }
    let stride = layer.kind == .convolution ? 1 : window.kernel
    return " k\(window.kernel)" + (window.stride == stride ? "" : " s\(window.stride)")
      + (window.padding == 0 ? "" : " p\(window.padding)") + (window.dilation == 1 ? "" : " d\(window.dilation)")
  }

  /// `8×16×16`.
  static func sides(_ axes: [Int], _ context: PanelContext) -> String {
    axes.map { "\($0)" }.joined(separator: context.glyphs.times)
  }
}

/// Counts as a table has room for them.
enum StackNumber {
  /// With commas up to a hundred thousand, beyond that three digits and k, M, G, T or P.
  static func short(_ number: Int) -> String { number < 100_000 ? NetworkTable.grouped(number) : short(Double(number)) }

  /// As above, with one decimal where the number is no whole one.
  static func short(_ number: Double) -> String {
    guard number.isFinite, number < 1e18 else { return ">10^18" }
    if number < 1e6 {
      let tenths = Int((number * 10).rounded())
      let whole = NetworkTable.grouped(tenths / 10)
      if number < 1e5 || tenths % 10 != 0 { return tenths % 10 == 0 ? whole : "\(whole).\(tenths % 10)" }
    }
    var (value, unit) = (number, 0)
    while value >= 999.5 {
      value /= 1000
      unit += 1
    }
    let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    let scale = [1, 10, 100][decimals]
    let digits = Int((value * Double(scale)).rounded())
    let fraction = "\(digits % scale)"
    let padded = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    return "\(digits / scale)" + (decimals == 0 ? "" : ".\(padded)") + ["", "k", "M", "G", "T", "P", "E"][unit]
  }
}
