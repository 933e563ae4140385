import ConvolutionEngine
import Foundation
import Testing

/// Gradients that PyTorch's autograd computed in float64 from Float32 operands, recorded by `Scripts/record-fixtures`; the
/// first line of `Fixtures/Gradients/index.txt` names the version.
@Suite struct GradientFixtureTests {
  static let recorded = RecordedCase.cases(in: RecordedCase.folder.appending(path: "Gradients"))

  /// The operators of the catalogue; batch normalisation while training is none.
  static let operators: [RecordedCase] = recorded.filter {
    !["softmax-cross-entropy", "batch-norm"].contains($0.words["operator"])
  }
  static let losses: [RecordedCase] = recorded.filter { $0.words["operator"] == "softmax-cross-entropy" }
  static let normalisations: [RecordedCase] = recorded.filter { $0.words["operator"] == "batch-norm" }

  @Test("the index is there, with every kind of gradient")
  func index() {
    #expect(Self.recorded.count >= 79)
    #expect(
      Set(Self.recorded.compactMap { $0.words["operator"] }) == [
        "conv2d", "linear", "max-pool2d", "avg-pool2d", "adaptive-avg-pool2d", "global-avg-pool2d", "relu",
        "softmax-cross-entropy", "batch-norm",
      ])
  }

  // MARK: Operators

  @Test("gradients of the catalogue's operators are PyTorch's but for one rounding", arguments: operators)
  func catalogue(recorded: RecordedCase) throws {
    let operation = try #require(OperatorName(rawValue: recorded.words["operator"] ?? ""))
    let description = OperatorCatalog.description(of: operation)
    var parameters = Parameters(defaultsOf: description.parameters)
    for specification in description.parameters {
      guard let text = recorded.words[specification.name.rawValue] else { continue }
      let value: ParameterValue = try #require(specification.value(from: text), "\(specification.name)")
      parameters[specification.name] = value
    }
    var arrays: [OperandName: NDArray<Float>] = [:]
    for name in description.requiredOperands + description.optionalOperands {
      arrays[name] = try recorded.single(name.optionName)
    }
    let experiment = try OperatorCall(operation, arrays: arrays, parameters: parameters).experiment
    let upstream = try #require(try recorded.single("output-gradient"))
    let gradient = try Tensor(shape: experiment.outputShape, values: upstream.values)
    let gradients = try #require(experiment.gradients(outputGradient: gradient))
    // The same with all signs gone: what the sums of magnitudes are. Max-pools and relu choose by the input: it stays.
    var magnitudes = experiment.operands
    if operation == .conv2d || operation == .linear {
      for name in arrays.keys { magnitudes[name] = magnitudes[name]?.magnitudes }
    }
    let sizes = try #require(
      try Experiment(operation: operation, operands: magnitudes, parameters: experiment.parameters)
        .gradients(outputGradient: gradient.magnitudes))
    // No sum has more terms than there are output cells times those of one cell.
    let count = Double(experiment.outputShape.count * experiment.plan.termsPerCell + 1)
    for name in arrays.keys {
      let expected = try #require(try recorded.double("\(name.optionName)-gradient"))
      try close(
        #require(gradients[name]), to: expected, sizes: #require(sizes[name]).values.map(Double.init), count: count)
    }
    #expect(gradients.count == arrays.count)
  }

  /// Both sums of `count` terms are off by at most count·2⁻⁵³ of their magnitudes (Higham, "Accuracy and Stability", 4.2),
  /// and ours is then rounded to Float32: half a unit in the last place.
  private func close(_ tensor: Tensor, to expected: NDArray<Double>, sizes: [Double], count: Double) throws {
    try #require(tensor.values.count == expected.values.count)
    for (offset, value) in tensor.values.enumerated() {
      let bound = Double(value.ulp) / 2 + 2 * count * 0x1p-53 * sizes[offset]
      #expect(abs(Double(value) - expected.values[offset]) <= bound, "element \(offset)")
    }
  }

  // MARK: Cross-entropy

  @Test(
    "loss and gradient of the cross-entropy are PyTorch's",
    arguments: losses)
  func crossEntropy(recorded: RecordedCase) throws {
    let logits = try #require(try recorded.single("input"))
    let tensor = try Tensor(
      shape: Shape(batch: logits.axes[0], height: 1, width: logits.axes[1]), values: logits.values)
    let classes = try #require(try recorded.double("target")).values.map { Int($0) }
    let result = try CrossEntropy(logits: tensor, classes: classes)
    let loss = try #require(try recorded.double("loss")?.values.first)
    // exp and log within two ULPs, a handful of sums: 2⁻⁴⁸ of the largest logit, and of a loss above 1.
    let size = max(1, logits.values.map { Double(abs($0)) }.max() ?? 0)
    #expect(abs(result.loss - loss) <= 0x1p-48 * size)
    let gradient = try #require(try recorded.double("input-gradient"))
    for (offset, value) in result.gradient.values.enumerated() {
      #expect(abs(Double(value) - gradient.values[offset]) <= Double(value.ulp) / 2 + 0x1p-48)
    }
  }

  // MARK: Batch normalisation

  @Test(
    "batch normalisation in training is PyTorch's: output, statistics and gradients",
    arguments: normalisations)
  func batchNorm(recorded: RecordedCase) throws {
    let input = try #require(try recorded.single("input"))
    let upstream = try #require(try recorded.single("output-gradient"))
    let channels = input.axes[1]
    let shape = try Shape(
      batch: input.axes[0], channels: channels, height: input.axes.dropFirst(2).reduce(1, *), width: 1)
    let vector = try Shape(channels: channels, height: 1, width: 1)
    func affine(_ key: String, _ neutral: Float) throws -> Tensor {
      try recorded.single(key).map { try Tensor(shape: vector, values: $0.values) }
        ?? Tensor(shape: vector, repeating: neutral)
    }
    let training = try BatchNormTraining(
      input: Tensor(shape: shape, values: input.values), weights: affine("weight", 1), bias: affine("bias", 0),
      epsilon: recorded.words["eps"].flatMap(Double.init) ?? 1e-5)
    let gradients = try training.gradients(outputGradient: Tensor(shape: shape, values: upstream.values))
    // All in Double: differences of sums of at most 40 values, divided by √(σ² + ε). What cancels is no larger than the
    // largest value times that factor, or its square for the gradient of the input; 2⁻⁴⁵ of it covers some 250 roundings.
    let scale = 1 / ((training.variance.min() ?? 0) + (recorded.words["eps"].flatMap(Double.init) ?? 1e-5)).squareRoot()
    let size = max(1, input.values.map { Double(abs($0)) }.max() ?? 0) * max(1, scale)
    func close(_ values: [Float], _ key: String, _ size: Double) throws {
      guard let expected = try recorded.double(key)?.values else { return }
      try #require(values.count == expected.count)
      for (value, expected) in zip(values, expected) {
        #expect(abs(Double(value) - expected) <= Double(value.ulp) / 2 + 0x1p-45 * size, "\(key)")
      }
    }
    try close(training.output.values, "output", size)
    try close(training.mean.map { Float($0) }, "batch-mean", size)
    try close(training.variance.map { Float($0) }, "batch-var", size * size)
    try close(gradients.input.values, "input-gradient", size * size)
    try close(gradients.weights.values, "weight-gradient", size)
    try close(gradients.bias.values, "bias-gradient", size)
  }
}

extension RecordedCase {
  /// A recorded array; nil when the case has none of that name.
  fileprivate func double(_ key: String) throws -> NDArray<Double>? {
    words[key] == nil ? nil : try array(key).double
  }

  fileprivate func single(_ key: String) throws -> NDArray<Float>? {
    words[key] == nil ? nil : try array(key).single
  }
}
