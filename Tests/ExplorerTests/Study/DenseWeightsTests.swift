import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The weights of a dense layer")
struct DenseWeightsTests {
  /// Studies of seeded sizes and rules, small enough to look at every edge.
  private static func random(_ seed: UInt64, isTied: Bool) throws -> DenseStudy {
    var generator = SeededGenerator(seed: seed)
    let reach = Bool.random(using: &generator) ? nil : Int.random(in: 0...4, using: &generator)
    return try #require(
      DenseStudy(
        size: PerAxis(
          vertical: Int.random(in: 1...5, using: &generator), horizontal: Int.random(in: 1...6, using: &generator)),
        isTied: isTied, reach: reach, hasBias: Bool.random(using: &generator),
        seed: UInt64.random(in: 0...100, using: &generator)))
  }

  private func cells(_ study: DenseStudy) -> [Coordinate] {
    (0..<study.size.vertical).flatMap { row in
      (0..<study.size.horizontal).map { Coordinate(row: row, column: $0) }
    }
  }

  @Test(
    "tied ones have equal names exactly where the offsets are equal, and equal names equal values", arguments: 0..<20)
  func ties(seed: UInt64) throws {
    let study = try Self.random(seed, isTied: true)
    var offsets: [DenseStudy.WeightName: [Int]] = [:]
    var values: [DenseStudy.WeightName: Int] = [:]
    for hidden in cells(study) {
      for input in cells(study) {
        guard let name = study.weightName(hidden: hidden, input: input) else { continue }
        let offset = [input.row - hidden.row, input.column - hidden.column]
        let value = study.weight(hidden: hidden, input: input)
        #expect(offsets[name, default: offset] == offset, "seed \(seed)")
        #expect(values[name, default: value] == value, "seed \(seed)")
        #expect(value == study.tiedWeight(row: offset[0], column: offset[1]), "seed \(seed)")
        (offsets[name], values[name]) = (offset, value)
      }
    }
    #expect(Set(offsets.values).count == offsets.count, "seed \(seed)")
  }

  @Test("V and X stay what they are while Δ and the size change, and another seed gives others")
  func stability() throws {
    let small = try #require(DenseStudy(size: PerAxis(3), isTied: true, reach: 1))
    let large = try #require(DenseStudy(size: PerAxis(9), isTied: true, reach: 4))
    let other = try #require(DenseStudy(size: PerAxis(9), isTied: true, reach: 4, seed: 2))
    let offsets = (-1...1).flatMap { row in (-1...1).map { (row, $0) } }
    #expect(offsets.allSatisfy { small.tiedWeight(row: $0, column: $1) == large.tiedWeight(row: $0, column: $1) })
    #expect(!offsets.allSatisfy { other.tiedWeight(row: $0, column: $1) == large.tiedWeight(row: $0, column: $1) })
    #expect(cells(small).allSatisfy { small.input($0) == large.input($0) })
  }

  @Test("which are tied make a layer equal to conv2d with padding Δ, bit for bit in every cell", arguments: 0..<20)
  func convolution(seed: UInt64) throws {
    let study = try Self.random(seed, isTied: true)
    let experiment = try #require(study.convolution())
    #expect(
      experiment.padding
        == Padding(
          top: study.extent.vertical, left: study.extent.horizontal, bottom: study.extent.vertical,
          right: study.extent.horizontal))
    let output = try #require(experiment.output(algorithm: .reference))
    #expect(output.shape == (try Shape(height: study.size.vertical, width: study.size.horizontal)))
    for cell in cells(study) {
      let sum = try #require(study.hidden(cell))
      #expect(Float(sum).bitPattern == output[cell].bitPattern, "seed \(seed)")
    }
    #expect(study.comparison() == .equal(cells: output.shape.count))
  }

  @Test("which are not tied make a layer equal to the engine's linear one over all cells", arguments: 0..<20)
  func linear(seed: UInt64) throws {
    let study = try Self.random(seed, isTied: false)
    let cells = cells(study)
    let matrix = cells.flatMap { hidden in cells.map { Float(study.weight(hidden: hidden, input: $0)) } }
    var operands = Operands([
      .input: try Tensor(rows: [cells.map { Float(study.input($0)) }]),
      .weights: try Tensor(shape: Shape(height: cells.count, width: cells.count), values: matrix),
    ])
    if study.hasBias {
      operands[.bias] = try Tensor(shape: Shape(vectorOf: cells.count), values: cells.map { Float(study.bias($0)) })
    }
    let output = try #require(try Experiment(operation: .linear, operands: operands).output())
    #expect(try output.values == cells.map { Float(try #require(study.hidden($0))) }, "seed \(seed)")
    #expect(study.comparison() == nil)
  }

  @Test("into a hidden cell and out of an input cell are the same edges")
  func bothWays() throws {
    let study = try #require(DenseStudy(size: PerAxis(vertical: 3, horizontal: 4), reach: 1))
    let into = try cells(study).flatMap { try #require(study.terms(into: $0)) }
    let out = try cells(study).flatMap { try #require(study.terms(from: $0)) }
    #expect(into.count == study.counts(.local).edgeCount)
    #expect(into.count == out.count && into.allSatisfy { out.contains($0) })
    let corner = Coordinate(row: 0, column: 0)
    // At the corner 2×2 of the 3×3 offsets have an input.
    #expect(study.outside(of: corner) == 5)
    #expect(study.terms(into: corner)?.count == 4)
  }

  @Test("of a layer too large to look at are neither added up nor compared, and none is ever made")
  func large() throws {
    let whole = try #require(DenseStudy(size: PerAxis(4096), isTied: true))
    let place = Coordinate(row: 4095, column: 4095)
    #expect(whole.hidden(place) == nil)
    #expect(whole.comparison() == .tooLarge)
    #expect(whole.weightName(hidden: Coordinate(row: 0, column: 0), input: place) == .tied(8191 * 8191))
    let own = try #require(DenseStudy(size: PerAxis(4096)))
    #expect(own.weightName(hidden: place, input: place) == .own(281_474_976_710_656))
    let near = try #require(DenseStudy(size: PerAxis(4096), isTied: true, reach: 1))
    #expect(near.hidden(place) != nil)
    #expect(near.comparison() == .tooLarge)
  }
}
