import ConvolutionEngine

/// The training of a small network for digits that the peers measure as well: conv 1→8, pool, conv 8→16, linear 256→10,
/// batches of 32 pictures of 8×8, on one thread.
struct TrainingBenchmark {
  static let names = (
    step: "train step 8x8 b32", forward: "forward 8x8 b32", epoch: "digits epoch lr0.1"
  )

  /// Float operations of a forward pass of a batch: 8·9·64, 16·72·16 and 256·10 products a picture.
  private static let forwardFlop = Double(2 * 32 * (4608 + 18_432 + 2560))

  private static func network() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 8, width: 8))
    net.add("0", Conv2DLayer(filters: 8, kernel: 3, padding: 1))
    net.add("1", ReLULayer())
    net.add("2", MaxPool2DLayer(kernel: 2))
    net.add("3", Conv2DLayer(filters: 16, kernel: 3, padding: 1))
    net.add("4", ReLULayer())
    net.add("5", FlattenLayer())
    net.add("6", LinearLayer(features: 10))
    return try net.network(named: "digits")
  }

  private static func trainer(seed: UInt64) throws -> FastTrainer {
    try FastTrainer(network(), method: GradientDescent(learningRate: 0.1), seed: seed)
  }

  /// The rows of the report that are wanted.
  static func measure(settings: Settings) throws {
    let trainer = try trainer(seed: 1)
    var generator = SplitMix64(seed: 1)
    let images = try Tensor(
      shape: Shape(batch: 32, channels: 1, height: 8, width: 8),
      values: (0..<(32 * 64)).map { _ in Float(generator.next() >> 40) / 0x1p24 })
    let labels = (0..<32).map { _ in Int(generator.next() % 10) }
    if settings.wants(names.step) {
      let times = try Stopwatch.perCall(budget: settings.budget) { try trainer.step(images: images, labels: labels) }
      print(row(names.step, times, settings, flop: 3 * forwardFlop))
    }
    if settings.wants(names.forward) {
      let times = try Stopwatch.perCall(budget: settings.budget) { _ = try trainer.classes(of: images) }
      print(row(names.forward, times, settings, flop: forwardFlop))
    }
    if settings.wants(names.epoch) { try measureEpochs(settings) }
  }

  /// 10 epochs of 1437 digits from each of 7 seeds, and the share of the 360 others that is told right then.
  private static func measureEpochs(_ settings: Settings) throws {
    guard let digits = try Digits(folder: settings.digits) else {
      print(
        "{\"group\":\"d\",\"peer\":\"convoscope\",\"name\":\"\(names.epoch)\",\"error\":\"no digits in the folder\"}")
      return
    }
    var (times, accuracies): ([Double], [Double]) = ([], [])
    for seed in UInt64(1)...7 {
      let (training, test) = try digits.split(seed: seed)
      let trainer = try trainer(seed: seed)
      for _ in 0..<10 {
        times += try [Stopwatch.once { try trainer.epoch(over: training, batchSize: 32) }]
      }
      accuracies.append(try trainer.accuracy(over: test))
    }
    accuracies.sort()
    print(
      row(
        names.epoch, Stopwatch(times), settings, flop: 3 * forwardFlop * 1437 / 32,
        more: [("test_acc_median", "\(accuracies[3])"), ("test_acc", "\(accuracies)")]))
  }

  private static func row(
    _ name: String, _ times: Stopwatch, _ settings: Settings, flop: Double, more: [(name: String, value: String)] = []
  ) -> String {
    ReportRow(
      group: "d", algorithm: "", name: name, threads: settings.threads, times: times, flop: flop, more: more
    ).json
  }
}
