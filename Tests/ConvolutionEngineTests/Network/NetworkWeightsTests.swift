import ConvolutionEngine
import Testing

@Suite struct NetworkWeightsTests {
  private func network() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 2, height: 3, width: 3))
    net.add("conv", Conv2DLayer(filters: 4, kernel: 3, hasBias: false))
    net.add("bn", BatchNormLayer())
    return try net.network(named: "net")
  }

  private func zeros(_ axes: [Int]) throws -> NDArray<Float> {
    try NDArray(axes: axes, values: Array(repeating: 0, count: axes.reduce(1, *)))
  }

  private func arrays() throws -> [String: NDArray<Float>] {
    try Dictionary(
      uniqueKeysWithValues: network().parameters().map { ($0.name, try zeros($0.tensor.axes)) })
  }

  @Test("all weights with the right axes are taken, and PyTorch's counter of batches may lie beside them")
  func complete() throws {
    var arrays = try arrays()
    arrays["bn.num_batches_tracked"] = try zeros([])
    let weights = try NetworkWeights(for: network(), arrays)
    #expect(weights["conv.weight"]?.axes == [4, 2, 3, 3])
    #expect(weights["bn.running_var"]?.axes == [4])
    #expect(weights["bn.num_batches_tracked"] == nil)
  }

  @Test("missing and unknown names, and wrong axes, are refused with all facts")
  func refusals() throws {
    let network = try network()
    var arrays = try arrays()
    arrays["bn.weight"] = nil
    arrays["conv.weight"] = nil
    #expect(throws: NetworkError.missingWeights(["conv.weight", "bn.weight"])) {
      try NetworkWeights(for: network, arrays)
    }
    arrays = try self.arrays()
    arrays["head.weight"] = try zeros([1])
    arrays["conv.bias"] = try zeros([4])
    #expect(throws: NetworkError.unexpectedWeights(["conv.bias", "head.weight"])) {
      try NetworkWeights(for: network, arrays)
    }
    arrays = try self.arrays()
    arrays["bn.bias"] = try zeros([1, 4])
    #expect(throws: NetworkError.weightAxes("bn.bias", expected: [4], actual: [1, 4])) {
      try NetworkWeights(for: network, arrays)
    }
  }

  @Test("weights are fetched in the order of the network with the axes they need; a failure says which")
  func reading() throws {
    struct Lost: Error, Equatable {}
    let network = try network()
    var asked: [String] = []
    let weights = try NetworkWeights(for: network) { name, axes throws(NDArrayError) in
      asked.append("\(name) \(axes)")
      return try NDArray(axes: axes, values: Array(repeating: 1, count: axes.reduce(1, *)))
    }
    #expect(
      asked == [
        "conv.weight [4, 2, 3, 3]", "bn.weight [4]", "bn.bias [4]", "bn.running_mean [4]", "bn.running_var [4]",
      ])
    #expect(weights["bn.bias"]?.values == [1, 1, 1, 1])
    do throws(NetworkWeightsError<Lost>) {
      _ = try NetworkWeights(for: network) { _, _ throws(Lost) in throw Lost() }
      Issue.record("nothing was thrown")
    } catch {
      guard case .reading("conv.weight", Lost()) = error else {
        Issue.record("\(error)")
        return
      }
    }
    do throws(NetworkWeightsError<NDArrayError>) {
      _ = try NetworkWeights(for: network) { _, _ throws(NDArrayError) in try NDArray(axes: [1], values: [0]) }
      Issue.record("nothing was thrown")
    } catch {
      guard case .network(.weightAxes("conv.weight", expected: [4, 2, 3, 3], actual: [1])) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
