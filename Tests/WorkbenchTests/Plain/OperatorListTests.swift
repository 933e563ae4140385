import ConvolutionEngine
import Testing

@testable import Workbench

@Suite("The list of operators")
struct OperatorListTests {
  @Test("Every operator is a line of its own with its options under it, and no line is longer than 80 columns")
  func lines() {
    let lines = OperatorList.lines()
    let heads = lines.indices.filter { !lines[$0].hasPrefix(" ") }
    #expect(heads.count == OperatorCatalog.all.count)
    for (start, description) in zip(heads, OperatorCatalog.all) {
      #expect(lines[start].split(separator: " ").first.map(String.init) == description.name.rawValue)
      // Many other names may need a second line.
      let head = lines[start...].prefix(2).joined(separator: " ")
      for alias in description.aliases { #expect(head.contains(alias)) }
    }
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("What must be given stands before what may be, which is in brackets with its default")
  func options() throws {
    let lines = OperatorList.lines()
    let start = try #require(lines.firstIndex(of: "max-pool1d"))
    #expect(
      lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.joined(separator: " ").split(separator: " ").joined(
        separator: " ")
        == "--input FILE --kernel-size N [--stride N] [--padding 0] [--dilation 1] [--ceil-mode]")
  }

  @Test("Every option that an operator takes is named once")
  func names() {
    for description in OperatorCatalog.all {
      let names = OperatorList.options(of: description)
      #expect(Set(names).count == names.count, "\(description.name)")
      for parameter in description.parameters { #expect(names.contains("--" + parameter.name.rawValue)) }
      for operand in description.requiredOperands + description.optionalOperands {
        #expect(names.contains("--" + operand.optionName))
      }
    }
    #expect(OperatorList.options(of: .add) == ["--input"])
  }
}
