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

  @Test("a layer without a parameter that it cannot do without says which")
  func missing() throws {
    let input = try ActivationShape(channels: 4, height: 6, width: 6)
    for (kind, name) in [
      ("conv2d", ParameterName.kernelSize), ("conv-transpose2d", .kernelSize), ("max-pool2d", .kernelSize),
      ("adaptive-avg-pool2d", .outputSize), ("upsample-nearest", .scale),
    ] {
      let description = try #require(LayerCatalog.description(of: kind))
      #expect(description.parameters.filter(\.isRequired).map(\.name) == [name])
      let layer = description.layer(LayerSettings(parameters: Parameters(defaultsOf: [])))
      #expect(throws: LayerError.self, "\(kind)") { try layer.outputShape(for: [input]) }
    }
  }
}
