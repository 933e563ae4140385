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

  @Test("an operator is found by its name and by its aliases, and no two operators share one")
  func aliases() {
    for description in OperatorCatalog.all {
      for name in [description.name.rawValue] + description.aliases {
        #expect(OperatorCatalog.named(name)?.name == description.name)
      }
    }
    let names = OperatorCatalog.all.flatMap { [$0.name.rawValue] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(OperatorCatalog.named("scaled-dot-product-attention")?.name == .attention)
    #expect(OperatorCatalog.named("conv3d") == nil)
  }
}
