import ConvolutionEngine
import Testing

@Suite struct PoolGradientTests {
  private func window(
    _ kernel: Int, stride: Int? = nil, padding: Padding = .none, dilation: Int = 1
  ) throws -> SlidingWindow {
    try SlidingWindow(
      geometry: ConvolutionGeometry(
        stride: PerAxis(stride ?? kernel), dilation: PerAxis(dilation), padding: padding),
      kernel: PerAxis(kernel))
  }

  // MARK: Maximum

  @Test("the maximum takes all; of equal ones the first")
  func maximum() throws {
    let input = try Tensor(rows: [[1, 5, 2, 2], [5, 0, 2, 2]])
    let gradient = try MaxPoolGradient.input(
      window: window(2), input: input, outputGradient: Tensor(rows: [[10, 20]]))
    #expect(try gradient == Tensor(rows: [[0, 10, 20, 0], [0, 0, 0, 0]]))
  }

  @Test("a cell that is the maximum of several windows takes their sum")
  func overlap() throws {
    let gradient = try MaxPoolGradient.input(
      window: window(2, stride: 1), input: Tensor(rows: [[1, 2, 3], [4, 9, 5], [6, 7, 8]]),
      outputGradient: Tensor(rows: [[1, 2], [3, 4]]))
    #expect(try gradient == Tensor(rows: [[0, 0, 0], [0, 10, 0], [0, 0, 0]]))
  }

  @Test("not-a-number is the maximum, and the last of several")
  func notANumber() throws {
    let gradient = try MaxPoolGradient.input(
      window: window(2), input: Tensor(rows: [[.nan, 7, 8, 1], [.nan, .infinity, .nan, 9]]),
      outputGradient: Tensor(rows: [[1, 2]]))
    #expect(try gradient == Tensor(rows: [[0, 0, 0, 0], [1, 0, 2, 0]]))
  }

  @Test("padding takes nothing: −∞ on the input still wins, and a window of padding alone gives nothing")
  func padding() throws {
    let input = try Tensor(rows: [[-.infinity, -3]])
    let gradient = try MaxPoolGradient.input(
      window: window(2, stride: 2, padding: Padding(top: 0, left: 3, bottom: 1, right: 2)), input: input,
      outputGradient: Tensor(rows: [[100, 10, 1]]))
    // Columns −3…−2 are padding alone, −1…0 hold −∞, 1…2 hold −3.
    #expect(try gradient == Tensor(rows: [[10, 1]]))
  }

  @Test("dilated windows, and a last one that hangs over the edge under the ceil rule")
  func dilation() throws {
    let gradient = try MaxPoolGradient.input(
      window: window(2, stride: 2, dilation: 2),
      input: Tensor(rows: [[1, 9, 3, 8, 5], [0, 0, 0, 0, 0], [2, 2, 2, 2, 2]]),
      outputGradient: Tensor(rows: [[1, 2, 4]]))
    // Windows see columns {0, 2}, {2, 4} and, hanging over, {4}; rows 0 and 2.
    #expect(try gradient == Tensor(rows: [[0, 0, 1, 0, 2 + 4], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]))
  }

  @Test("the gradient is the difference where no maximum changes", arguments: UInt64(1)...20)
  func differences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let shape = try Shape(
      batch: 2, channels: 2, height: generator.integer(2...6), width: generator.integer(2...6))
    // Distinct whole numbers; a step below 1/2 changes no order, so L is linear, and in these few bits exact.
    let input = try Tensor(shape: shape, values: (0..<shape.count).map(Float.init).shuffled(using: &generator))
    let step = try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.integer(-7...7)) / 16 })
    let moved = try Tensor(shape: shape, values: zip(input.values, step.values).map(+))
    let pool = try NaivePool(&generator, dilations: 1...2)
    let output = try pool.outputShape(of: shape)
    let g = try generator.integers(output)
    let gradient = MaxPoolGradient.input(window: pool.window, input: input, outputGradient: g)
    let difference = zip(pool.maxima(moved, output), pool.maxima(input, output)).map { $0 - $1 }
    #expect(zip(g.values, difference).reduce(0) { $0 + Double($1.0) * $1.1 } == gradient.dot(step))
  }

  // MARK: Average

  @Test("an average goes back in equal parts; cells of the padding keep theirs")
  func average() throws {
    let padded = try window(2, padding: Padding(1))
    let shape = try Shape(height: 2, width: 2)
    let g = try Tensor(rows: [[4, 8], [12, 16]])
    // Every window has one input cell and three of padding.
    #expect(
      try AveragePoolGradient.input(window: padded, divisor: .cellsWithPadding, input: shape, outputGradient: g)
        == Tensor(rows: [[1, 2], [3, 4]]))
    #expect(
      AveragePoolGradient.input(window: padded, divisor: .cellsInside, input: shape, outputGradient: g) == g)
  }

  @Test("cells beyond the padding do not count: the window that hangs over divides by what is left of it")
  func hanging() throws {
    let gradient = try AveragePoolGradient.input(
      window: window(2), divisor: .cellsWithPadding, input: Shape(height: 2, width: 3),
      outputGradient: Tensor(rows: [[4, 6]]))
    #expect(try gradient == Tensor(rows: [[1, 1, 3], [1, 1, 3]]))
  }

  @Test("the gradient of an average is the adjoint of averaging", arguments: UInt64(1)...20)
  func adjoint(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let shape = try Shape(
      batch: 2, channels: 2, height: generator.integer(1...6), width: generator.integer(1...6))
    let pool = try NaivePool(&generator, dilations: 1...1)
    let output = try pool.outputShape(of: shape)
    let d = try generator.integers(shape)
    let g = try generator.integers(output)
    for divisor in [AveragePoolDivisor.cellsWithPadding, .cellsInside] {
      let gradient = AveragePoolGradient.input(
        window: pool.window, divisor: divisor, input: shape, outputGradient: g)
      let means = pool.means(d, output, countsPadding: divisor == .cellsWithPadding)
      let left = zip(g.values, means).reduce(0) { $0 + Double($1.0) * $1.1 }
      // Only the rounding of the gradient to Float32, half a unit in 2⁻²⁴ of each part; parts are at most 9 × 9.
      let bound = 0x1p-24 * 81 * Double(shape.count + output.count * 16)
      #expect(abs(left - gradient.dot(d)) <= bound, "\(divisor)")
    }
  }

  @Test("adaptive and global averages: overlapping windows by hand")
  func adaptive() throws {
    // Five columns to three: {0, 1}, {1, 2, 3}, {3, 4}.
    #expect(
      try AveragePoolGradient.adaptiveInput(
        Shape(height: 1, width: 5), outputGradient: Tensor(rows: [[2, 6, 4]]))
        == Tensor(rows: [[1, 1 + 2, 2, 2 + 2, 2]]))
    #expect(
      try AveragePoolGradient.adaptiveInput(Shape(height: 2, width: 2), outputGradient: Tensor(rows: [[8]]))
        == Tensor(rows: [[2, 2], [2, 2]]))
    // More outputs than cells: each cell is in several windows.
    #expect(
      try AveragePoolGradient.adaptiveInput(
        Shape(height: 1, width: 2), outputGradient: Tensor(rows: [[1, 2, 4]])) == Tensor(rows: [[2, 5]]))
  }
}

/// Pools as plainly as they can be written, for the gradients to be held against.
private struct NaivePool {
  let window: SlidingWindow

  init(_ generator: inout SplitMix64, dilations: ClosedRange<Int>) throws {
    window = try SlidingWindow(
      geometry: ConvolutionGeometry(
        stride: PerAxis(vertical: generator.integer(1...3), horizontal: generator.integer(1...3)),
        dilation: PerAxis(generator.integer(dilations)),
        padding: Padding(
          top: generator.integer(0...3), left: generator.integer(0...3), bottom: generator.integer(2...3),
          right: generator.integer(2...3))),
      kernel: PerAxis(vertical: generator.integer(1...3), horizontal: generator.integer(1...3)))
  }

  func outputShape(of input: Shape) throws -> Shape {
    let size = window.geometry.outputSize(
      input: PerAxis(vertical: input.height, horizontal: input.width), kernel: window.kernel)
    return try Shape(batch: input.batch, channels: input.channels, height: size.vertical, width: size.horizontal)
  }

  func maxima(_ input: Tensor, _ output: Shape) -> [Double] {
    // A window of padding alone counts nothing, before and after a step alike.
    cells(input, output).map { inside, _ in inside.max() ?? 0 }
  }

  func means(_ input: Tensor, _ output: Shape, countsPadding: Bool) -> [Double] {
    cells(input, output).map { inside, padded in
      inside.isEmpty ? 0 : inside.reduce(0, +) / Double(countsPadding ? padded : inside.count)
    }
  }

  /// For each output cell the values in its window, and how many cells it has with the padding.
  private func cells(_ input: Tensor, _ output: Shape) -> [(inside: [Double], padded: Int)] {
    (0..<output.count).map { offset in
      let cell = output.coordinate(at: offset)
      var inside: [Double] = []
      for row in 0..<window.kernel.vertical {
        for column in 0..<window.kernel.horizontal {
          let place = Coordinate(
            batch: cell.batch, channel: cell.channel,
            row: window.geometry.vertical.position(output: cell.row, tap: row),
            column: window.geometry.horizontal.position(output: cell.column, tap: column))
          if input.shape.contains(place) { inside.append(Double(input[place])) }
        }
      }
      return (inside, window.kernel.vertical * window.kernel.horizontal)
    }
  }
}
