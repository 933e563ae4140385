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

  @Test("a value for an operator not known yet is read in its widest form, and adopted by one of one dimension")
  func openValues() throws {
    #expect(OperatorCatalog.value(of: .stride, from: "2") == .axes(PerAxis(2)))
    #expect(OperatorCatalog.value(of: .padding, from: "1,2") == .sides(Padding(vertical: 1, horizontal: 2)))
    #expect(OperatorCatalog.value(of: .paddingMode, from: "reflect") == .modes(PerAxis(.reflect)))
    #expect(OperatorCatalog.value(of: .mode, from: "full") == .signalMode(.full))
    #expect(OperatorCatalog.value(of: .stride, from: "x") == nil)
    let row = try Tensor(rows: [[1, 2, 3, 4, 5]])
    var experiment = try Experiment(
      operation: .conv1d, operands: Operands([.input: row, .weights: try Tensor(rows: [[1, 1]])]))
    try experiment.setParameter(.stride, to: .axes(PerAxis(2)))
    #expect(experiment.parameters[.stride] == .integer(2))
    #expect(experiment.output()?.values == [3, 7])
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
