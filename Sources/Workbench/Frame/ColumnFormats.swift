import Explorer

/// How the numbers of each column of a grid are written: a column of long numbers does not widen the others.
///
/// A grid that scrolls has one format for all columns, because as many of them have to fit wherever it is scrolled.
package struct ColumnFormats: Equatable, Sendable {
  /// The one for all columns.
  package let shared: GridFormat
  /// Those of each column from the first of the extent on; empty where all have the shared one.
  private let columns: [GridFormat]
  private let first: Int
  /// Whether columns differ only in how wide they are.
  package let haveSameDecimals: Bool

  package init(shared: GridFormat, columns: [GridFormat] = [], first: Int = 0) {
    self.shared = shared
    self.columns = columns
    self.first = first
    haveSameDecimals = Set(columns.map(\.decimals)).count <= 1
  }

  private init(shared: GridFormat, columns: [GridFormat], like other: ColumnFormats) {
    self.shared = shared
    self.columns = columns
    first = other.first
    haveSameDecimals = other.haveSameDecimals
  }

  /// For whole numbers in the place of these, as wide, so that nothing moves when one is looked at after the other.
  func counting(_ needs: GridFormat.Needs) -> ColumnFormats {
    ColumnFormats(
      shared: GridFormat(needs, narrowest: shared.width),
      columns: columns.map { GridFormat(needs, narrowest: $0.width) }, like: self)
  }

  /// The format of a column in grid coordinates.
  package subscript(column: Int) -> GridFormat {
    columns.indices.contains(column - first) ? columns[column - first] : shared
  }

  /// The widths of all columns; nil where they are all the same.
  package var widths: [Int]? { columns.isEmpty ? nil : columns.map(\.width) }

  /// The same with one format for all columns.
  var uniform: ColumnFormats { ColumnFormats(shared: shared) }
}

extension WorkbenchState {
  /// More columns than any screen has. Padding may have a billion of them, also around a small grid.
  private static let mostColumns = 2048

  /// The needs of each column of a grid's extent, the padding included; nil where not all numbers were looked at, or there
  /// are more columns than `mostColumns`.
  mutating func columnNeeds(of grid: GridName) -> [GridFormat.Needs]? {
    guard explorer.extent(of: grid).columns.count <= Self.mostColumns,
      let needs = memory.columnNeeds(of: grid, in: explorer)
    else { return nil }
    let shape = explorer.document.shape(of: grid)
    return explorer.extent(of: grid).columns.map { column in
      if needs.indices.contains(column) { return needs[column] }
      // A copy in the padding is as long as the number it is a copy of.
      let ghost = explorer.ghost(at: .init(row: min(0, shape.height - 1), column: column))
      guard case .copy(_, let source)? = ghost, needs.indices.contains(source) else { return GridFormat.Needs() }
      return needs[source]
    }
  }
}
