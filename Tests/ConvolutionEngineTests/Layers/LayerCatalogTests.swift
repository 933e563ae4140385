import Testing

@testable import ConvolutionEngine

@Suite struct LayerCatalogTests {
  @Test("kinds have different names and are found by them")
  func names() {
    #expect(Set(LayerCatalog.all.map(\.kind)).count == LayerCatalog.all.count)
    #expect(LayerCatalog.description(of: "max-pool2d")?.kind == "max-pool2d")
    #expect(LayerCatalog.description(of: "convolution") == nil)
  }

  @Test("every kind makes layers of its kind from settings", arguments: LayerCatalog.all.map(\.kind))
  func make(kind: String) throws {
    let description = try #require(LayerCatalog.description(of: kind))
    var parameters = Parameters(defaultsOf: description.parameters)
    parameters[.kernelSize] = .axes(PerAxis(2))
    parameters[.outputSize] = .axes(PerAxis(2))
    parameters[.scale] = .numbers(PerAxis(2))
    let layer = description.layer(LayerSettings(outputs: 4, parameters: parameters))
    #expect(layer.kind == kind)
    let input = try ActivationShape(channels: 4, height: 6, width: 6)
    let inputs = Array(repeating: input, count: description.inputCount.lowerBound)
    let output = try layer.outputShape(for: inputs)
    #expect(output.count > 0)
    _ = try layer.reach(for: inputs)
    #expect(try layer.multiplyAccumulates(for: inputs) >= 0)
    // A setting that a layer takes must change something: here, whether there is a bias.
    if description.hasBiasOption {
      let bare = description.layer(LayerSettings(outputs: 4, hasBias: false, parameters: parameters))
      #expect(try bare.tensors(for: inputs).count == layer.tensors(for: inputs).count - 1)
    }
  }

  @Test("what a layer cannot do without has to be given, and a layer made without it says so")
  func required() throws {
    let required = LayerCatalog.all.map { kind in kind.parameters.filter(\.isRequired).map(\.name) }
    #expect(required.map(\.count).max() == 1)
    #expect(
      Set(required.joined()) == [.kernelSize, .outputSize, .padding, .scale])
    let bare = LayerSettings(parameters: Parameters(defaultsOf: []))
    let input = try ActivationShape(channels: 4, height: 6, width: 6)
    for kind in ["conv2d", "conv-transpose2d"] {
      let layer = try #require(LayerCatalog.description(of: kind)).layer(bare)
      #expect(throws: LayerError.missingParameter(.kernelSize)) { try layer.outputShape(for: [input]) }
    }
  }
}
