import ConvolutionEngine
import Testing

@Suite struct ParametersTests {
  @Test("the defaults are PyTorch's, and the typed views show what was set")
  func views() {
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    #expect(parameters.stride == PerAxis(1) && parameters.dilation == PerAxis(1))
    #expect(parameters.padding == .none && parameters.paddingMode == PerAxis(.zeros))
    #expect(parameters.orientation == .crossCorrelation)
    parameters[.stride] = .axes(PerAxis(vertical: 2, horizontal: 3))
    parameters[.padding] = .sides(Padding(4))
    parameters[.paddingMode] = .modes(PerAxis(.reflect))
    parameters[.flip] = .flag(true)
    #expect(parameters.stride == PerAxis(vertical: 2, horizontal: 3))
    #expect(parameters.padding == Padding(4))
    #expect(parameters.paddingMode == PerAxis(.reflect))
    #expect(parameters.orientation == .convolution)
  }

  @Test("a parameter that is not there shows its default")
  func absent() {
    let parameters = Parameters(defaultsOf: [])
    #expect(parameters[.stride] == nil)
    #expect(parameters.stride == PerAxis(1) && parameters.padding == .none)
    #expect(parameters.paddingMode == PerAxis(.zeros) && parameters.orientation == .crossCorrelation)
  }

  @Test("a specification accepts values of its own kind only")
  func kinds() {
    let values: [ParameterValue] = [
      .axes(PerAxis(1)), .sides(.none), .modes(PerAxis(.zeros)), .flag(true),
    ]
    for (index, own) in values.enumerated() {
      let specification = ParameterSpecification(name: .stride, defaultValue: own)
      #expect(values.map(specification.accepts) == values.indices.map { $0 == index })
    }
  }
}
