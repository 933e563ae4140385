import Testing

@testable import ConvolutionEngine

@Suite struct FastTrainingErrorTests {
  private func error(
    input: [Int] = [2, 4, 4], _ build: (inout NetworkBuilder) throws -> Void
  ) throws -> FastTrainingError? {
    var net = NetworkBuilder(input: try ActivationShape(axes: input))
    try build(&net)
    let (network, method) = (try net.network(named: "net"), try GradientDescent(learningRate: 1))
    do throws(FastTrainingError) {
      _ = try FastTrainer(network, method: method, seed: 1)
      return nil
    } catch {
      return error
    }
  }

  @Test("a layer without a fast form is named, also one that the exact trainer takes")
  func layers() throws {
    #expect(
      try error {
        $0.add("flat", FlattenLayer())
        $0.add("one", LinearLayer(features: 3))
        $0.add("bend", TanhLayer())
        $0.add("two", LinearLayer(features: 3))
      } == .layer("bend", kind: "tanh"))
    #expect(
      try error {
        $0.add("rows", LinearLayer(features: 3))
        $0.add("flat", FlattenLayer())
      } == .layer("rows", kind: "linear"))
  }

  @Test("layers that are not a chain are refused")
  func chain() throws {
    #expect(
      try error {
        let flat = $0.add("flat", FlattenLayer())
        let one = $0.add("one", LinearLayer(features: 3))
        let two = $0.add("two", LinearLayer(features: 3), from: [flat])
        $0.add("sum", AddLayer(), from: [one, two])
      } == .notAChain(layer: "two"))
  }

  @Test("what the exact trainer refuses is refused by the same reason")
  func exact() throws {
    #expect(try error { $0.add("flat", FlattenLayer()) } == .training(.nothingToTrain))
    #expect(
      try error { $0.add("conv", Conv2DLayer(filters: 2, kernel: 3)) }
        == .training(.noClasses(ActivationShape(channels: 2, height: 2, width: 2))))
  }

  @Test("maps with more cells than 32-bit places are refused before any memory is asked for")
  func size() throws {
    #expect(
      try error(input: [1, 2, 2]) {
        $0.add("conv", Conv2DLayer(filters: 1, kernel: 1, stride: 1 << 20, padding: 1 << 29))
        $0.add("flat", FlattenLayer())
        $0.add("linear", LinearLayer(features: 2))
      } == .tooLarge(layer: "conv"))
  }

  @Test("layers that are not used do not matter, and keep their weights")
  func unused() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    let only = net.add("only", LinearLayer(features: 2))
    net.add("bend", TanhLayer())
    net.add("other", LinearLayer(features: 4))
    let network = try net.network(named: "net", output: only)
    let trainer = try FastTrainer(network, method: GradientDescent(learningRate: 1), seed: 1)
    let before = trainer.weights
    try trainer.step(images: Tensor(shape: Shape(height: 1, width: 2), values: [1, 2]), labels: [1])
    #expect(trainer.weights["other.weight"]?.values == before["other.weight"]?.values)
    #expect(trainer.weights["only.weight"]?.values != before["only.weight"]?.values)
  }

  @Test("a step that is refused changes nothing")
  func steps() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    net.add("only", LinearLayer(features: 2))
    let trainer = try FastTrainer(net.network(named: "net"), method: GradientDescent(learningRate: 1), seed: 1)
    let before = trainer.weights
    let images = try Tensor(shape: Shape(batch: 3, height: 1, width: 2), values: [1, 2, 3, 4, 5, 6])
    #expect(throws: TrainingError.labels(.noSuchClass(2, classCount: 2))) {
      try trainer.step(images: images, labels: [0, 1, 2])
    }
    #expect(throws: TrainingError.labels(.labelCount(2, pictures: 3))) {
      try trainer.step(images: images, labels: [0, 1])
    }
    #expect(throws: TrainingError.self) {
      try trainer.step(images: Tensor(shape: Shape(height: 1, width: 3)), labels: [0])
    }
    let set = try TrainingSet(images: images, labels: [0, 1, 0])
    #expect(throws: TrainingError.batchSize(0)) { try trainer.epoch(over: set, batchSize: 0) }
    #expect(throws: TrainingError.batchSize(0)) { try trainer.epoch(over: set.subset([]), batchSize: 2) }
    #expect(trainer.stepCount == 0)
    #expect(trainer.weights["only.weight"]?.values == before["only.weight"]?.values)
    // A batch larger than the set is the set.
    try trainer.epoch(over: set, batchSize: .max)
    #expect(trainer.stepCount == 1)
  }
}
