import Testing

@testable import Workbench

@Suite("Text tables")
struct TextTableTests {
  @Test("English has every text")
  func complete() {
    #expect(TextTable.english.missingKeys == [])
  }

  @Test("placeholders are replaced, and arguments are not looked into")
  func placeholders() {
    let table = TextTable(language: "xx", entries: [.saved: "{1} and {0}, {9} {x}"])
    #expect(table.text(.saved, "{1}", "b") == "b and {1}, {9} {x}")
  }
}
