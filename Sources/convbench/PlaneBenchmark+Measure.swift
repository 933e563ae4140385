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

  /// The row of the report.
  ///
  /// - Parameters:
  ///   - peak: float operations of one thread in a second, at best.
  ///   - copyRate: bytes that all threads copy in a second, at best.
  func measure(settings: Settings, peak: Double, copyRate: Double) throws -> String {
    let convolution = try convolution()
    var generator = SplitMix64(seed: 1)
    var input = try Tensor.drawn(convolution.input, &generator)
    let weights = try Tensor.drawn(convolution.weights, &generator)
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let workspace = Workspace()
    let times = output.withUnsafeMutableBufferPointer { output in
      measure(
        convolution, input: &input, weights: weights, output: output, workspace: workspace, settings: settings)
    }
    guard let times else { return "{\"name\":\"\(name)\",\"error\":\"refused\"}" }
    let error = work == .copy ? 0 : convolution.relativeError(of: output, input, weights, &generator)
    let flop = 2 * Double(kernel * kernel) * products(convolution)
    let bytes = work == .cellEdit ? 0 : 4 * Double(convolution.input.count + convolution.output.count)
    let threads = Double(settings.threads)
    return
      "{\"group\":\"\(group)\",\"peer\":\"convoscope-\(work)\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),\"bytes\":\(bytes),"
      + "\"gflops\":\(flop / times.median / 1e9),\"peak_share\":\(flop / times.median / (peak * threads)),"
      + "\"copy_share\":\(bytes / times.median / copyRate),"
      + "\"reference_error\":\(error),\"workspace\":\(workspace.byteCount),\"vectors\":\"\(VectorKernels.best.name)\"}"
  }
}

extension PlaneBenchmark {
  /// Output cells that are computed with all taps in a call.
  private func products(_ convolution: Convolution) -> Double {
    switch work {
    case .copy, .weightEdit: 0
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

extension Tensor {
  /// Numbers from −½ to ½.
  static func drawn(_ shape: Shape, _ generator: inout SplitMix64) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
  }
}

extension Convolution {
  /// The relative root mean square distance of an output from the reference, at 500 cells drawn at random.
  func relativeError(
    of output: [Float], _ input: Tensor, _ weights: Tensor, _ generator: inout SplitMix64
  ) -> Double {
    var (difference, size) = (0.0, 0.0)
    for _ in 0..<500 {
      let offset = Int(generator.next() % UInt64(output.count))
      let expected = Double(
        ReferenceConvolution.value(of: self, at: self.output.coordinate(at: offset), input: input, weights: weights))
      difference += (Double(output[offset]) - expected) * (Double(output[offset]) - expected)
      size += expected * expected
    }
    return (difference / size).squareRoot()
  }
}
