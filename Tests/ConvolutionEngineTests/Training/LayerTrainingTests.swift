import Testing

@testable import ConvolutionEngine

/// Layers in a network that is trained: gradients through the whole graph, buffers, and first weights.
@Suite struct LayerTrainingTests {
  /// A bit of everything that is smooth: a residual join that takes the input of its block twice, a join of channels that takes
  /// one of them twice, strides, groups, batch normalisation and dropout.
  private func network() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 2, height: 8, width: 8))
    let stem = net.add("stem", Conv2DLayer(filters: 4, kernel: 3, padding: 1, groups: 2))
    net.add("norm", BatchNormLayer(epsilon: 0.1))
    net.add("inner-sigmoid", SigmoidLayer())
    let inner = net.add("inner", Conv2DLayer(filters: 4, kernel: 3, padding: 1))
    let sum = net.add("sum", AddLayer(), from: [inner, stem, stem])
    net.add("tanh", TanhLayer())
    let pooled = net.add("average", AvgPool2DLayer(kernel: 2))
    let strided = net.add("strided", Conv2DLayer(filters: 2, kernel: 2, stride: 2), from: [sum])
    net.add("concat", ConcatLayer(), from: [pooled, strided, pooled])
    net.add("sigmoid", SigmoidLayer())
    net.add("adaptive", AdaptiveAvgPool2DLayer(outputSize: PerAxis(3)))
    net.add("flatten", FlattenLayer())
    net.add("drop", DropoutLayer(probability: 0.25))
    net.add("classes", LinearLayer(features: 3))
    return try net.network(named: "everything")
  }

  @Test("gradients through a branched network are the differences of its loss", arguments: UInt64(1)...4)
  func differences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let network = try network()
    let graph = try TrainingGraph(network)
    let weights = try NetworkWeights.initial(for: network, seed: seed)
    let images = try generator.fractions(Shape(batch: 3, channels: 2, height: 8, width: 8))
    let input = try Activation(shape: network.input, tensor: images)
    func run(_ weights: NetworkWeights) throws -> (loss: Double, gradients: [String: Tensor]) {
      // The same masks every time.
      var seeds = SplitMix64(seed: seed)
      let tape = try #require(
        try TrainingTape(graph, input: input, weights: weights, seeds: &seeds, schedule: RowBandSchedule()))
      let result = try CrossEntropy(logits: tape.output.tensor, classes: [0, 2, 1])
      return (result.loss, tape.gradients(outputGradient: result.gradient))
    }
    let gradients = try run(weights).gradients
    let trained = try network.parameters().filter(\.tensor.isTrainable)
    #expect(Set(gradients.keys) == Set(trained.map(\.name)))
    for parameter in trained {
      let values = try #require(weights[parameter.name]).values
      let gradient = try #require(gradients[parameter.name]).values
      // Along the gradient itself, of length 1, so that no part of it can hide.
      let length = gradient.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      func moved(_ step: Double) throws -> Double {
        var moved = weights
        moved.replace(
          parameter.name, with: zip(values, gradient).map { Float(Double($0) + step * Double($1) / length) })
        return try run(moved).loss
      }
      let difference = try (moved(Self.step) - moved(-Self.step)) / (2 * Self.step)
      #expect(abs(difference - length) <= Self.tolerance * max(1, length), "\(parameter.name), seed \(seed)")
    }
  }

  /// Activations are Float32, so the loss is off by some 2⁻²³, and its difference by 2⁻²³ / 2h = 2⁻¹⁶; the cut is h²/6 of third
  /// derivatives below some ten, less than 2⁻¹⁵.
  private static let step = 0x1p-8
  private static let tolerance = 0x1p-14

  @Test("running mean and variance move a tenth of the way to the batch's, the variance as the unbiased one")
  func running() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 1))
    net.add("norm", BatchNormLayer())
    net.add("classes", LinearLayer(features: 2))
    let network = try net.network(named: "norm")
    var trainer = try Trainer(network, method: GradientDescent(learningRate: 0.125), seed: 1)
    #expect(trainer.weights["norm.running_mean"]?.values == [0])
    #expect(trainer.weights["norm.running_var"]?.values == [1])
    try trainer.step(
      images: Tensor(shape: Shape(batch: 3, height: 1, width: 1), values: [1, 2, 6]), labels: [0, 1, 0])
    // Mean 3; variance (4 + 1 + 9)/2 = 7.
    #expect(trainer.weights["norm.running_mean"]?.values == [Float(0.1 * 3)])
    #expect(trainer.weights["norm.running_var"]?.values == [Float(0.9 + 0.1 * 7)])
    #expect(trainer.weights["norm.weight"]?.values != [1])
  }

  @Test("first weights are uniform within 1/√n, biases too, and neutral for batch normalisation")
  func initial() throws {
    let network = try network()
    let weights = try NetworkWeights.initial(for: network, seed: 9)
    func values(_ name: String) throws -> [Float] { try #require(weights[name]).values }
    // 4×1×3×3 weights of two groups: 9 products in each output.
    for (name, count) in [("stem.weight", 9), ("stem.bias", 9), ("inner.weight", 36), ("classes.weight", 90)] {
      let bound = Float(1 / Double(count).squareRoot())
      let values = try values(name)
      #expect(values.allSatisfy { abs($0) <= bound }, "\(name)")
      // The largest of so many numbers is above a third of the bound but once in 3⁴ at most.
      #expect(values.contains { abs($0) > bound / 3 }, "\(name)")
    }
    let many = try values("classes.weight")
    // The mean of 270 uniform numbers within 1/√90 is off by more than four times 1/√(90·3·270) once in 10⁴.
    #expect(abs(many.reduce(0, +) / Float(many.count)) <= Float(4 / (90.0 * 3 * 270).squareRoot()))
    #expect(try values("norm.weight") == [1, 1, 1, 1])
    #expect(try values("norm.bias") == [0, 0, 0, 0])
    #expect(try NetworkWeights.initial(for: network, seed: 9)["inner.bias"]?.values == values("inner.bias"))
    #expect(try NetworkWeights.initial(for: network, seed: 10)["inner.bias"]?.values != values("inner.bias"))
  }

  @Test("layers that the output does not depend on take no part")
  func unused() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 2))
    let classes = net.add("classes", LinearLayer(features: 2))
    net.add("unused", LinearLayer(features: 5))
    let network = try net.network(named: "two", output: classes)
    var trainer = try Trainer(network, method: GradientDescent(learningRate: 1), seed: 1)
    let before = trainer.weights["unused.weight"]?.values
    try trainer.step(images: Tensor(shape: Shape(height: 1, width: 2), values: [1, 1]), labels: [0])
    #expect(trainer.weights["unused.weight"]?.values == before)
  }
}
