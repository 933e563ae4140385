import ConvolutionEngine
import Testing

@Suite struct ParametersTests {
  @Test("the defaults are PyTorch's, and the typed views show what was set")
  func views() {
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    #expect(parameters.stride == PerAxis(1) && parameters.dilation == PerAxis(1))
    #expect(parameters.paddingCells == Padding.none && parameters.paddingMode == PerAxis(.zeros))
    #expect(parameters.orientation == .crossCorrelation)
    parameters[.stride] = .axes(PerAxis(vertical: 2, horizontal: 3))
    parameters[.padding] = .sides(Padding(4))
    parameters[.paddingMode] = .modes(PerAxis(.reflect))
    parameters[.flip] = .flag(true)
    #expect(parameters.stride == PerAxis(vertical: 2, horizontal: 3))
    #expect(parameters.paddingCells == Padding(4))
    #expect(parameters.paddingMode == PerAxis(.reflect))
    #expect(parameters.orientation == .convolution)
  }

  @Test("a parameter that is not there shows its default")
  func absent() {
    let parameters = Parameters(defaultsOf: [])
    #expect(parameters[.stride] == nil)
    #expect(parameters.stride == PerAxis(1) && parameters.paddingCells == Padding.none)
    #expect(parameters.paddingMode == PerAxis(.zeros) && parameters.orientation == .crossCorrelation)
  }

  @Test("a specification accepts values of its own kind only")
  func kinds() {
    let values: [(ParameterKind, ParameterValue)] = [
      (.axes, .axes(PerAxis(1))), (.integer, .integer(1)), (.number, .number(0.5)), (.numbers, .numbers(PerAxis(0.5))),
      (.sides, .sides(.none)), (.ends, .ends(AxisPadding(0))), (.modes, .modes(PerAxis(.zeros))),
      (.mode, .mode(.zeros)), (.signalMode, .signalMode(.full)), (.flag, .flag(true)),
    ]
    #expect(Set(values.map(\.0)) == Set(ParameterKind.allCases))
    for (index, (kind, _)) in values.enumerated() {
      #expect(values.map { kind.accepts($0.1) } == values.indices.map { $0 == index })
      #expect(kind.accepts(.named(.same)) == (kind == .sides || kind == .ends))
    }
  }

  @Test("a value with the same text is adopted in the form that the parameter takes")
  func adopting() {
    let single = ParameterSpecification(.stride, .integer, default: .integer(1))
    #expect(single.adopted(.axes(PerAxis(2))) == .integer(2))
    #expect(single.adopted(.axes(PerAxis(vertical: 2, horizontal: 1))) == nil)
    let sides = ParameterSpecification(.padding, .sides, default: .sides(.none))
    #expect(sides.adopted(.ends(AxisPadding(1))) == .sides(Padding(1)))
    #expect(sides.adopted(.named(.same)) == .named(.same))
  }
}
