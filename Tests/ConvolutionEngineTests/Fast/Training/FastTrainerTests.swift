import Foundation
import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, held against the exact trainer from the same seed.
@Suite struct FastTrainerTests {
  /// Networks that between them use every layer, both axes differently, groups, and windows that overlap or lie in the padding.
  enum Sample: String, CaseIterable {
    case digits, dense, uneven, groups, overlapping, strided

    func network() throws -> Network {
      switch self {
      case .digits: return try Digits.convolutional()
      case .dense: return try Digits.dense()
      default: break
      }
      var net = NetworkBuilder(input: try ActivationShape(channels: self == .groups ? 4 : 2, height: 7, width: 6))
      switch self {
      case .uneven:
        net.add("rectify", ReLULayer())
        net.add(
          "conv",
          Conv2DLayer(
            filters: 9, kernel: PerAxis(vertical: 2, horizontal: 3),
            padding: Padding(top: 2, left: 0, bottom: 1, right: 3),
            dilation: PerAxis(vertical: 3, horizontal: 1), hasBias: false))
        net.add("flat", FlattenLayer())
        net.add("relu", ReLULayer())
      case .groups:
        net.add("conv", Conv2DLayer(filters: 14, kernel: 3, padding: 1, groups: 2))
        net.add("relu", ReLULayer())
        net.add("next", Conv2DLayer(filters: 7, kernel: 1, groups: 7))
        net.add("flat", FlattenLayer())
      case .overlapping:
        net.add("conv", Conv2DLayer(filters: 3, kernel: 2, padding: 1))
        net.add("pool", MaxPool2DLayer(kernel: 3, stride: 2, padding: 1, ceilMode: true))
        net.add("next", Conv2DLayer(filters: 5, kernel: 3, padding: 2))
        net.add("last", MaxPool2DLayer(kernel: 2, stride: 1, dilation: 2))
        net.add("flat", FlattenLayer())
      default:
        net.add(
          "conv",
          Conv2DLayer(filters: 6, kernel: PerAxis(3), stride: PerAxis(vertical: 2, horizontal: 3), padding: Padding(1)))
        net.add("relu", ReLULayer())
        net.add("next", Conv2DLayer(filters: 8, kernel: 2, stride: 2, padding: 1, dilation: 2))
        net.add("flat", FlattenLayer())
      }
      net.add("classes", LinearLayer(features: 3, hasBias: self != .strided))
      return try net.network(named: rawValue)
    }
  }

  private func pictures(_ network: Network, _ count: Int, seed: UInt64) throws -> TrainingSet {
    var generator = SplitMix64(seed: seed)
    let images = try generator.fractions(network.input.tensorShape(batch: count))
    return try TrainingSet(images: images, labels: (0..<count).map { _ in Int(generator.next() % 3) })
  }

  /// The greatest distance of any weight of the two, and the greatest weight.
  private func distance(_ fast: NetworkWeights, _ exact: NetworkWeights, _ network: Network) throws -> (Float, Float) {
    var (distance, size): (Float, Float) = (0, 0)
    for parameter in try network.parameters() {
      let (left, right) = try (#require(fast[parameter.name]).values, #require(exact[parameter.name]).values)
      #expect(left.count == right.count)
      for (left, right) in zip(left, right) {
        // Also for not-a-number.
        distance = left == right ? distance : Swift.max(distance, abs(left - right))
        if (left - right).isNaN { distance = .infinity }
        size = Swift.max(size, abs(right))
      }
    }
    return (distance, size)
  }

  @Test("gradients and weights are those of the exact trainer, on each vector width", arguments: Sample.allCases)
  func exact(sample: Sample) throws {
    let network = try sample.network()
    let method = try GradientDescent(learningRate: 0.125, momentum: 0.5)
    let batches = [5, 17, 33, 1].map { min($0, sample == .digits ? 17 : 33) }
    var exact = try Trainer(network, method: method, seed: 3)
    let fast = try VectorKernels.available.map {
      try FastTrainer(network, method: method, seed: 3, kernels: $0)
    }
    for (round, count) in batches.enumerated() {
      let set = try pictures(network, count, seed: UInt64(round))
      let loss = try #require(try exact.step(images: set.images, labels: set.labels))
      for trainer in fast {
        let own = try trainer.step(images: set.images, labels: set.labels)
        // A logit is a sum of some hundred float32 products of numbers below 1: within some 2⁻²⁰, and so is the loss;
        // a gradient's sums are longer, over windows and pictures. Errors of earlier steps add up.
        #expect(abs(own - loss) <= 0x1p-18 * Double(round + 1), "\(trainer.kernels.name), step \(round)")
        let (distance, size) = try distance(trainer.weights, exact.weights, network)
        #expect(
          distance <= 0x1p-18 * Float(round + 1) * max(1, size), "\(trainer.kernels.name), step \(round): \(distance)")
      }
    }
  }

  @Test(
    "a batch of any size gives the gradient of its pictures alone",
    arguments: [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 49, 64, 65])
  func batches(count: Int) throws {
    let network = try Sample.strided.network()
    let method = try GradientDescent(learningRate: 1)
    let set = try pictures(network, count, seed: 9)
    var exact = try Trainer(network, method: method, seed: 5)
    try exact.step(images: set.images, labels: set.labels)
    for kernels in VectorKernels.available {
      let fast = try FastTrainer(network, method: method, seed: 5, kernels: kernels)
      // Pictures of an earlier, larger batch must not be seen again.
      let others = try pictures(network, 40, seed: 1)
      _ = try fast.classes(of: others.images)
      try fast.step(images: set.images, labels: set.labels)
      let (distance, size) = try distance(fast.weights, exact.weights, network)
      #expect(distance <= 0x1p-19 * max(1, size), "\(kernels.name): \(distance)")
    }
  }

  @Test("by hand: a step of two classes from weights of 0, and its gradient")
  func byHand() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    net.add("only", LinearLayer(features: 2, hasBias: false))
    let network = try net.network(named: "pair")
    let zeros = try NetworkWeights(for: network, ["only.weight": NDArray(axes: [2, 2], values: [0, 0, 0, 0])])
    for kernels in VectorKernels.available {
      let trainer = try FastTrainer(
        network, method: GradientDescent(learningRate: 0.5, momentum: 0.5), weights: zeros, seed: 1, kernels: kernels)
      let image = try Tensor(shape: Shape(height: 1, width: 2), values: [1, 0])
      #expect(abs(try trainer.step(images: image, labels: [0]) - log(2)) <= 0x1p-23)
      // p = 1/2 each: dL/dz = (−1/2, 1/2), and only the first feature is there.
      #expect(trainer.gradients["only.weight"] == [-0.5, 0, 0.5, 0])
      #expect(trainer.weights["only.weight"]?.values == [0.25, 0, -0.25, 0])
      #expect(trainer.stepCount == 1)
    }
  }

  @Test(
    "the loss and the classes of logits far apart are those of the exact cross-entropy", arguments: [1, 20, 80, 200])
  func logits(size: Float) throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 1))
    net.add("only", LinearLayer(features: 5))
    let network = try net.network(named: "logits")
    var generator = SplitMix64(seed: 1)
    let (weights, bias) = try (
      generator.fractions(Shape(height: 1, width: 5)), generator.fractions(Shape(height: 1, width: 5))
    )
    let arrays = try NetworkWeights(
      for: network,
      [
        "only.weight": NDArray(axes: [5, 1], values: weights.values.map { $0 * size }),
        "only.bias": NDArray(axes: [5], values: bias.values.map { $0 * size }),
      ])
    let images = try generator.fractions(Shape(batch: 40, height: 1, width: 1))
    let labels = (0..<40).map { $0 % 5 }
    let method = try GradientDescent(learningRate: 1)
    var exact = try Trainer(network, method: method, weights: arrays, seed: 1)
    let loss = try #require(try exact.step(images: images, labels: labels))
    for kernels in VectorKernels.available {
      let fast = try FastTrainer(network, method: method, weights: arrays, seed: 1, kernels: kernels)
      #expect(
        try fast.classes(of: images) == Trainer(network, method: method, weights: arrays, seed: 1).classes(of: images))
      // Logits are rounded to float32 once more, and the exponential is within two units in the last place.
      #expect(abs(try fast.step(images: images, labels: labels) - loss) <= 0x1p-21 * Double(size))
      let (distance, _) = try distance(fast.weights, exact.weights, network)
      #expect(distance <= 0x1p-20 * size, "\(kernels.name): \(distance)")
    }
  }

  @Test("an epoch takes the pictures in the order of the exact trainer, a smaller last batch too")
  func epochs() throws {
    let network = try Sample.strided.network()
    let method = try GradientDescent(learningRate: 0.1, momentum: 0.9)
    let set = try pictures(network, 23, seed: 2)
    var exact = try Trainer(network, method: method, seed: 8)
    let fast = try FastTrainer(network, method: method, seed: 8)
    for _ in 0..<3 {
      let loss = try #require(try exact.epoch(over: set, batchSize: 5))
      #expect(abs(try fast.epoch(over: set, batchSize: 5) - loss) <= 0x1p-18)
    }
    #expect(fast.stepCount == 15)
    let (distance, size) = try distance(fast.weights, exact.weights, network)
    #expect(distance <= 0x1p-17 * max(1, size))
    #expect(try fast.classes(of: set.images) == exact.classes(of: set.images))
    #expect(try fast.accuracy(over: set) == exact.accuracy(over: set))
    #expect(try fast.accuracy(over: set.subset([])).isNaN)
  }

  @Test("the same seed gives the same bits again")
  func bits() throws {
    let network = try Sample.groups.network()
    func weights() throws -> [[UInt32]] {
      let trainer = try FastTrainer(network, method: GradientDescent(learningRate: 0.1), seed: 2)
      try trainer.epoch(over: pictures(network, 50, seed: 4), batchSize: 8)
      return try network.parameters().map { try #require(trainer.weights[$0.name]).values.map(\.bitPattern) }
    }
    #expect(try weights() == weights())
  }

  @Test("tells at least 80 % of the digits apart that it has not seen, after 4 epochs, on each vector width")
  func digits() throws {
    let (digits, others) = try (Digits.every(6, from: 0), Digits.every(6, from: 3))
    for kernels in VectorKernels.available {
      let trainer = try FastTrainer(
        Digits.convolutional(), method: GradientDescent(learningRate: 0.05, momentum: 0.9), seed: 2, kernels: kernels)
      for _ in 0..<4 { try trainer.epoch(over: digits, batchSize: 16) }
      // As the exact trainer: 83 to 87 % with seeds 1 to 5.
      #expect(try trainer.accuracy(over: others) >= 0.8)
    }
  }
}
