@testable import ConvolutionEngine

/// The transforms of Winograd tiles as matrices of Double, made from the points of evaluation by their definition.
struct WinogradMatrices {
  /// Bᵀ: row j holds the coefficients of Π (x − q) over all points but the one of j; the last row those over all points.
  let input: [[Double]]
  /// Aᵀ: row i holds the i-th powers of the points; the point at infinity counts in the last row alone.
  let output: [[Double]]
  /// By how much a result can exceed the largest weight times the largest value when nothing cancels.
  let growth: Double

  init(_ tile: WinogradTile) {
    let points = tile.points
    func coefficients(without index: Int?) -> [Double] {
      var polynomial = [1.0]
      for (position, point) in points.enumerated() where position != index {
        var product = [0.0] + polynomial
        for power in polynomial.indices { product[power] -= point * polynomial[power] }
        polynomial = product
      }
      return polynomial + Array(repeating: 0, count: tile.span - polynomial.count)
    }
    let input = points.indices.map { coefficients(without: $0) } + [coefficients(without: nil)]
    self.input = input
    let output = (0..<tile.side).map { power in
      let powers = points.map { point in (0..<power).reduce(1.0) { product, _ in product * point } }
      return powers + [power == tile.side - 1 ? 1.0 : 0.0]
    }
    self.output = output
    func sizes(_ matrix: [[Double]]) -> [Double] { matrix.map { row in row.reduce(0.0) { $0 + abs($1) } } }
    let (cells, weights) = (sizes(input), sizes(tile.filterTransform))
    let lines = output.map { row in row.indices.reduce(0.0) { $0 + abs(row[$1]) * cells[$1] * weights[$1] } }
    let line = lines.max() ?? 0
    growth = line * line
  }
}
