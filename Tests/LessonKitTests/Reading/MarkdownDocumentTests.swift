import Testing

@testable import LessonKit

@Suite struct MarkdownDocumentTests {
  private func blocks(_ text: String) throws -> [LessonBlock] { try MarkdownDocument(text).blocks.map(\.block) }

  @Test("Every kind of block and inline arrives")
  func kinds() throws {
    #expect(try blocks("### A *b*") == [.heading(level: 3, [.text("A "), .emphasis([.text("b")])])])
    #expect(
      try blocks("a **b** `c`\nd\\\ne")
        == [
          .paragraph([
            .text("a "), .strong([.text("b")]), .text(" "), .code("c"), .softBreak, .text("d"), .lineBreak, .text("e"),
          ])
        ])
    #expect(
      try blocks("[t](https://a.b)") == [.paragraph([.link(text: [.text("t")], destination: "https://a.b")])])
    #expect(try blocks("![alt](x.png)") == [.paragraph([.emphasis([.text("alt")])])])
    #expect(
      try blocks("- a\n- b\n\n  c")
        == [
          .list(
            ordered: nil,
            items: [
              [.paragraph([.text("a")])], [.paragraph([.text("b")]), .paragraph([.text("c")])],
            ])
        ])
    #expect(try blocks("3. a") == [.list(ordered: 3, items: [[.paragraph([.text("a")])]])])
    #expect(try blocks("```swift x\nlet a\n\n```") == [.code(language: "swift", text: "let a\n")])
    #expect(try blocks("> a\n\n***") == [.quote([.paragraph([.text("a")])]), .rule])
  }

  @Test("A table has as many cells in every row as in its header")
  func table() throws {
    #expect(
      try blocks("|a|b|\n|-|-|\n|1|\n|1|2|3|")
        == [
          .table(
            header: [[.text("a")], [.text("b")]], rows: [[[.text("1")], []], [[.text("1")], [.text("2")]]])
        ])
  }

  @Test("Comments are dropped, other HTML is text, entities are decoded")
  func html() throws {
    #expect(try blocks("<!-- a -->\n\nx <!-- b -->y") == [.paragraph([.text("x "), .text("y")])])
    #expect(try blocks("<b>x</b>") == [.paragraph([.text("<b>"), .text("x"), .text("</b>")])])
    #expect(try blocks("<div>\nx\n</div>") == [.paragraph([.text("<div>\nx\n</div>")])])
    #expect(try blocks("a &lt;b&gt; &times;").count == 1)
  }

  @Test("Blocks know their lines")
  func lines() throws {
    #expect(try MarkdownDocument("\na\n\n# b\n```\nc\n```\n").blocks.map(\.line) == [2, 4, 5])
  }
}
