import Testing

@testable import TestSupport

@Suite("Golden files")
struct GoldenTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  func complaint(_ text: String, _ writing: GoldenWriting = .never) -> String? {
    goldenComplaint(text, name: "screen.txt", folder: folder.path, writing: writing)
  }

  @Test("A missing golden fails and is not written")
  func missing() throws {
    #expect(try #require(complaint("a")).contains("is missing"))
    #expect(try #require(complaint("a")).contains("is missing"))
  }

  @Test("A recorded text equals itself, with or without a line feed at its end")
  func recorded() {
    #expect(complaint("a\nb", .record) == nil)
    #expect(complaint("a\nb") == nil)
    #expect(complaint("a\nb\n") == nil)
  }

  @Test("A difference names the first line that differs, both ways")
  func difference() throws {
    #expect(complaint("same\nold", .record) == nil)
    let message = try #require(complaint("same\nnew"))
    #expect(message.contains("Line 2 was\nold\nand is\nnew\n"))
    #expect(try #require(complaint("same")).contains("Line 2 was\nold\nand is\n"))
  }

  @Test("Canonically equivalent texts that a terminal draws differently are different")
  func scalars() {
    #expect(complaint("\u{E9}", .record) == nil)
    #expect(complaint("e\u{301}") != nil)
  }
}
