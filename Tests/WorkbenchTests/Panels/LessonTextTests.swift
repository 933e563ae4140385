import LessonKit
import Testing

@testable import Workbench

@Suite("The text of lessons")
struct LessonTextTests {
  private func line(_ inlines: LessonInline...) -> String {
    LessonText(columns: 40, glyphs: Glyphs(unicode: true)).spans(inlines, role: .text).map(\.text).joined()
  }

  @Test("A line that its file breaks goes on after a blank, between Chinese characters without one")
  func softBreaks() {
    #expect(line(.text("a"), .softBreak, .text("b")) == "a b")
    #expect(line(.text("窗口，"), .softBreak, .text("滑动")) == "窗口，滑动")
    #expect(line(.text("窗口"), .softBreak, .strong([.text("滑动")])) == "窗口滑动")
    #expect(line(.text("窗口"), .softBreak, .code("3")) == "窗口 3")
  }
}
