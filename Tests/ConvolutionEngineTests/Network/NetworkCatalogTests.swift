import Testing

@testable import ConvolutionEngine

@Suite struct NetworkCatalogTests {
  private func summary(_ name: String) throws -> NetworkSummary {
    try NetworkSummary(#require(NetworkCatalog.description(of: name)).network())
  }

  @Test("every architecture can be put together, and is found by its name", arguments: NetworkCatalog.all.map(\.name))
  func all(name: String) throws {
    let network = try #require(NetworkCatalog.description(of: name)).network()
    #expect(network.name == name)
    #expect(NetworkCatalog.all.count { $0.name == name } == 1)
  }

  @Test(
    "parameters are those published: by the article, by \"Dive into Deep Learning\", and by torchvision",
    arguments: [
      ("mlp", 203_530), ("conv-layer-demo", 239_488), ("hybrid-net", 627_816), ("lenet-5", 61_706),
      ("alexnet", 61_100_840), ("vgg-11", 132_863_336), ("vgg-16", 138_357_544), ("resnet-18", 11_689_512),
    ])
  func parameters(name: String, count: Int) throws {
    #expect(try summary(name).total.parameters == count)
  }

  @Test("the article's 1.1: 784·256 + 256 and 256·10 + 10")
  func mlp() throws {
    let rows = try summary("mlp").rows
    #expect(rows.map(\.costs.parameters) == [0, 200_960, 0, 2_570])
    #expect(rows.map(\.output.axes) == [[784], [256], [256], [10]])
  }

  @Test("the article's 6.1: 1,792 + 200,768 + 36,928 parameters, of which the first layer's alone are used")
  func convLayerDemo() throws {
    let summary = try summary("conv-layer-demo")
    #expect(summary.rows.map(\.costs.parameters) == [1_792, 0, 200_768, 36_928])
    #expect(summary.rows.map(\.isUsed) == [true, true, false, false])
    #expect(summary.total.multiplyAccumulates == 224 * 224 * 64 * 27)
    #expect(summary.output.axes == [64, 224, 224])
  }

  @Test("the article's 7.2: maps of 224, 112, 56 and 1, a field of 18, and 1,936,648,192 products")
  func hybridNet() throws {
    let summary = try summary("hybrid-net")
    #expect(summary.total.multiplyAccumulates == 1_936_648_192)
    let sides = summary.rows.filter { !$0.output.isVector }.map(\.output.size.horizontal)
    #expect(sides == [224, 224, 112, 112, 112, 56, 56, 56, 1])
    let field = try #require(summary.rows.first { $0.name == "features.7" }?.receptiveField)
    #expect(field.horizontal == AxisReceptiveField(size: 18, jump: Ratio(4), start: 2))
    // All 56 fields, 4 apart.
    let global = try #require(summary.rows.first { $0.name == "features.8" }?.receptiveField)
    #expect(global.vertical == AxisReceptiveField(size: 18 + 55 * 4, jump: Ratio(0), start: 112))
  }

  @Test("LeNet's maps: 28, 14, 10, 5, and 400 numbers in a row")
  func leNet() throws {
    let rows = try summary("lenet-5").rows
    #expect(
      rows.map(\.output.axes) == [
        [6, 28, 28], [6, 28, 28], [6, 14, 14], [16, 10, 10], [16, 10, 10], [16, 5, 5], [400], [120], [120], [84], [84],
        [10],
      ])
    #expect(rows.map(\.costs.parameters) == [156, 0, 0, 2_416, 0, 0, 0, 48_120, 0, 10_164, 0, 850])
  }

  @Test(
    "receptive fields known from the literature",
    arguments: [
      // Araujo et al. 2019: AlexNet 195 and VGG-16 212, both with jump 32. ResNet-18: 7 and 11 after its first two layers
      // with jump 4, then + 4·8, + 8 + 3·16, + 16 + 3·32 and + 32 + 3·64.
      ("alexnet", "features.12", 195, 32), ("alexnet", "features.10", 163, 16), ("vgg-16", "features.30", 212, 32),
      ("vgg-16", "features.28", 196, 16), ("resnet-18", "layer4.1.relu2", 435, 32),
    ])
  func fields(network: String, layer: String, size: Int, jump: Int) throws {
    let row = try #require(try summary(network).rows.first { $0.name == layer })
    let field = try #require(row.receptiveField)
    #expect(field.vertical.size == size)
    #expect(field.vertical.jump == Ratio(jump))
    #expect(field.horizontal == field.vertical)
  }

  @Test("AlexNet's pool to 6×6 of 6×6 maps changes nothing, and a linear layer sees all of them")
  func adaptive() throws {
    let rows = try summary("alexnet").rows
    func field(_ name: String) -> AxisReceptiveField? {
      rows.first { $0.name == name }?.receptiveField?.vertical
    }
    #expect(field("avgpool") == field("features.12"))
    #expect(field("classifier.1")?.size == 195 + 5 * 32)
    #expect(field("classifier.6")?.jump == Ratio(0))
  }

  @Test(
    "products for 224×224 pixels are those that torchvision publishes, in billions to three places",
    arguments: [("alexnet", 0.714), ("vgg-11", 7.609), ("vgg-16", 15.470), ("resnet-18", 1.814)])
  func products(name: String, billions: Double) throws {
    let count = try summary(name).total.multiplyAccumulates
    #expect((Double(count) / 1e6).rounded() / 1e3 == billions)
  }

  @Test("names of weights are torchvision's")
  func names() throws {
    let names = try #require(NetworkCatalog.description(of: "resnet-18")).network().parameters().map(\.name)
    #expect(names.count == 102)
    #expect(
      names.prefix(6) == [
        "conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var", "layer1.0.conv1.weight",
      ])
    #expect(names.contains("layer2.0.downsample.0.weight") && names.contains("layer4.0.downsample.1.running_var"))
    #expect(names.suffix(2) == ["fc.weight", "fc.bias"])
    #expect(!names.contains { $0.hasPrefix("layer1.0.downsample") })
  }

  @Test("the toy U gives two maps of the size of its input, and joins maps of equal size")
  func uToy() throws {
    let summary = try summary("u-toy")
    #expect(summary.output.axes == [2, 32, 32])
    let joins = summary.rows.filter { $0.kind == "concat" }
    #expect(joins.map(\.output.axes) == [[32, 16, 16], [16, 32, 32]])
    #expect(joins.map(\.inputs) == [["down2.relu", "up2.up"], ["down1.relu", "up1.up"]])
    // Down: 3, 4, 8, 10, 18 with jump 4. Up by 2, two units share one field, so that three units of the convolution see two
    // fields, 4 apart: 22. Once more: three units see at most two of those, again 4 apart: 26.
    let fields = summary.rows.filter { ["bottom.relu", "up2.relu", "up1.relu", "head"].contains($0.name) }
    #expect(fields.map { $0.receptiveField?.vertical.size } == [18, 22, 26, 26])
    #expect(fields.map { $0.receptiveField?.vertical.jump } == [Ratio(4), Ratio(2), Ratio(1), Ratio(1)])
  }
}
