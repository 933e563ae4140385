import ConvolutionEngine

/// The single numbers of the layer, each from its place and the seed. Places are rows and columns of the grids, from 0.
extension DenseStudy {
  /// A weight as one that can be told from others: two edges with equal names share one weight.
  package enum WeightName: Hashable, Sendable {
    /// V(a,b), by its number from 1 in reading order of the offsets.
    case tied(Int)
    /// A weight of one edge alone, by its number from 1: hidden cells in reading order, their inputs in reading order.
    case own(Int)
  }

  /// The name of W(i,j,k,l); nil when the edge is cut.
  package func weightName(hidden: Coordinate, input: Coordinate) -> WeightName? {
    guard joins(hidden, input) else { return nil }
    guard isTied else {
      let cells = size.vertical * size.horizontal
      return .own(offset(of: hidden) * cells + offset(of: input) + 1)
    }
    let extent = extent
    let row = input.row - hidden.row + extent.vertical
    let column = input.column - hidden.column + extent.horizontal
    return .tied(row * (2 * extent.horizontal + 1) + column + 1)
  }

  /// W(i,j,k,l), a whole number from −2 to 2 but never 0; 0 when the edge is cut.
  ///
  /// V(a,b) follows from (a,b) alone, so that it stays while Δ and the size change.
  package func weight(hidden: Coordinate, input: Coordinate) -> Int {
    guard joins(hidden, input) else { return 0 }
    return isTied
      ? tiedWeight(row: input.row - hidden.row, column: input.column - hidden.column)
      : Self.weights[draw(.weight, hidden.row, hidden.column, input.row, input.column, below: Self.weights.count)]
  }

  /// V(a,b), whatever Δ cuts.
  package func tiedWeight(row: Int, column: Int) -> Int {
    Self.weights[
      draw(.tiedWeight, row + Self.sides.upperBound, column + Self.sides.upperBound, below: Self.weights.count)]
  }

  /// X(k,l), from 0 to 3.
  package func input(_ cell: Coordinate) -> Int { draw(.input, cell.row, cell.column, below: 4) }

  /// U(i,j), or u where the weights are tied: from −3 to 3 but never 0; 0 without biases.
  package func bias(_ cell: Coordinate) -> Int {
    guard hasBias else { return 0 }
    return Self.biases[
      draw(.bias, isTied ? 0 : cell.row + 1, isTied ? 0 : cell.column + 1, below: Self.biases.count)]
  }

  /// Whether a weight joins an input cell to a hidden cell: always, unless Δ cuts it.
  package func joins(_ hidden: Coordinate, _ input: Coordinate) -> Bool {
    let extent = extent
    return abs(input.row - hidden.row) <= extent.vertical && abs(input.column - hidden.column) <= extent.horizontal
  }

  /// The cells of one grid that are joined to a cell of the other. As far reaches from either side, so one rule does.
  package func field(of cell: Coordinate) -> Viewport.Region {
    let extent = extent
    func range(_ place: Int, _ reach: Int, _ side: Int) -> Range<Int> {
      max(0, place - reach)..<min(side, place + reach + 1)
    }
    return Viewport.Region(
      rows: range(cell.row, extent.vertical, size.vertical),
      columns: range(cell.column, extent.horizontal, size.horizontal))
  }

  func offset(of cell: Coordinate) -> Int { cell.row * size.horizontal + cell.column }

  // MARK: Numbers from places

  private static let weights = [-2, -1, 1, 2]
  private static let biases = [-3, -2, -1, 1, 2, 3]

  /// What a number is for; each kind has numbers of its own.
  private enum Kind: UInt64 {
    case weight, tiedWeight, input, bias
  }

  /// A number from 0 up to `limit`. Places are below 2¹⁴ and four of them fit one index.
  private func draw(_ kind: Kind, _ first: Int, _ second: Int, _ third: Int = 0, _ fourth: Int = 0, below limit: Int)
    -> Int
  {
    let index = UInt64((first << 14 | second) << 28 | third << 14 | fourth)
    let bits = SplitMix64.number(index, seed: SplitMix64.number(kind.rawValue, seed: seed))
    return Int(bits >> 32) % limit
  }
}
