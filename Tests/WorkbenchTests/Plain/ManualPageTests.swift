import Testing

@testable import Workbench

@Suite("The manual page")
struct ManualPageTests {
  private let page = ManualPage(version: "1.2", commands: [("run", "USAGE: convoscope run\n\n.5 'a' \\n --x")])

  @Test("has every key of the table")
  func keys() {
    for binding in KeyMap.bindings where !binding.contexts.isDisjoint(with: [.input, .output, .lesson, .menu, .prompt])
    {
      let row = [".TP", ".B " + ManualPage.escaped(binding.name)]
      #expect(page.lines.indices.contains { Array(page.lines[$0...].prefix(2)) == row }, "\(binding.name)")
    }
  }

  @Test("leaves roff nothing to do in a text")
  func escaping() {
    #expect(ManualPage.escaped(".TH x") == "\\&.TH x")
    #expect(ManualPage.escaped("'x") == "\\&'x")
    #expect(ManualPage.escaped("a\\fBb") == "a\\efBb")
    #expect(ManualPage.escaped("--plain") == "\\-\\-plain")
    #expect(page.lines.contains("\\&.5 'a' \\en \\-\\-x"))
  }

  @Test("names its version")
  func version() {
    #expect(page.lines.contains(".TH CONVOSCOPE 1 \"\" \"convoscope 1.2\""))
  }
}
