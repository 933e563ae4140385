import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Mistakes with pools")
struct PoolMistakesTests {
  /// A random pool and what each mistake leads to, worked out by loops over a plain array. All numbers are multiples of
  /// 1/64 and windows have 2, 4 or 8 cells, so that every mean is exact.
  private struct Pool {
    var isMax: Bool
    var values: [[Double]]
    var kernel: Int
    var stride: Int
    var padding: Int
    var countsPadding = true

    init(using random: inout SeededGenerator) {
      isMax = Bool.random(using: &random)
      let (height, width) = (Int.random(in: 4...8, using: &random), Int.random(in: 4...8, using: &random))
      values = (0..<height).map { _ in
        (0..<width).map { _ in Double(Int.random(in: -192...192, using: &random)) / 64 }
      }
      kernel = [2, 4].randomElement(using: &random) ?? 2
      stride = Int.random(in: 1...3, using: &random)
      padding = Int.random(in: 0...1, using: &random)
      countsPadding = Bool.random(using: &random)
    }

    func experiment() throws -> Experiment {
      var parameters = Parameters(
        defaultsOf: OperatorCatalog.description(of: isMax ? .maxPool2d : .avgPool2d).parameters)
      parameters[.kernelSize] = .axes(PerAxis(kernel))
      parameters[.stride] = .axes(PerAxis(stride))
      parameters[.padding] = .sides(Padding(padding))
      if !isMax { parameters[.countIncludePad] = .flag(countsPadding) }
      let input = try Tensor(rows: values.map { $0.map { Float($0) } })
      return try Experiment(
        operation: isMax ? .maxPool2d : .avgPool2d, operands: Operands([.input: input]), parameters: parameters)
    }

    var height: Int { (values.count + 2 * padding - kernel) / stride + 1 }
    var width: Int { (values[0].count + 2 * padding - kernel) / stride + 1 }

    /// The cells under the window in order; nil for those of the padding.
    func window(_ row: Int, _ column: Int) -> [Double?] {
      var cells: [Double?] = []
      for y in (row * stride - padding)..<(row * stride - padding + kernel) {
        for x in (column * stride - padding)..<(column * stride - padding + kernel) {
          cells.append(values.indices.contains(y) && values[0].indices.contains(x) ? values[y][x] : nil)
        }
      }
      return cells
    }

    func value(_ row: Int, _ column: Int) -> Double? {
      guard (0..<height).contains(row), (0..<width).contains(column) else { return nil }
      return made(of: window(row, column))
    }

    private func made(of cells: [Double?]) -> Double {
      let seen = cells.compactMap { $0 }
      if isMax { return seen.max() ?? -.infinity }
      let count = countsPadding ? cells.count : seen.count
      return count == 0 ? 0 : seen.reduce(0, +) / Double(count)
    }

    private func changed(_ row: Int, _ column: Int, _ change: (inout Pool) -> Void) -> [Double] {
      var other = self
      change(&other)
      return other.height > 0 && other.width > 0 ? other.value(row, column).map { [$0] } ?? [] : []
    }

    func mistakes(_ row: Int, _ column: Int) -> [Prediction.Mistake: [Double]] {
      let cells = window(row, column)
      let seen = cells.compactMap { $0 }
      let zeros = cells.map { $0 ?? 0 }
      let counted = isMax || !countsPadding ? seen : zeros
      var all: [Prediction.Mistake: [Double]] = [:]
      all[.flippedSign] = value(row, column).map { [-$0] }
      all[.onlyAdded] = [seen.reduce(0, +)]
      if isMax {
        all[.meanNotLargest] = [seen, zeros].map { $0.reduce(0, +) / Double($0.count) }
        all[.smallestValue] = [seen.min() ?? 0]
        if seen.count < cells.count { all[.countedPadding] = [zeros.max() ?? 0] }
      } else {
        all[.largestNotMean] = [counted.max() ?? 0, seen.max() ?? 0]
        all[.smallestValue] = [seen.min() ?? 0, counted.min() ?? 0]
        if padding > 0 {
          all[countsPadding ? .uncountedPadding : .countedPadding] = changed(row, column) { $0.countsPadding.toggle() }
        }
      }
      if padding > 0 { all[.forgotPadding] = changed(row, column) { $0.padding = 0 } }
      if stride > 1 {
        all[.ignoredStride] = changed(row, column) { $0.stride = 1 }
        if column > 0 {
          all[.ignoredStride]? += changed(row * stride, (column - 1) * stride + 1) { $0.stride = 1 }
        } else if row > 0 {
          all[.ignoredStride]? += changed((row - 1) * stride + 1, 0) { $0.stride = 1 }
        }
      }
      for (mistake, y, x) in [
        (Prediction.Mistake.cellLeft, 0, -1), (.cellRight, 0, 1), (.cellAbove, -1, 0), (.cellBelow, 1, 0),
      ] { all[mistake] = value(row + y, column + x).map { [$0] } }
      let offset = row * width + column
      if offset > 0 { all[.previousCell] = value((offset - 1) / width, (offset - 1) % width).map { [$0] } }
      all[.nextCell] = value((offset + 1) / width, (offset + 1) % width).map { [$0] }
      all[.swappedAxes] = value(column, row).map { [$0] }
      let shorter = isMax ? cells.dropLast().compactMap { $0 } : counted.dropLast()
      if isMax {
        all[.forgotLastTerm] = [shorter.max() ?? -.infinity]
      } else if counted.count > 1 {
        let sum = shorter.reduce(0, +)
        all[.forgotLastTerm] = [sum / Double(shorter.count), sum / Double(counted.count)]
      }
      return all
    }
  }

  @Test("each mistake with a pool is recognised when it is made and not otherwise", arguments: [1, 2, 3] as [UInt64])
  func recognised(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var counts: [Prediction.Mistake: Int] = [:]
    for trial in 0..<80 {
      let pool = Pool(using: &random)
      let row = Int.random(in: 0..<pool.height, using: &random)
      let column = Int.random(in: 0..<pool.width, using: &random)
      let prediction = Prediction(experiment: try pool.experiment(), asked: Coordinate(row: row, column: column))
      let right = try #require(pool.value(row, column))
      let trail: Comment = "seed \(seed), trial \(trial), \(pool)"
      #expect(try diagnosis(right, prediction) == nil, trail)
      // A window with a single cell that counts leaves nothing to go wrong with.
      let cells = pool.window(row, column)
      guard cells.compactMap({ $0 }).count > 1 else { continue }
      let mistakes = pool.mistakes(row, column)
      for (mistake, values) in mistakes {
        for value in values where abs(value - right) > 1e-6 * abs(right) && value.isFinite {
          // As it is typed: a third of something has no end.
          let made = Set(mistakes.filter { $0.value.contains { abs($0 - value) <= 1e-6 * abs($0) } }.keys)
          let expected = Prediction.Mistake.allCases.first { made.contains($0) }
          let found = try diagnosis(value, prediction)
          #expect(found == expected, "\(mistake) \(value), \(trail)")
          if made == [mistake], found == mistake { counts[mistake, default: 0] += 1 }
        }
      }
      #expect(try diagnosis(right + 100 + 1 / 8192, prediction) == .unknownWithoutWeights, trail)
    }
    for mistake: Prediction.Mistake in [
      .meanNotLargest, .largestNotMean, .smallestValue, .onlyAdded, .countedPadding, .uncountedPadding, .ignoredStride,
      .forgotPadding, .cellAbove, .cellBelow, .forgotLastTerm,
    ] {
      #expect(counts[mistake, default: 0] >= 3, "\(mistake) was hardly ever made, seed \(seed)")
    }
  }

  @Test(
    "of 1, 5, 2 and 4 the largest and the mean are asked for",
    arguments: [
      ("max-pool2d", "5", nil), ("max-pool2d", "3", .meanNotLargest), ("max-pool2d", "1", .smallestValue),
      ("max-pool2d", "12", .onlyAdded), ("avg-pool2d", "3", nil), ("avg-pool2d", "5", .largestNotMean),
      ("avg-pool2d", "1", .smallestValue), ("avg-pool2d", "12", .onlyAdded), ("avg-pool2d", "8/3", .forgotLastTerm),
      ("avg-pool2d", "2", .forgotLastTerm), ("adaptive-max-pool2d", "3", .meanNotLargest),
      ("global-avg-pool2d", "12", .onlyAdded),
    ] as [(String, String, Prediction.Mistake?)])
  func byHand(operation: String, answer: String, expected: Prediction.Mistake?) throws {
    var state = try Examples.plusUnderSobel()
    for line in ["set padding 0", "operator \(operation)", "load input 1x1x2x2 four 1 5 2 4"] {
      try state.apply(try ExplorerAction(text: line))
    }
    let prediction = Prediction(experiment: state.experiment, asked: Coordinate(row: 0, column: 0))
    #expect(prediction.judge(try #require(AnswerText(answer)))?.mistake == expected)
  }

  @Test("the stride of a pool that follows its kernel is missed as well")
  func followingStride() throws {
    var state = try Examples.plusUnderSobel()
    for line in ["set padding 0", "operator max-pool2d", "load input 1x1x2x6 six 1 9 2 3 4 8 0 0 0 0 0 0"] {
      try state.apply(try ExplorerAction(text: line))
    }
    let prediction = Prediction(experiment: state.experiment, asked: Coordinate(row: 0, column: 1))
    #expect(prediction.expected == 3)
    // From the window before on by one input cell: the largest of 9 and 2.
    #expect(prediction.judge(try #require(AnswerText("9")))?.mistake == .ignoredStride)
  }

  private func diagnosis(_ value: Double, _ prediction: Prediction) throws -> Prediction.Mistake? {
    prediction.judge(try #require(AnswerText(NumberText.shortest(Float(value)))))?.mistake
  }
}
