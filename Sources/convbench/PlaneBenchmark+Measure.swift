import ConvolutionEngine

extension PlaneBenchmark {
  /// Bytes read and written in a second by a plain copy of a large picture, at best, with as many threads.
  static func copyRate(settings: Settings) -> Double {
    let count = 3840 * 2160
    let input = Array(repeating: Float(1), count: count)
    var output = Array(repeating: Float(0), count: count)
    let times = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          SharedCopy.run(input: input, output: output, workers: settings.workers)
        }
      }
    }
    return Double(8 * count) / times.least
  }

  /// The row of the report; nil where the filter refuses the shape.
  ///
  /// - Parameters:
  ///   - peak: float operations of one thread in a second, at best.
  ///   - copyRate: bytes that all threads copy in a second, at best.
  func measure(settings: Settings, peak: Double, copyRate: Double) throws -> ReportRow? {
    let convolution = try convolution()
    let drawn = try Operands(input: convolution.input, weights: convolution.weights, bias: nil)
    var input = drawn.input
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let workspace = Workspace()
    let times = output.withUnsafeMutableBufferPointer { output in
      measure(
        convolution, input: &input, weights: drawn.weights, output: output, workspace: workspace, settings: settings)
    }
    guard let times else { return nil }
    let error = relativeError(of: output, shape: convolution.output) { cell in
      ReferenceConvolution.value(of: convolution, at: cell, input: input, weights: drawn.weights)
    }
    let products = products(convolution)
    return ReportRow(
      group: group, algorithm: "\(work)", name: name, threads: settings.threads, times: times,
      flop: products.map { 2 * Double(kernel * kernel) * $0 },
      bytes: work == .cellEdit ? nil : 4 * (convolution.input.count + convolution.output.count), peak: peak,
      copyRate: copyRate, error: work == .copy ? nil : error, workspace: workspace.byteCount)
  }
}

extension PlaneBenchmark {
  /// Output cells that are computed with all taps in a call; nil where that is not what it does.
  private func products(_ convolution: Convolution) -> Double? {
    switch work {
    case .copy, .weightEdit: nil
    case .filter: Double(convolution.output.count)
    case .cellEdit: Double(kernel * kernel)
    }
  }

  /// The seconds that a call takes; nil where the filter refuses the work. Leaves in `output` what `input` and the weights give.
  private func measure(
    _ convolution: Convolution, input: inout Tensor, weights: Tensor, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, settings: Settings
  ) -> Stopwatch? {
    let workers = settings.workers
    var cells = input.values
    if work == .copy {
      return cells.withUnsafeBufferPointer { cells in
        Stopwatch.times(budget: settings.budget) { SharedCopy.run(input: cells, output: output, workers: workers) }
      }
    }
    guard let filter = FilterConvolution(of: convolution) else { return nil }
    let filters = filter.pack(weights: weights, bias: nil)
    let times = cells.withUnsafeMutableBufferPointer { cells in
      let source = UnsafeBufferPointer(cells)
      func run() {
        filter.run(input: source, filters: filters, output: output, workspace: workspace, workers: workers)
      }
      switch work {
      case .copy, .filter:
        return Stopwatch.times(budget: settings.budget, inner: inner, run)
      case .cellEdit:
        run()
        var generator = SplitMix64(seed: 2)
        // All over the picture, or where somebody looks at a part of it: 64×64 cells.
        let (rows, columns) = isLocal ? (64, 64) : (height, width)
        let places = (0..<1024).map { _ in
          Coordinate(
            batch: 0, channel: 0, row: height / 3 + Int(generator.next() % UInt64(rows)),
            column: width / 3 + Int(generator.next() % UInt64(columns)))
        }.map { Coordinate(batch: 0, channel: 0, row: $0.row % height, column: $0.column % width) }
        let offsets = places.map { convolution.input.offset(of: $0) }
        var index = 0
        return Stopwatch.times(budget: settings.budget, inner: inner) {
          cells[offsets[index]] += 0.125
          filter.update(
            afterEditOf: places[index], input: source, filters: filters, output: output, workspace: workspace)
          index = (index + 1) & 1023
        }
      case .weightEdit:
        run()
        let place = Coordinate(batch: 0, channel: 0, row: kernel / 2, column: 0)
        var filters = filters
        let first = filters.weight(at: place)
        let times = Stopwatch.times(budget: settings.budget) {
          let old = filters.weight(at: place)
          filters.set(old == first ? first + 0.125 : first, at: place)
          _ = filter.update(
            afterEditOf: place, from: old, input: source, filters: filters, output: output, workspace: workspace,
            workers: workers)
        }
        // Back to the weights that the error is measured with.
        let last = filters.weight(at: place)
        filters.set(first, at: place)
        _ = filter.update(
          afterEditOf: place, from: last, input: source, filters: filters, output: output, workspace: workspace)
        return times
      }
    }
    input = (try? Tensor(shape: convolution.input, values: cells)) ?? input
    return times
  }
}
