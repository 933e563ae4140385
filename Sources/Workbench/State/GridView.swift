/// How the cells of the three grids are drawn. The raw value is its name after `:view`.
package enum GridView: String, CaseIterable, Sendable {
  case numbers
  /// A coloured block of two columns for each cell.
  case heat
  /// A pixel for each cell, two above each other in a character.
  case blocks

  /// The next one in the order of the cases, around.
  var next: GridView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// Columns of a cell; nil for numbers, which are as wide as they need.
  var cellColumns: Int? {
    switch self {
    case .numbers: nil
    case .heat: 2
    case .blocks: 1
    }
  }
}

/// View, colour map and scaling of the three grids: what is seen of numbers, and no part of them.
package struct GridLook: Hashable, Sendable {
  package var view = GridView.numbers
  package var map = ColorMap.cividis
  package var scaling = Scaling.global

  package init() {}
}
