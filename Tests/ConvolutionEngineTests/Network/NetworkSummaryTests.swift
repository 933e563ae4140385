import ConvolutionEngine
import Testing

@Suite struct NetworkSummaryTests {
  @Test("a row holds what a table shows of a layer")
  func row() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 4, height: 9, width: 8))
    net.add("conv", Conv2DLayer(filters: 6, kernel: PerAxis(vertical: 3, horizontal: 1), groups: 2))
    net.add("bn", BatchNormLayer())
    let summary = try NetworkSummary(net.network(named: "net"))
    let row = summary.rows[0]
    #expect(row.name == "conv" && row.kind == "conv2d" && row.inputs == ["input"] && row.isUsed)
    #expect(row.output.axes == [6, 7, 8])
    #expect(row.kernel == PerAxis(vertical: 3, horizontal: 1))
    #expect(row.groups == 2)
    #expect(row.costs.weights == 6 * 2 * 3)
    #expect(row.costs.biases == 6)
    #expect(row.costs.multiplyAccumulates == 6 * 7 * 8 * 2 * 3)
    #expect(row.costs.activationBytes == 6 * 7 * 8 * 4)
    #expect(row.costs.parameterBytes == (36 + 6) * 4)
    #expect(row.receptiveField?.vertical.size == 3 && row.receptiveField?.horizontal.size == 1)
    #expect(summary.rows[1].kernel == nil && summary.rows[1].groups == nil)
  }

  @Test("running statistics are buffers: kept in memory, no parameters, as PyTorch counts")
  func buffers() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 4, height: 2, width: 2))
    net.add("bn", BatchNormLayer())
    let total = try NetworkSummary(net.network(named: "net")).total
    #expect(total.parameters == 8 && total.weights == 4 && total.biases == 4 && total.buffers == 8)
    #expect(total.parameterBytes == 64)
  }

  @Test("the totals are the sums of the rows", arguments: NetworkCatalog.all.map(\.name))
  func totals(name: String) throws {
    let summary = try NetworkSummary(#require(NetworkCatalog.description(of: name)).network())
    let fields: [KeyPath<NetworkSummary.Costs, Int>] = [
      \.weights, \.biases, \.buffers, \.parameters, \.multiplyAccumulates, \.activationBytes, \.parameterBytes,
    ]
    for field in fields {
      #expect(summary.total[keyPath: field] == summary.rows.map { $0.costs[keyPath: field] }.reduce(0, +))
    }
  }

  @Test("another input changes shapes, products and fields of the whole, but not the weights of convolutions")
  func otherInput() throws {
    let network = try #require(NetworkCatalog.description(of: "hybrid-net")).network()
    let small = try NetworkSummary(network, input: ActivationShape(channels: 3, height: 32, width: 64))
    #expect(small.total.parameters == 627_816)
    #expect(small.rows.first { $0.name == "features.7" }?.output.axes == [256, 8, 16])
    #expect(small.rows.first { $0.name == "features.7" }?.receptiveField?.vertical.size == 18)
    #expect(throws: NetworkError.self) {
      try NetworkSummary(network, input: ActivationShape(channels: 3, height: 2, width: 2))
    }
  }

  @Test("a linear layer on maps sees its row, a softmax along an axis all of it")
  func partial() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 5, width: 8))
    net.add("rows", LinearLayer(features: 3))
    net.add("columns", SoftmaxLayer(axis: 2))
    net.add("channels", SoftmaxLayer(axis: -3), from: [.input])
    let rows = try NetworkSummary(net.network(named: "net", output: .node(1))).rows
    #expect(rows[0].receptiveField.map { [$0.vertical.size, $0.horizontal.size] } == [1, 8])
    #expect(rows[1].receptiveField.map { [$0.vertical.size, $0.horizontal.size] } == [5, 8])
    #expect(rows[2].receptiveField.map { [$0.vertical.size, $0.horizontal.size] } == [1, 1])
  }

  @Test("sums that Int does not count are refused, and fields too large to tell are left out")
  func overflow() throws {
    var net = NetworkBuilder(input: try ActivationShape(features: 1 << 60))
    net.add("wide", ReLULayer())
    let one = try net.network(named: "net")
    #expect(try NetworkSummary(one).total.activationBytes == 1 << 62)
    net.add("again", ReLULayer())
    let two = try net.network(named: "net")
    #expect(throws: NetworkError.uncountable(.bytes)) { try NetworkSummary(two) }

    var deep = NetworkBuilder(input: try ActivationShape(channels: 1, height: 1, width: 1))
    for index in 0..<3 { deep.add("\(index)", Conv2DLayer(filters: 1, kernel: 1, stride: 1 << 30, padding: 1 << 29)) }
    let rows = try NetworkSummary(deep.network(named: "deep")).rows
    #expect(rows[0].receptiveField != nil)
    #expect(rows[2].receptiveField == nil)
  }

  @Test("thousands of layers are summed up without a walk back from each: time grows with their number, not its square")
  func manyLayers() throws {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 8, width: 8))
    for index in 0..<2_500 {
      let around = net.last
      let inner = net.add("conv\(index)", Conv2DLayer(filters: 1, kernel: 3, padding: 1))
      net.add("add\(index)", AddLayer(), from: [inner, around])
    }
    let summary = try NetworkSummary(net.network(named: "deep"))
    #expect(summary.rows.last?.receptiveField?.vertical.size == 5_001)
  }
}
