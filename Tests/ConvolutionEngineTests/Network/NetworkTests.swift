import ConvolutionEngine
import Testing

@Suite struct NetworkTests {
  private func block() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 2, height: 6, width: 6))
    net.add("conv1", Conv2DLayer(filters: 2, kernel: 3, padding: 1))
    net.add("relu", ReLULayer())
    let inner = net.add("conv2", Conv2DLayer(filters: 2, kernel: 3, padding: 1))
    let sum = net.add("sum", AddLayer(), from: [inner, .input])
    net.add("aside", Conv2DLayer(filters: 5, kernel: 1), from: [inner])
    return try net.network(named: "block", output: sum)
  }

  @Test("layers take the one before them unless told otherwise, and shapes follow")
  func shapes() throws {
    let network = try block()
    #expect(network.nodes.map(\.inputs) == [[.input], [.node(0)], [.node(1)], [.node(2), .input], [.node(2)]])
    #expect(try network.shapes().map(\.axes) == [[2, 6, 6], [2, 6, 6], [2, 6, 6], [2, 6, 6], [5, 6, 6]])
    let larger = try ActivationShape(channels: 2, height: 9, width: 7)
    #expect(try network.shapes(for: larger).last?.axes == [5, 9, 7])
  }

  @Test("a layer on which the output does not depend is there but not used")
  func unused() throws {
    let network = try block()
    #expect(network.nodes.indices.map(network.isUsed) == [true, true, true, true, false])
    #expect(network.nodes[network.output].name == "sum")
  }

  @Test("weights have the names of a state dict, in the order of the layers")
  func parameters() throws {
    #expect(
      try block().parameters().map(\.name) == [
        "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "aside.weight", "aside.bias",
      ])
    #expect(try block().parameters().last?.tensor.axes == [5])
  }

  @Test("a layer that does not fit is named")
  func misfit() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 2, height: 4, width: 4))
    net.add("pool", MaxPool2DLayer(kernel: 2))
    net.add("large", Conv2DLayer(filters: 2, kernel: 3))
    #expect(
      throws: NetworkError.layer(
        "large",
        .operation(.convolution(.geometry(.kernelDoesNotFit(effectiveExtent: 3, paddedInput: 2, axis: .vertical)))))
    ) { try net.network(named: "misfit") }
    let network = try block()
    #expect(throws: NetworkError.self) { try network.shapes(for: ActivationShape(channels: 3, height: 6, width: 6)) }
  }

  @Test("a graph that is none is refused")
  func graph() throws {
    let input = try ActivationShape(channels: 2, height: 4, width: 4)
    func network(_ nodes: [NetworkNode], output: NodeSource = .node(0)) throws(NetworkError) -> Network {
      try Network(name: "net", input: input, nodes: nodes, output: output)
    }
    func node(_ name: String, _ inputs: [NodeSource]) -> NetworkNode {
      NetworkNode(name: name, layer: ReLULayer(), inputs: inputs)
    }
    #expect(throws: NetworkError.empty) { try network([]) }
    #expect(throws: NetworkError.duplicateName("a")) { try network([node("a", [.input]), node("a", [.input])]) }
    #expect(throws: NetworkError.unknownSource(.node(1), of: "a")) {
      try network([node("a", [.node(1)]), node("b", [.input])])
    }
    #expect(throws: NetworkError.unknownSource(.node(0), of: "a")) { try network([node("a", [.node(0)])]) }
    #expect(throws: NetworkError.unknownSource(.node(-1), of: "a")) { try network([node("a", [.node(-1)])]) }
    #expect(throws: NetworkError.layer("a", .inputCount(2, legal: 1...1))) {
      try network([node("a", [.input, .input])])
    }
    #expect(throws: NetworkError.layer("a", .inputCount(0, legal: 1...1))) { try network([node("a", [])]) }
    #expect(throws: NetworkError.unknownOutput(.node(1))) { try network([node("a", [.input])], output: .node(1)) }
    #expect(throws: NetworkError.unknownOutput(.input)) { try network([node("a", [.input])], output: .input) }
  }

  @Test(
    "a name must be fit for a file", arguments: ["", "input", "../a", "a/b", ".a", "-a", "a b", "é", "a\0", "a\n"])
  func names(name: String) throws {
    #expect(throws: NetworkError.nodeName(name)) {
      try Network(
        name: "net", input: try ActivationShape(features: 3),
        nodes: [NetworkNode(name: name, layer: ReLULayer(), inputs: [.input])], output: .node(0))
    }
    #expect(!NetworkNode.isLegalName(String(repeating: "a", count: 101)))
    #expect(["0", "layer1.0.conv1", "a-b_C"].allSatisfy(NetworkNode.isLegalName))
  }
}
