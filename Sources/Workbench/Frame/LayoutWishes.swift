import Explorer

extension Layout {
  /// What a grid would like to have.
  package struct Wish: Equatable, Sendable {
    /// Rows and columns of grid cells.
    package var rows: Int
    package var columns: Int
    /// Columns of one number, and the least that would do where there is not enough room.
    package var numberWidth: Int
    package var narrowWidth: Int
    /// Columns of the largest row number.
    package var indexWidth: Int
    /// The columns of all numbers of a row together where they differ, and the least that would do.
    package var rowWidth: Int?
    package var narrowRowWidth: Int?

    package init(rows: Int, columns: Int, numberWidth: Int, narrowWidth: Int? = nil, indexWidth: Int = 1) {
      self.rows = rows
      self.columns = columns
      self.numberWidth = numberWidth
      self.narrowWidth = narrowWidth ?? numberWidth
      self.indexWidth = indexWidth
    }

    /// Columns of the panel, its frame included; brackets stand in the gaps and at both ends.
    func panelColumns(gap: Int, hasIndices: Bool) -> Int {
      if let rowWidth { return rowWidth + columns * gap - gap + 4 + (hasIndices ? indexWidth + 1 : 0) }
      let cells = columns.multipliedReportingOverflow(by: numberWidth + gap)
      let index = hasIndices ? indexWidth + 1 : 0
      return cells.overflow ? .max / 8 : min(.max / 8, cells.partialValue - gap + 4 + index)
    }
  }

  /// How the grids stand to each other.
  package enum Arrangement: Equatable, Sendable {
    case sideBySide
    /// A signal over the whole width, with so many rows under it for the kernel that slides along; the rest below.
    case stacked(rulerRows: Int)

    /// Rows under the input for the kernel at its present place.
    var rulerRows: Int {
      if case .stacked(let rows) = self { rows } else { 0 }
    }

    var isStacked: Bool {
      if case .stacked = self { true } else { false }
    }
  }

  /// What is to be placed.
  package struct Wishes: Equatable, Sendable {
    package var grids: [GridName: Wish]
    /// The products as a grid; nil when there are too many to show.
    package var products: Wish?
    package var hasLesson: Bool
    /// Whether a study takes the whole place of the grids and their sum.
    package var hasStudy = false
    /// How the grids stand.
    package var arrangement = Arrangement.sideBySide
    /// Rows under the kernel for what is said about it: a blank one, its name, its sums.
    package var kernelFactRows = 4
    /// The columns that may stand between two cells, the best first.
    package var gaps = [3, 2, 1]
    /// The grids of which there are several planes, for the strips of thumbnails.
    package var strips: [StripPlan.Wish] = []
    /// All feature maps instead of the grids.
    package var maps: MapsPlan.Wish?
    /// Whether a character can hold two pixels of a thumbnail.
    package var hasFinePixels = false
    /// Whether the lesson has the focus: where it has no place of its own, it then takes that of the grids.
    package var lessonIsFocused: Bool

    package init(grids: [GridName: Wish], products: Wish? = nil, hasLesson: Bool, lessonIsFocused: Bool = false) {
      self.grids = grids
      self.products = products
      self.hasLesson = hasLesson
      self.lessonIsFocused = lessonIsFocused
    }

    var leastGap: Int { gaps.last ?? 1 }
  }
}
