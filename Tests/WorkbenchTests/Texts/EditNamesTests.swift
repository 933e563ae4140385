import Explorer
import Testing

@testable import Workbench

@Suite("Names of edits")
struct EditNamesTests {
  @Test("what was undone is named with what it was")
  func names() {
    let texts = TextTable.english
    #expect(texts.name(of: .cell(.input, row: 2, column: 3)).contains("2") == true)
    #expect(texts.name(of: .cell(.input, row: 2, column: 3)).contains("3") == true)
    #expect(texts.name(of: .parameter(.paddingMode)) == "padding-mode")
    #expect(texts.name(of: .preset(.weights, "sobel-x")).contains("sobel-x"))
    #expect(texts.name(of: .load(.input, "photo.png")).contains("photo.png"))
  }

  @Test("different edits have different names")
  func distinct() {
    let labels: [EditLabel] = [
      .cell(.input, row: 0, column: 1), .cell(.input, row: 1, column: 0), .cell(.weights, row: 0, column: 1),
      .resize(.input), .resize(.weights), .parameter(.stride), .parameter(.flip), .preset(.input, "plus"),
      .preset(.weights, "plus"), .load(.input, "photo.png"), .load(.bias, "photo.png"), .reveal, .several,
    ]
    #expect(Set(labels.map { TextTable.english.name(of: $0) }).count == labels.count)
  }
}
