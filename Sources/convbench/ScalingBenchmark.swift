import ConvolutionEngine

/// How much faster the same convolution is on several threads than on one, measured in turn.
struct ScalingBenchmark {
  let name: String
  /// Of about as much work as the name says, on one thread of a core that does 200 GFLOP/s.
  let convolution: ConvolutionBenchmark

  static let all = [
    ScalingBenchmark(
      name: "scaling 100us",
      convolution: ConvolutionBenchmark(name: "16-32 k3 p1 @48", channels: 16, size: 48, filters: 32, kernel: 3)),
    ScalingBenchmark(
      name: "scaling 2ms",
      convolution: ConvolutionBenchmark(name: "64-64 k3 p1 @80", channels: 64, size: 80, filters: 64, kernel: 3)),
  ]

  /// The row of the report; times are those of all threads.
  func measure(settings: Settings) throws -> ReportRow? {
    let shape = try convolution.convolution()
    guard let direct = DirectConvolution(of: shape) else { return nil }
    let workspace = Workspace()
    let input = Array(repeating: Float(0.5), count: shape.input.count)
    let packed = direct.pack(weights: Tensor(shape: shape.weights, repeating: 0.25), bias: nil)
    var output = Array(repeating: Float.nan, count: shape.output.count)
    let (one, all) = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        func run(_ workers: Workers) {
          direct.run(input: input, filters: packed, output: output, workspace: workspace, workers: workers)
        }
        return Stopwatch.alternately(budget: settings.budget, { run(1) }, { run(settings.workers) })
      }
    }
    return ReportRow(
      group: "s", algorithm: "", name: name, threads: settings.threads, times: all,
      more: [
        ("one_thread", "\(one.median)"), ("one_thread_min", "\(one.least)"),
        ("scaling", "\(one.median / all.median)"), ("scaling_min", "\(one.least / all.least)"),
      ])
  }
}
