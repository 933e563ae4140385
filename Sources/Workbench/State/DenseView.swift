import ConvolutionEngine
import Explorer

/// What of a dense layer is looked at. No part of the document: looking is not undone.
package struct DenseView: Hashable, Sendable {
  /// Which of the four indices of W are held.
  package enum Slice: String, CaseIterable, Sendable {
    /// W(i,j,·,·): all weights into one hidden cell.
    case hidden
    /// W(·,·,k,l): all weights out of one input cell.
    case input
  }

  package enum Picture: String, CaseIterable, Sendable {
    /// X, one slice of W, and H side by side.
    case slices
    /// W as a matrix, a row for each hidden cell and a column for each input cell.
    case matrix
  }

  package var slice = Slice.hidden
  package var picture = Picture.slices
  /// The selected place, of H or of X; nil for the middle.
  var chosen: Coordinate?

  /// The selected place in grids of a size.
  package func cell(in size: PerAxis<Int>) -> Coordinate {
    let chosen = chosen ?? Coordinate(row: size.vertical / 2, column: size.horizontal / 2)
    return Coordinate(
      row: max(0, min(chosen.row, size.vertical - 1)), column: max(0, min(chosen.column, size.horizontal - 1)))
  }
}

extension DenseView {
  /// What a session notes, and what it is read from again; what cannot be understood is as at the start.
  var words: [String: String] {
    var words = ["dense-slice": slice.rawValue, "dense-picture": picture.rawValue]
    if let chosen { words["dense-cell"] = "\(chosen.row),\(chosen.column)" }
    return words
  }

  init(words: [String: String]) {
    slice = words["dense-slice"].flatMap { Slice(rawValue: $0) } ?? .hidden
    picture = words["dense-picture"].flatMap { Picture(rawValue: $0) } ?? .slices
    let numbers = words["dense-cell"]?.split(separator: ",").compactMap { Int($0) } ?? []
    if numbers.count == 2 { chosen = Coordinate(row: numbers[0], column: numbers[1]) }
  }
}
