import ConvolutionEngine
import Testing

@Suite struct OperatorCatalogTests {
  @Test("every operator name has one description, under its own name")
  func names() {
    #expect(OperatorCatalog.all.map(\.name) == OperatorName.allCases)
    for name in OperatorName.allCases { #expect(OperatorCatalog.description(of: name).name == name) }
  }

  @Test(
    "every default is accepted by its own specification and written in its text form", arguments: OperatorName.allCases)
  func defaults(name: OperatorName) {
    for specification in OperatorCatalog.description(of: name).parameters {
      guard let value = specification.defaultValue else { continue }
      #expect(specification.kind.accepts(value))
      #expect(specification.value(from: value.description) == value)
    }
  }
}
