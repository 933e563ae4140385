/// Linear least squares: of all x that come as near to A·x = b as possible, the shortest.
///
/// Householder QR with column pivoting, and where columns depend on each other a second factorisation from the right: the
/// complete orthogonal decomposition (Golub and Van Loan, *Matrix Computations*, 5.4.2 and 5.5.2). Unlike the normal
/// equations it does not square the condition number. Every sum has a fixed order, so the same numbers give the same bits.
package struct LeastSquares: Sendable {
  /// The columns of A one after the other.
  private var values: [Double]
  package let rows: Int
  package let columns: Int

  /// - Parameter values: the columns of A one after the other; `rows` · `columns` of them.
  package init?(rows: Int, columns: Int, values: [Double]) {
    guard rows >= 0, columns >= 0, values.count == rows * columns else { return nil }
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  package struct Solution: Sendable, Equatable {
    /// One for each column.
    package let values: [Double]
    /// How many columns are independent, as far as Double can tell.
    package let rank: Int
  }

  /// - Parameter target: b, one number for each row.
  /// - Complexity: O(rows · columns · rank).
  package func solution(for target: [Double]) -> Solution {
    var (a, b) = (self, target)
    var order = Array(0..<columns)
    // A column that is this much shorter than the longest one after the others were taken out of it is nothing but rounding.
    let tolerance = 8 * Double(max(rows, columns, 1)) * Double.ulpOfOne
    var longest: Double?
    var rank = 0
    for step in 0..<min(rows, columns) {
      var (best, length) = (step, a.length(of: step, from: step))
      for column in (step + 1)..<max(columns, step + 1) {
        let other = a.length(of: column, from: step)
        if other > length { (best, length) = (column, other) }
      }
      if longest == nil { longest = length }
      guard length > tolerance * (longest ?? 0) else { break }
      a.swap(step, best)
      order.swapAt(step, best)
      let mirror = a.mirror(column: step, from: step)
      for column in step..<columns { a.apply(mirror, to: column) }
      mirror.apply(to: &b)
      rank += 1
    }
    let found = rank == columns ? a.substituted(b) : a.shortest(b, rank: rank)
    var values = Array(repeating: 0.0, count: columns)
    for (place, column) in order.enumerated() { values[column] = found[place] }
    return Solution(values: values, rank: rank)
  }

  // MARK: Triangles

  /// R·x = b from below, for as many unknowns as columns.
  private func substituted(_ b: [Double]) -> [Double] {
    var x = Array(repeating: 0.0, count: columns)
    for row in stride(from: columns - 1, through: 0, by: -1) {
      var sum = b[row]
      for column in (row + 1)..<max(columns, row + 1) { sum -= self[row, column] * x[column] }
      x[row] = sum / self[row, row]
    }
    return x
  }

  /// The shortest solution of the first `rank` rows of R, which has more columns than that: with Rᵀ = Z·T, T upper triangular,
  /// it is x = Z·w where Tᵀ·w = b.
  private func shortest(_ b: [Double], rank: Int) -> [Double] {
    var transposed = LeastSquares(zeros: columns, rank)
    for row in 0..<rank { for column in row..<columns { transposed[column, row] = self[row, column] } }
    var mirrors: [Mirror] = []
    for step in 0..<rank {
      let mirror = transposed.mirror(column: step, from: step)
      for column in step..<rank { transposed.apply(mirror, to: column) }
      mirrors.append(mirror)
    }
    var w = Array(repeating: 0.0, count: columns)
    for row in 0..<rank {
      var sum = b[row]
      for column in 0..<row { sum -= transposed[column, row] * w[column] }
      w[row] = sum / transposed[row, row]
    }
    for mirror in mirrors.reversed() { mirror.apply(to: &w) }
    return w
  }

  // MARK: Columns

  private init(zeros rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: 0, count: rows * columns)
  }

  private subscript(row: Int, column: Int) -> Double {
    get { values[column * rows + row] }
    set { values[column * rows + row] = newValue }
  }

  /// The Euclidean length of a column's end.
  private func length(of column: Int, from row: Int) -> Double {
    var sum = 0.0
    for index in (column * rows + row)..<(column * rows + rows) { sum += values[index] * values[index] }
    return sum.squareRoot()
  }

  private mutating func swap(_ first: Int, _ second: Int) {
    guard first != second else { return }
    for row in 0..<rows { values.swapAt(first * rows + row, second * rows + row) }
  }

  /// The Householder reflection that leaves nothing of a column below a row.
  private func mirror(column: Int, from row: Int) -> Mirror {
    var normal = Array(values[(column * rows + row)..<(column * rows + rows)])
    let length = length(of: column, from: row)
    // Away from the mirror image, so that nothing cancels.
    normal[0] += normal[0] < 0 ? -length : length
    return Mirror(normal: normal, start: row)
  }

  private mutating func apply(_ mirror: Mirror, to column: Int) {
    let start = column * rows + mirror.start
    let share = mirror.share(of: values, from: start)
    for index in mirror.normal.indices { values[start + index] -= share * mirror.normal[index] }
  }

  /// x − 2·n·(n·x)/(n·n) on the end of a vector.
  private struct Mirror {
    let normal: [Double]
    let start: Int
    let square: Double

    init(normal: [Double], start: Int) {
      self.normal = normal
      self.start = start
      square = normal.reduce(0) { $0 + $1 * $1 }
    }

    func share(of vector: [Double], from start: Int) -> Double {
      guard square > 0 else { return 0 }
      var product = 0.0
      for index in normal.indices { product += normal[index] * vector[start + index] }
      return 2 * product / square
    }

    func apply(to vector: inout [Double]) {
      let share = share(of: vector, from: start)
      for index in normal.indices { vector[start + index] -= share * normal[index] }
    }
  }
}
