import ConvolutionEngine
import Foundation
import Testing

@Suite struct TrainerTests {
  /// Two features to two classes, without a bias.
  private func pair() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    net.add("only", LinearLayer(features: 2, hasBias: false))
    return try net.network(named: "pair")
  }

  private func trainer(_ network: Network, momentum: Double = 0, _ weights: [String: [Float]]? = nil) throws -> Trainer
  {
    var arrays: [String: NDArray<Float>] = [:]
    for parameter in try network.parameters() {
      if let values = weights?[parameter.name] {
        arrays[parameter.name] = try NDArray(axes: parameter.tensor.axes, values: values)
      }
    }
    return try Trainer(
      network, method: GradientDescent(learningRate: 0.5, momentum: momentum),
      weights: weights == nil ? nil : NetworkWeights(for: network, arrays), seed: 1)
  }

  @Test("by hand: two steps from weights of 0, the second with half of the first on top")
  func byHand() throws {
    var trainer = try trainer(pair(), momentum: 0.5, ["only.weight": [0, 0, 0, 0]])
    let image = try Tensor(shape: Shape(height: 1, width: 2), values: [1, 0])
    let first = try #require(try trainer.step(images: image, labels: [0]))
    #expect(abs(first - log(2)) <= 0x1p-51)
    // p = 1/2 each: dL/dz = (−1/2, 1/2), and only the first feature is there. w = −0.5·v.
    #expect(trainer.weights["only.weight"]?.values == [0.25, 0, -0.25, 0])
    let second = try #require(try trainer.step(images: image, labels: [0]))
    #expect(abs(second - log(1 + exp(-0.5))) <= 0x1p-51)
    let gradient = 1 / (1 + exp(-0.5)) - 1
    let expected = 0.25 - 0.5 * (0.5 * -0.5 + gradient)
    let values = try #require(trainer.weights["only.weight"]).values
    // Gradient, velocity and weight are each rounded to Float32, all below 1.
    #expect(abs(Double(values[0]) - expected) <= 0x1p-24)
    #expect(values == [values[0], 0, -values[0], 0])
    #expect(trainer.stepCount == 2)
  }

  @Test("a cancelled step changes nothing, nor does one that is refused")
  func unchanged() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    net.add("drop", DropoutLayer())
    net.add("only", LinearLayer(features: 2))
    var trainer = try trainer(try net.network(named: "pair"))
    var other = trainer
    let images = try Tensor(shape: Shape(batch: 3, height: 1, width: 2), values: [1, 2, 3, 4, 5, 6])
    #expect(
      try trainer.step(images: images, labels: [0, 1, 0], schedule: RowBandSchedule(isCancelled: { true })) == nil)
    #expect(throws: TrainingError.labels(.noSuchClass(2, classCount: 2))) {
      try trainer.step(images: images, labels: [0, 1, 2])
    }
    #expect(throws: TrainingError.labels(.labelCount(2, pictures: 3))) {
      try trainer.step(images: images, labels: [0, 1])
    }
    #expect(throws: TrainingError.batchSize(0)) {
      try trainer.step(images: Tensor(shape: Shape(batch: 0, height: 1, width: 2)), labels: [])
    }
    #expect(trainer.stepCount == 0)
    // The masks of the next step are the same too.
    try trainer.step(images: images, labels: [0, 1, 0])
    try other.step(images: images, labels: [0, 1, 0])
    #expect(trainer.weights["only.weight"]?.values == other.weights["only.weight"]?.values)
  }

  @Test("an epoch takes every picture once, in a new order each time, and a smaller last batch")
  func epochs() throws {
    var trainer = try trainer(pair())
    let orders = (0..<3).map { _ in trainer.shuffled(7) }
    for order in orders { #expect(order.sorted() == Array(0..<7)) }
    #expect(Set(orders).count == 3)
    let set = try TrainingSet(
      images: Tensor(shape: Shape(batch: 7, height: 1, width: 2), values: (0..<14).map { Float($0) / 14 }),
      labels: [0, 1, 0, 1, 0, 1, 0])
    let loss = try #require(try trainer.epoch(over: set, batchSize: 3))
    #expect(trainer.stepCount == 3)
    #expect(loss > 0 && loss < 2)
    #expect(throws: TrainingError.batchSize(0)) { try trainer.epoch(over: set, batchSize: 0) }
    #expect(throws: TrainingError.batchSize(0)) { try trainer.epoch(over: set.subset([]), batchSize: 2) }
    // A batch larger than the set is the set.
    try trainer.epoch(over: set, batchSize: .max)
    #expect(trainer.stepCount == 4)
  }

  @Test("accuracy counts the greatest number, the first of equal ones")
  func accuracy() throws {
    let trainer = try trainer(pair(), ["only.weight": [1, 0, 0, 1]])
    let images = try Tensor(shape: Shape(batch: 3, height: 1, width: 2), values: [2, 1, 0, 1, 5, 5])
    #expect(try trainer.classes(of: images) == [0, 1, 0])
    #expect(try trainer.accuracy(over: TrainingSet(images: images, labels: [0, 1, 1])) == 2.0 / 3)
    #expect(try trainer.accuracy(over: TrainingSet(images: images, labels: [0, 1, 1]).subset([]))?.isNaN == true)
  }

  // MARK: What cannot be trained

  private func error(of build: (inout NetworkBuilder) -> Void) throws -> TrainingError? {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 4, width: 4))
    build(&net)
    let network = try net.network(named: "net")
    let method = try GradientDescent(learningRate: 1)
    do {
      _ = try Trainer(network, method: method, seed: 1)
      return nil
    } catch {
      return error
    }
  }

  @Test("a layer without a gradient is named, unless no trained weights come before it")
  func noGradient() throws {
    #expect(
      try error {
        $0.add("conv", Conv2DLayer(filters: 2, kernel: 3))
        $0.add("up", ConvTranspose2DLayer(filters: 1, kernel: 2))
        $0.add("flat", FlattenLayer())
      } == .noGradient(layer: "up", kind: "conv-transpose2d"))
    #expect(
      try error {
        $0.add("flat", FlattenLayer())
        $0.add("soft", SoftmaxLayer())
        $0.add("linear", LinearLayer(features: 2))
      } == nil)
  }

  @Test("a network that ends in maps has no classes, and one without weights nothing to train")
  func noClasses() throws {
    #expect(
      try error { $0.add("conv", Conv2DLayer(filters: 2, kernel: 3)) }
        == .noClasses(ActivationShape(channels: 2, height: 2, width: 2)))
    #expect(try error { $0.add("flat", FlattenLayer()) } == .nothingToTrain)
  }

  @Test("rates and momenta out of range are refused")
  func method() {
    for rate in [0, -1, .infinity, .nan] {
      #expect(throws: TrainingError.self) { try GradientDescent(learningRate: rate) }
    }
    for momentum in [-0.1, 1, .nan] {
      #expect(throws: TrainingError.self) { try GradientDescent(learningRate: 1, momentum: momentum) }
    }
  }

  @Test("batch normalisation of single values is refused by the layer's name")
  func oneValue() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    net.add("norm", BatchNormLayer())
    net.add("only", LinearLayer(features: 2))
    var trainer = try trainer(net.network(named: "net"))
    let image = try Tensor(shape: Shape(height: 1, width: 2), values: [1, 2])
    #expect(throws: TrainingError.oneValuePerChannel(layer: "norm")) { try trainer.step(images: image, labels: [0]) }
  }

  @Test("pictures of another size are refused")
  func wrongImages() throws {
    var trainer = try trainer(pair())
    let images = try Tensor(shape: Shape(height: 1, width: 3))
    #expect(throws: TrainingError.self) { try trainer.step(images: images, labels: [0]) }
    #expect(throws: TrainingError.labels(.labelCount(2, pictures: 1))) {
      try TrainingSet(images: images, labels: [0, 1])
    }
  }
}
