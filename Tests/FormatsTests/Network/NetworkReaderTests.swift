import ConvolutionEngine
import Formats
import Testing

@Suite struct NetworkReaderTests {
  private func read(_ text: String) throws(NetworkFileError) -> Network {
    try NetworkReader.read(bytes: Array(text.utf8))
  }

  /// A network on 4×12×12 maps from the lines of its layers.
  private func layers(_ lines: String...) throws(NetworkFileError) -> Network {
    try read((["input: [4, 12, 12]", "layers:"] + lines.map { "  - \($0)" }).joined(separator: "\n"))
  }

  @Test("a file gives the network that it describes")
  func tiny() throws {
    let network = try read(
      """
      name: tiny
      input: [1, 28, 28]
      layers:
        - {name: conv1, kind: conv2d, filters: 8, kernel-size: 3, padding: 1}
        - relu                      # a kind alone
        - name: conv2
          kind: conv2d
          filters: 8
          kernel-size: [1, 3]
          padding: 0,1
          bias: false
        - {kind: add, from: [conv1, relu, conv2]}
        - {name: aside, kind: sigmoid, from: conv1}
      output: add
      """)
    #expect(network.name == "tiny")
    #expect(network.nodes.map(\.name) == ["conv1", "relu", "conv2", "add", "aside"])
    #expect(network.nodes[3].inputs == [.node(0), .node(1), .node(2)])
    #expect(network.nodes[4].inputs == [.node(0)])
    #expect(network.nodes[network.output].name == "add")
    #expect(!network.isUsed(4))
    #expect(try network.parameters().map(\.name) == ["conv1.weight", "conv1.bias", "conv2.weight"])
    #expect(try network.parameters().map(\.tensor.axes) == [[8, 1, 3, 3], [8], [8, 8, 1, 3]])
  }

  @Test("the same network by builder and by file: the toy U's bottom, from shapes to fields")
  func sameAsBuilder() throws {
    let file = try read(
      """
      name: u
      input: [3, 16, 16]
      layers:
        - {name: down.conv, kind: conv2d, filters: 8, kernel-size: 3, padding: same, bias: false}
        - {name: down.bn, kind: batch-norm}
        - {name: down.relu, kind: relu}
        - {kind: max-pool2d, name: pool, kernel-size: 2}
        - {name: up, kind: conv-transpose2d, filters: 8, kernel-size: 2, stride: 2}
        - {name: join, kind: concat, from: [down.relu, up]}
        - {name: head, kind: conv2d, filters: 2, kernel-size: 1}
      """)
    var net = NetworkBuilder(input: try ActivationShape(channels: 3, height: 16, width: 16))
    net.add("down.conv", Conv2DLayer(filters: 8, kernel: 3, padding: 1, hasBias: false))
    net.add("down.bn", BatchNormLayer())
    let fine = net.add("down.relu", ReLULayer())
    net.add("pool", MaxPool2DLayer(kernel: 2))
    let up = net.add("up", ConvTranspose2DLayer(filters: 8, kernel: 2, stride: 2))
    net.add("join", ConcatLayer(), from: [fine, up])
    net.add("head", Conv2DLayer(filters: 2, kernel: 1))
    #expect(try NetworkSummary(file) == NetworkSummary(net.network(named: "u")))
  }

  @Test("every kind of layer can be asked for in a file")
  func kinds() throws {
    let network = try layers(
      "{kind: conv2d, filters: 4, kernel-size: 3, stride: 2, padding: [1, 0, 1, 0], padding-mode: reflect, groups: 2}",
      "{kind: conv-transpose2d, filters: 4, kernel-size: 2, stride: 2, output-padding: 1, dilation: 1}",
      "{kind: max-pool2d, kernel-size: 3, stride: 1, padding: 1, dilation: 1, ceil-mode: true}",
      "{kind: avg-pool2d, kernel-size: 2, stride: 1, count-include-pad: false}",
      "{kind: adaptive-max-pool2d, output-size: [5, 6]}",
      "{kind: leaky-relu, negative-slope: 0.2}",
      "{kind: softmax, axis: -3}",
      "{kind: batch-norm, eps: 1e-3}",
      "{kind: dropout, p: 0.1}",
      "{kind: pad, padding: 1, padding-mode: replicate}",
      "{kind: upsample-nearest, scale: [1.5, 2]}",
      "sigmoid", "tanh", "relu",
      "{kind: add, from: [tanh, relu]}",
      "{kind: concat, from: [add, relu]}",
      "{kind: adaptive-avg-pool2d, output-size: 2}",
      "global-avg-pool2d", "flatten",
      "{kind: linear, features: 3}")
    #expect(Set(network.nodes.map(\.layer.kind)) == Set(LayerCatalog.all.map(\.kind)))
    #expect(try network.shapes().last?.axes == [3])
  }

  @Test("layers without a name go by their kind, numbered from the second on")
  func names() throws {
    let network = try layers("relu", "{kind: relu}", "{name: other, kind: relu}", "relu", "tanh")
    #expect(network.nodes.map(\.name) == ["relu", "relu-2", "other", "relu-3", "tanh"])
  }

  @Test("an input of one number is a vector")
  func vector() throws {
    let network = try read("input: 784\nlayers: [{kind: linear, features: 10}]")
    #expect(network.input.axes == [784])
    #expect(network.name == "network")
    #expect(try read("input: [784]\nlayers: [relu]").input.axes == [784])
  }
}
