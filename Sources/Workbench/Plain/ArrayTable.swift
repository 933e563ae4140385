import ConvolutionEngine

/// An array as lines of text: its axes, then plane by plane rows of numbers in aligned columns.
///
/// The last two axes are rows and columns; a plane of more axes is headed by its place in the others, as in `[0,2]`. Of
/// an array with many numbers only the ends of each axis are shown.
package enum ArrayTable {
  /// Arrays with more numbers than this are shown in part, as NumPy does it.
  static let fullCount = 1000
  /// How much of each end of an axis is shown then.
  static let edge = 3

  /// - Parameter number: one number as text.
  package static func lines<Element>(
    of array: NDArray<Element>, texts: TextTable = .english, number: (Element) -> String
  ) -> [String] {
    let axes = texts.axes(array.axes)
    guard !array.values.isEmpty else { return [texts.text(.tableEmpty, axes)] }
    let isWhole = array.values.count <= fullCount
    let rows = array.axes.dropLast().last ?? 1
    let columns = array.axes.last ?? 1
    let outer = Array(array.axes.dropLast(2))
    let shownRows = shown(rows, isWhole)
    let shownColumns = shown(columns, isWhole)
    let planes = planes(outer, isWhole)
    func value(_ plane: Int, _ row: Int, _ column: Int) -> String {
      number(array.values[(plane * rows + row) * columns + column])
    }
    var width = 0
    for plane in planes {
      for row in shownRows.compactMap({ $0 }) {
        for column in shownColumns.compactMap({ $0 }) { width = max(width, value(plane.index, row, column).count) }
      }
    }
    var lines = [isWhole ? axes : texts.text(.tablePart, axes, "\(array.values.count)")]
    for plane in planes {
      if !outer.isEmpty { lines.append("[" + plane.place.map { "\($0)" }.joined(separator: ",") + "]") }
      for row in shownRows {
        guard let row else {
          lines.append(gap)
          continue
        }
        let cells = shownColumns.map { column in
          let text = column.map { value(plane.index, row, $0) } ?? gap
          return String(repeating: " ", count: (column == nil ? 0 : max(0, width - text.count))) + text
        }
        lines.append(cells.joined(separator: " "))
      }
    }
    return lines
  }

  private static let gap = "..."

  /// The indices of an axis that are shown, nil for the gap between its ends.
  private static func shown(_ count: Int, _ isWhole: Bool) -> [Int?] {
    guard !isWhole, count > 2 * edge else { return Array(0..<count) }
    return Array(0..<edge) + [nil] + Array((count - edge)..<count)
  }

  private struct Plane {
    let index: Int
    let place: [Int]
  }

  /// The planes that are shown, in order.
  private static func planes(_ outer: [Int], _ isWhole: Bool) -> [Plane] {
    var planes = [Plane(index: 0, place: [])]
    for count in outer {
      planes = planes.flatMap { plane in
        shown(count, isWhole).compactMap { $0 }.map {
          Plane(index: plane.index * count + $0, place: plane.place + [$0])
        }
      }
    }
    return planes
  }
}
