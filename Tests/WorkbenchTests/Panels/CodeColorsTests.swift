import Testing

@testable import Workbench

@Suite("Code in the colours of its language")
struct CodeColorsTests {
  private static func pieces(_ code: String, _ language: String) -> [String] {
    CodeColors.spans(code, language).compactMap { span in
      switch span.role {
      case .keyword: "k:" + span.text
      case .literal: "l:" + span.text
      case .quiet: "c:" + span.text
      case .code: "?:" + span.text
      default: nil
      }
    }
  }

  @Test("Keywords, texts, numbers and comments of each language are told apart")
  func languages() {
    #expect(
      Self.pieces("for i in range(3):  # rows\n    s = \"for # \\\" 1\"", "python")
        == ["k:for", "k:in", "l:3", "c:# rows", "l:\"for # \\\" 1\""])
    #expect(
      Self.pieces("let x1 = 0.5 // half\nreturn \"a\"", "swift") == [
        "k:let", "l:0.5", "c:// half", "k:return", "l:\"a\"",
      ])
    #expect(
      Self.pieces("in-channels: 3 # a\nbias: true", "yaml") == ["k:in-channels", "l:3", "c:# a", "k:bias", "k:true"])
    #expect(Self.pieces("format = information", "python") == [])
    #expect(Self.pieces("if x:", "cobol") == ["?:if x:"])
  }

  @Test("No character is lost or added, whatever the code")
  func whole() {
    for code in ["\"unended", "'\\", "é#ü\n\n\t\"", "卷积 = 3", "", "\n", "a\"b\"c'd'#"] {
      for language in ["python", "swift", "yaml", "py", "none"] {
        #expect(CodeColors.spans(code, language).map(\.text).joined() == code)
      }
    }
  }
}
