import ConvolutionEngine

/// A line of the report: a JSON object in the form of the script that measures the peers.
struct ReportRow {
  /// As the peers' groups: `a` convolutions with channels, `b` filters of one channel, `c` tiny calls, `d` training.
  let group: String
  /// The algorithm, which stands beside the peers' names; empty where there is one only.
  let algorithm: String
  let name: String
  let threads: Int
  /// Seconds per call.
  let times: Stopwatch
  /// Float operations of the definition in a call, whatever the algorithm does; nil where none are counted.
  var flop: Double?
  /// What a call has to read and write at least.
  var bytes: Int?
  /// Float operations of one thread in a second, at best, for a share.
  var peak: Double?
  /// Bytes that all threads copy in a second, at best, for a share.
  var copyRate: Double?
  /// The relative root mean square distance from the reference.
  var error: Double?
  /// Bytes of memory beside the operands.
  var workspace: Int?
  /// Further numbers, as they stand in JSON.
  var more: [(name: String, value: String)] = []

  var json: String {
    let peer = algorithm.isEmpty ? "convoscope" : "convoscope-\(algorithm)"
    var fields = [
      ("group", "\"\(group)\""), ("peer", "\"\(peer)\""), ("name", "\"\(name)\""), ("threads", "\(threads)"),
      ("median", "\(times.median)"), ("p10", "\(times.quantile(0.1))"), ("p90", "\(times.quantile(0.9))"),
      ("min", "\(times.least)"), ("n", "\(times.count)"),
    ]
    func add(_ name: String, _ value: Double?) {
      if let value { fields.append((name, "\(value)")) }
    }
    let rate = flop.map { $0 / times.median }
    add("flop", flop)
    add("gflops", rate.map { $0 / 1e9 })
    if let rate, let peak { add("peak_share", rate / (peak * Double(threads))) }
    add("bytes", bytes.map(Double.init))
    if let bytes, let copyRate { add("copy_share", Double(bytes) / times.median / copyRate) }
    add("reference_error", error)
    add("workspace", workspace.map(Double.init))
    fields += more.map { ($0.name, $0.value) }
    fields.append(("vectors", "\"\(VectorKernels.best.name)\""))
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }
}

/// What a convolution is measured with.
struct Operands {
  let input: Tensor
  let weights: Tensor
  let bias: Tensor?

  /// Numbers from −½ to ½, the same every time.
  init(input: Shape, weights: Shape, bias: Shape?) throws {
    var generator = SplitMix64(seed: 1)
    self.input = try .drawn(input, &generator)
    self.weights = try .drawn(weights, &generator)
    self.bias = try bias.map { try .drawn($0, &generator) }
  }

  init(input: Tensor, weights: Tensor, bias: Tensor?) {
    (self.input, self.weights, self.bias) = (input, weights, bias)
  }
}

extension Tensor {
  /// Numbers from −½ to ½.
  static func drawn(_ shape: Shape, _ generator: inout SplitMix64) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
  }
}

extension FastConvolution {
  /// The seconds that a call takes with its filters packed before, the output, and the bytes beside the operands.
  func measured(
    on operands: Operands, output shape: Shape, settings: Settings
  ) -> (times: Stopwatch, output: [Float], workspace: Int) {
    let filters = pack(weights: operands.weights, bias: operands.bias)
    let workspace = Workspace()
    var output = Array(repeating: Float.nan, count: shape.count)
    let times = operands.input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          run(input: input, filters: filters, output: output, workspace: workspace, workers: settings.workers)
        }
      }
    }
    return (times, output, workspace.byteCount)
  }
}

/// The relative root mean square distance of an output from the reference, at 500 cells drawn at random.
func relativeError(of output: [Float], shape: Shape, reference: (Coordinate) -> Float) -> Double {
  var generator = SplitMix64(seed: 2)
  var (difference, size) = (0.0, 0.0)
  for _ in 0..<500 {
    let offset = Int(generator.next() % UInt64(output.count))
    let expected = Double(reference(shape.coordinate(at: offset)))
    difference += (Double(output[offset]) - expected) * (Double(output[offset]) - expected)
    size += expected * expected
  }
  return (difference / size).squareRoot()
}
