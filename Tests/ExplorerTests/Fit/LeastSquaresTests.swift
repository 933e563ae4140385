import TestSupport
import Testing

@testable import Explorer

@Suite("Least squares")
struct LeastSquaresTests {
  /// Solves for the columns of A, and checks every number to 14 digits: the cases are small and well conditioned.
  private func expect(_ columns: [[Double]], _ target: [Double], is wanted: [Double], rank: Int) throws {
    let system = try #require(
      LeastSquares(rows: target.count, columns: columns.count, values: columns.flatMap(\.self)))
    let solution = system.solution(for: target)
    #expect(solution.rank == rank)
    #expect(solution.values.count == wanted.count)
    for (value, wanted) in zip(solution.values, wanted) {
      #expect(abs(value - wanted) <= 1e-14 * max(1, abs(wanted)), "\(solution.values)")
    }
  }

  /// AᵀA = (2 1; 1 2) and Aᵀb = (5, 6), so x = (4, 7) / 3.
  @Test("three equations for two unknowns, by hand")
  func overdetermined() throws {
    try expect([[1, 0, 1], [0, 1, 1]], [1, 2, 4], is: [4.0 / 3, 7.0 / 3], rank: 2)
  }

  @Test("of many solutions the shortest: x + 2y = 5 is nearest to 0 at (1, 2)")
  func underdetermined() throws {
    try expect([[1], [2]], [5], is: [1, 2], rank: 1)
  }

  /// Both equations ask x + y for something else: the mean, 3, in equal shares.
  @Test("columns that are the same share what they explain, and columns of zeros get nothing")
  func dependent() throws {
    try expect([[1, 1], [1, 1]], [2, 4], is: [1.5, 1.5], rank: 1)
    try expect([[0, 0], [2, 2], [0, 0]], [2, 4], is: [0, 1.5, 0], rank: 1)
    try expect([[0, 0], [0, 0]], [1, 1], is: [0, 0], rank: 0)
    try expect([], [1, 1], is: [], rank: 0)
  }

  /// A random matrix of a rank, as a product of two; entries between −1 and 1.
  private func random(rows: Int, columns: Int, rank: Int, _ generator: inout SeededGenerator) -> [[Double]] {
    func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in Double.random(in: -1...1, using: &generator) } }
    let left = (0..<rank).map { _ in numbers(rows) }
    return (0..<columns).map { _ in
      let shares = numbers(rank)
      return (0..<rows).map { row in (0..<rank).reduce(0) { $0 + left[$1][row] * shares[$1] } }
    }
  }

  /// What is left over is orthogonal to every column: nothing more of it can be explained. And the shortest solution is
  /// itself a mixture of the rows, so it is orthogonal to whatever the columns take to 0.
  @Test(
    "what is left is orthogonal to all columns, and a longer solution explains no more",
    arguments: [(12, 5, 5), (12, 5, 3), (4, 9, 4), (9, 9, 7)])
  func orthogonal(rows: Int, columns: Int, rank: Int) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let matrix = random(rows: rows, columns: columns, rank: rank, &generator)
      let target = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
      let solution = try #require(LeastSquares(rows: rows, columns: columns, values: matrix.flatMap(\.self)))
        .solution(for: target)
      #expect(solution.rank == rank, "seed \(seed)")
      let rest = (0..<rows).map { row in
        (0..<columns).reduce(target[row]) { $0 - matrix[$1][row] * solution.values[$1] }
      }
      // Rounding: some dozens of products of numbers up to a few, 2⁻⁵³ each.
      for column in matrix { #expect(abs(zip(column, rest).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12, "seed \(seed)") }
      // A move along what the matrix takes to 0 leaves the rest as it is and makes the solution longer.
      var other = (0..<columns).map { _ in Double.random(in: -1...1, using: &generator) }
      let image = (0..<rows).map { row in (0..<columns).reduce(0) { $0 + matrix[$1][row] * other[$1] } }
      let visible = try #require(LeastSquares(rows: rows, columns: columns, values: matrix.flatMap(\.self)))
        .solution(for: image)
      for index in other.indices { other[index] -= visible.values[index] }
      #expect(abs(zip(other, solution.values).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-11, "seed \(seed)")
    }
  }
}
