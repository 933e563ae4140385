import ConvolutionEngine
import Testing

@Suite struct NetworkForwardTests {
  private func network(_ name: String) throws -> Network {
    try #require(NetworkCatalog.description(of: name)).network()
  }

  @Test("a residual block by hand: relu(1 − 2x) plus x")
  func byHand() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 1, width: 3))
    net.add("conv", Conv2DLayer(filters: 1, kernel: 1))
    let relu = net.add("relu", ReLULayer())
    net.add("sum", AddLayer(), from: [relu, .input, .input])
    let network = try net.network(named: "block")
    let weights = try NetworkWeights(
      for: network,
      ["conv.weight": NDArray(axes: [1, 1, 1, 1], values: [-2]), "conv.bias": NDArray(axes: [1], values: [1])])
    let activations = try #require(try network.forward(Tensor(rows: [[-1, 0, 2]]), weights: weights))
    #expect(activations["conv"]?.tensor.values == [3, 1, -3])
    #expect(activations["relu"]?.tensor.values == [3, 1, 0])
    #expect(activations.output.tensor.values == [1, 1, 4])
    #expect(activations[2] == activations.output)
    #expect(activations["nothing"] == nil && activations[3] == nil)
  }

  /// LeNet and the toy U in PyTorch 2.13 in float64, with the numbers of `RepeatableNumbers`.
  ///
  /// Every layer rounds its numbers to Float32 once, 2⁻²⁴ of them, and no sum has terms of more than some ten times its value
  /// here: 30 layers of that stay below 2⁻¹⁶.
  private static let tolerance: Float = 0x1p-16

  @Test("LeNet gives PyTorch's numbers, picture for picture")
  func leNet() throws {
    let network = try network("lenet-5")
    let input = try Tensor(
      shape: Shape(batch: 2, height: 28, width: 28), values: RepeatableNumbers.values(2 * 784, seed: 99))
    let weights = try RepeatableNumbers.weights(of: network)
    let output = try #require(try network.forward(input, weights: weights)).output
    #expect(output.shape.axes == [10] && output.batch == 2)
    let expected: [Float] = [
      0.47084323, -0.71657093, -0.75343746, -0.90690076, 0.29757254, 0.42404183, 0.72993906, 1.77185874, 0.68576803,
      0.24484559, 0.44869114, -0.71306475, -0.72384216, -0.93661504, 0.29893288, 0.40985390, 0.72228855, 1.75273439,
      0.63984362, 0.30230762,
    ]
    for (value, number) in zip(output.tensor.values, expected) { #expect(abs(value - number) <= Self.tolerance) }
  }

  @Test("the toy U gives PyTorch's numbers")
  func uToy() throws {
    let network = try network("u-toy")
    let input = try Tensor(shape: Shape(height: 32, width: 32), values: RepeatableNumbers.values(1024, seed: 99))
    let weights = try RepeatableNumbers.weights(of: network)
    let output = try #require(try network.forward(input, weights: weights)).output.tensor
    let expected: [(Coordinate, Float)] = [
      (Coordinate(row: 0, column: 0), 0.25653513), (Coordinate(row: 13, column: 7), -0.00279890),
      (Coordinate(row: 31, column: 31), 0.15748997), (Coordinate(channel: 1, row: 0, column: 31), -0.10247358),
      (Coordinate(channel: 1, row: 16, column: 16), -0.30931829),
      (Coordinate(channel: 1, row: 30, column: 1), -0.20848861),
    ]
    for (cell, number) in expected { #expect(abs(output[cell] - number) <= Self.tolerance, "\(cell)") }
    #expect(abs(output.values.map(Double.init).reduce(0, +) + 283.52519354) <= 2048 * Double(Self.tolerance))
  }

  @Test("what a layer gives has the shape that was inferred, and layers that are not used do not run")
  func shapes() throws {
    let network = try network("conv-layer-demo")
    let shape = try ActivationShape(channels: 3, height: 9, width: 8)
    let weights = try RepeatableNumbers.weights(of: network)
    let input = try Tensor(shape: shape.tensorShape(batch: 1))
    let activations = try #require(try network.forward(input, weights: weights))
    #expect(try activations["conv1"]?.shape == network.shapes(for: shape)[0])
    #expect(activations["conv_large"] == nil)
    #expect(activations.output.shape.axes == [64, 9, 8])
  }

  @Test("a vector goes in as N×1×1×F; an input that is none, or does not fit the weights, is refused")
  func inputs() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 3))
    net.add("fc", LinearLayer(features: 2, hasBias: false))
    let network = try net.network(named: "net")
    let weights = try NetworkWeights(
      for: network, ["fc.weight": NDArray(axes: [2, 3], values: [1, 0, 0, 0, 1, 1])])
    let batch = try Tensor(shape: Shape(batch: 2, height: 1, width: 3), values: [1, 2, 3, 4, 5, 6])
    #expect(try network.forward(batch, weights: weights)?.output.tensor.values == [1, 5, 4, 11])
    #expect(throws: NetworkError.self) {
      try network.forward(Tensor(rows: [[1, 2, 3], [4, 5, 6]]), weights: weights)
    }
    #expect(throws: NetworkError.self) { try network.forward(Tensor(rows: [[1, 2]]), weights: weights) }
    #expect(throws: NetworkError.self) {
      try network.forward(Tensor(shape: Shape(height: 0, width: 3)), weights: weights)
    }
  }

  @Test("an empty batch goes through, and a cancelled run gives nothing")
  func emptyAndCancelled() throws {
    let network = try network("lenet-5")
    let weights = try RepeatableNumbers.weights(of: network)
    let none = try Tensor(shape: Shape(batch: 0, height: 28, width: 28))
    #expect(try network.forward(none, weights: weights)?.output.batch == 0)
    let one = try Tensor(shape: Shape(height: 28, width: 28))
    #expect(try network.forward(one, weights: weights, schedule: RowBandSchedule(isCancelled: { true })) == nil)
  }

  @Test("any number of bands gives the same bits")
  func bands() throws {
    let network = try network("u-toy")
    let weights = try RepeatableNumbers.weights(of: network)
    let input = try Tensor(shape: Shape(height: 8, width: 8), values: RepeatableNumbers.values(64, seed: 3))
    let one = try network.forward(input, weights: weights, schedule: RowBandSchedule(bandCount: 1))
    let many = try network.forward(input, weights: weights, schedule: RowBandSchedule(bandCount: 7))
    #expect(try #require(one).output == #require(many).output)
  }
}
