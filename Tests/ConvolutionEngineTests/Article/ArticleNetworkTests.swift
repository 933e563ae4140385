import ConvolutionEngine
import Testing

/// The numbers that the article states about whole layers and networks, and where it is wrong; named after its sections.
@Suite("The article's networks") struct ArticleNetworkTests {
  private func summary(_ name: String) throws -> NetworkSummary {
    try NetworkSummary(try #require(NetworkCatalog.description(of: name)).network())
  }

  /// What one layer costs on an input of these axes.
  private func costs(_ layer: some Layer, on axes: [Int]) throws -> NetworkSummary.Costs {
    var builder = NetworkBuilder(input: try ActivationShape(axes: axes))
    builder.add("layer", layer)
    return try NetworkSummary(builder.network(named: "one")).total
  }

  @Test("1.1: the perceptron 784-256-10 has 203,530 parameters")
  func perceptron() throws {
    let summary = try summary("mlp")
    #expect(summary.total.parameters == 203_530)
    #expect(summary.output.axes == [10])
    #expect(summary.rows.contains { $0.output.axes == [784] } && summary.rows.contains { $0.output.axes == [256] })
  }

  @Test("1.2: 40 and 120 million weights for 200×200, to which the article does not add the 1,000 biases")
  func explosion() throws {
    let grey = try costs(LinearLayer(features: 1000), on: [200 * 200])
    #expect(grey.weights == 40_000_000 && grey.parameters == 40_001_000)
    let colour = try costs(LinearLayer(features: 1000), on: [200 * 200 * 3])
    #expect(colour.weights == 120_000_000 && colour.parameters == 120_001_000)
  }

  @Test("2.2a: a dense layer from 200×200 to 200×200 has 1.6 billion weights and 40,000 numbers U besides")
  func denseLayer() throws {
    let dense = try costs(LinearLayer(features: 40_000), on: [40_000])
    #expect(dense.weights == 1_600_000_000)
    #expect(dense.biases == 40_000)
  }

  @Test(
    "2.2b and c: shared but not yet local it has 399² = 159,201 weights; with Δ = 1 it has 9 and u, hundreds from Δ = 7"
  )
  func sharedLayer() throws {
    func shared(_ side: Int, delta: Int) throws -> NetworkSummary.Costs {
      try costs(
        Conv2DLayer(filters: 1, kernel: PerAxis(2 * delta + 1), padding: Padding(delta)), on: [1, side, side])
    }
    #expect(try shared(200, delta: 199).weights == 159_201)
    #expect(try shared(200, delta: 1).parameters == 10)
    #expect(try shared(200, delta: 6).parameters == 170 && shared(200, delta: 7).parameters == 226)
  }

  @Test("3.2c: Conv2d(3, 16, 3) has 448 parameters")
  func convolutionalLayer() throws {
    #expect(
      try costs(Conv2DLayer(filters: 16, kernel: PerAxis(3), padding: Padding(1)), on: [3, 224, 224]).parameters == 448)
  }

  @Test("6.1a: ConvLayerDemo has 1,792 + 200,768 + 36,928 = 239,488 parameters, and runs only the first layer")
  func demo() throws {
    let summary = try summary("conv-layer-demo")
    #expect(summary.rows.map(\.costs.parameters).filter { $0 > 0 } == [1792, 200_768, 36_928])
    #expect(summary.total.parameters == 239_488)
    #expect(summary.rows.filter { $0.costs.parameters > 0 }.map(\.isUsed) == [true, false, false])
  }

  @Test("6.2: three layers of 3×3 see 7×7 as one of 7×7 does, with 27C² weights instead of 49C²")
  func receptiveField() throws {
    let channels = 4
    func stack(_ kernels: [Int]) throws -> NetworkSummary {
      var builder = NetworkBuilder(input: try ActivationShape(channels: channels, height: 20, width: 20))
      for (index, kernel) in kernels.enumerated() {
        builder.add("conv\(index)", Conv2DLayer(filters: channels, kernel: PerAxis(kernel), hasBias: false))
      }
      return try NetworkSummary(builder.network(named: "stack"))
    }
    let (small, large) = (try stack([3, 3, 3]), try stack([7]))
    #expect(small.rows.map { $0.receptiveField?.vertical.size } == [3, 5, 7])
    #expect(large.rows.last?.receptiveField?.horizontal.size == 7)
    #expect(small.total.weights == 27 * channels * channels && large.total.weights == 49 * channels * channels)
  }

  @Test("7.1b: 77,070,336 against 1,728 is 44,600.9 to one, but like for like it is 483,385,147,392: 2.8e8 to one")
  func comparison() throws {
    let dense = try costs(LinearLayer(features: 512, hasBias: false), on: [224 * 224 * 3]).weights
    let shared = try costs(
      Conv2DLayer(filters: 64, kernel: PerAxis(3), padding: Padding(1), hasBias: false), on: [3, 224, 224])
    #expect(dense == 77_070_336 && shared.weights == 1728)
    #expect(Int((10 * Double(dense) / Double(shared.weights)).rounded()) == 446_009)
    let maps = try costs(LinearLayer(features: 64 * 224 * 224, hasBias: false), on: [224 * 224 * 3]).weights
    #expect(maps == 483_385_147_392)
    #expect(abs(Double(maps) / Double(shared.weights) / 2.8e8 - 1) < 0.01)
  }

  @Test(
    "7.2a: HybridNet goes 224, 112, 56, 1, sees 18 before its global pool; 627,816 parameters, 1,936,648,192 products")
  func hybrid() throws {
    let summary = try summary("hybrid-net")
    #expect(summary.total.parameters == 627_816)
    #expect(summary.total.multiplyAccumulates == 1_936_648_192)
    var sides: [Int] = []
    for row in summary.rows where !row.output.isVector && row.output.size.vertical != sides.last {
      sides.append(row.output.size.vertical)
    }
    #expect(sides == [224, 112, 56, 1])
    let pool = try #require(summary.rows.firstIndex { $0.kind == "adaptive-avg-pool2d" })
    #expect(summary.rows[pool - 1].receptiveField?.vertical.size == 18)
  }
}
