import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The counts of a dense layer")
struct DenseCountsTests {
  private func study(
    _ rows: Int, _ columns: Int, isTied: Bool = false, reach: Int? = nil, hasBias: Bool = true
  ) throws -> DenseStudy {
    try #require(
      DenseStudy(
        size: PerAxis(vertical: rows, horizontal: columns), isTied: isTied, reach: reach, hasBias: hasBias))
  }

  @Test("on 200×200 are those of the article, with the biases that it leaves out")
  func article() throws {
    let large = try study(200, 200, reach: 1)
    let dense = large.counts(.dense)
    #expect((dense.edgeCount, dense.weightCount, dense.biases) == (1_600_000_000, 1_600_000_000, 40_000))
    let tied = large.counts(.tied)
    #expect((tied.edgeCount, tied.weightCount, tied.biases) == (1_600_000_000, 159_201, 1))
    let both = large.counts(.convolution)
    #expect((both.weightCount, both.biases, both.parameterCount) == (9, 1, 10))
    // 598 × 598: 3 for each of 200 cells, less one at each rim.
    #expect(both.edgeCount == 357_604)
    #expect(large.counts(.local).weightCount == 357_604)
  }

  @Test("of a row of 4 cells, worked by hand")
  func row() throws {
    // With Δ = 1 the cells see 2, 3, 3 and 2 cells.
    let row = try study(1, 4, reach: 1)
    #expect(row.counts(.dense).edgeCount == 16)
    #expect(row.counts(.local).edgeCount == 10)
    // Offsets −3 … 3, and −1 … 1: along the one row there is no other.
    #expect(row.counts(.tied).weightCount == 7)
    #expect(row.counts(.convolution).weightCount == 3)
    #expect(try study(1, 4, hasBias: false).counts(.dense).biases == 0)
  }

  @Test("of 4×4 cells with Δ = 0 leave every cell the one at its place")
  func zero() throws {
    let alone = try study(4, 4, reach: 0)
    #expect(alone.counts(.local).edgeCount == 16)
    #expect(alone.counts(.convolution).weightCount == 1)
  }

  @Test("on the largest grids stay within Int")
  func largest() throws {
    let side = DenseStudy.sides.upperBound
    let largest = try study(side, side).counts(.dense)
    #expect(largest.edgeCount == 281_474_976_710_656)
    #expect(largest.parameterCount == 281_474_993_487_872)
  }

  @Test("are what counting every edge and every name gives", arguments: 0..<40)
  func bruteForce(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let reach = Bool.random(using: &generator) ? nil : Int.random(in: 0...6, using: &generator)
    let layer = try study(
      Int.random(in: 1...5, using: &generator), Int.random(in: 1...5, using: &generator),
      isTied: Bool.random(using: &generator), reach: reach)
    let cells = (0..<layer.size.vertical).flatMap { row in
      (0..<layer.size.horizontal).map { Coordinate(row: row, column: $0) }
    }
    var edges = 0
    var names: Set<DenseStudy.WeightName> = []
    for hidden in cells {
      var field = 0
      for input in cells {
        let isNear = reach.map { reach in
          abs(hidden.row - input.row) <= reach && abs(hidden.column - input.column) <= reach
        }
        let name = layer.weightName(hidden: hidden, input: input)
        #expect((name != nil) == (isNear ?? true), "seed \(seed)")
        guard let name else { continue }
        edges += 1
        field += 1
        names.insert(name)
      }
      let region = layer.field(of: hidden)
      #expect(region.rows.count * region.columns.count == field, "seed \(seed)")
    }
    let counts = layer.counts(layer.rules)
    #expect(counts.edgeCount == edges, "seed \(seed)")
    #expect(counts.weightCount == names.count, "seed \(seed)")
    #expect(counts.biases == Set(cells.map { layer.isTied ? cells[0] : $0 }).count, "seed \(seed)")
  }
}
