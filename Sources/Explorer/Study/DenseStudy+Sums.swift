import ConvolutionEngine

/// What becomes of the numbers: the sum of a hidden cell, and where an input cell goes.
extension DenseStudy {
  /// One edge with its two numbers.
  package struct Term: Equatable, Sendable {
    package let hidden: Coordinate
    package let input: Coordinate
    package let value: Int
    package let weight: Int
    package var product: Int { value * weight }
  }

  /// More edges than this are not added up for one cell; the layer is then too large to be looked at cell by cell.
  package static let termLimit = 1024

  /// The edges into a hidden cell, inputs in reading order; nil when there are more than `termLimit`.
  package func terms(into hidden: Coordinate) -> [Term]? {
    cells(joinedTo: hidden)?.map { term(hidden, $0) }
  }

  /// The edges out of an input cell, hidden cells in reading order; nil when there are more than `termLimit`.
  package func terms(from input: Coordinate) -> [Term]? {
    cells(joinedTo: input)?.map { term($0, input) }
  }

  /// H(i,j) = U(i,j) + Σ W(i,j,k,l)·X(k,l); nil when there are more than `termLimit` products.
  ///
  /// Whole numbers this small are exact in Float32 as well, in whatever order they are added.
  package func hidden(_ cell: Coordinate) -> Int? {
    let field = field(of: cell)
    guard field.rows.count * field.columns.count <= Self.termLimit else { return nil }
    var sum = bias(cell)
    for row in field.rows {
      for column in field.columns {
        let place = Coordinate(row: row, column: column)
        sum += input(place) * weight(hidden: cell, input: place)
      }
    }
    return sum
  }

  /// How many offsets of a tied or cut weight fall outside X at a hidden cell.
  package func outside(of cell: Coordinate) -> Int {
    let extent = extent
    let field = field(of: cell)
    return (2 * extent.vertical + 1) * (2 * extent.horizontal + 1) - field.rows.count * field.columns.count
  }

  private func term(_ hidden: Coordinate, _ input: Coordinate) -> Term {
    Term(
      hidden: hidden, input: input, value: self.input(input), weight: weight(hidden: hidden, input: input))
  }

  private func cells(joinedTo cell: Coordinate) -> [Coordinate]? {
    let field = field(of: cell)
    guard field.rows.count * field.columns.count <= Self.termLimit else { return nil }
    return field.rows.flatMap { row in field.columns.map { Coordinate(row: row, column: $0) } }
  }
}
