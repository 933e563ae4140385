import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("The hints on the status line")
struct StatusHintsTests {
  private func keys(_ state: WorkbenchState) -> [String] { state.hints.map(\.key) }

  @Test("without a lesson stepping comes first, and keys that do nothing here are not named")
  func explorer() throws {
    let state = try Examples.plusUnderSobel()
    #expect(keys(state).prefix(4) == ["→ l", "Space", "Tab", "K"])
    #expect(!keys(state).contains("n"))
    #expect(!keys(state).contains("a"))
    #expect(!keys(state).contains("H"))
    #expect(!keys(state).contains("0–9 -"), "the output takes no number")
  }

  @Test("on a grid that can be edited, typing is named")
  func editable() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    #expect(keys(state).first == "0–9 -")
  }

  @Test("an open task names its hint; once it is solved the next page leads on")
  func lesson() throws {
    var state = try Examples.plusUnderSobel()
    state.open(ScreenExamples.lesson())
    #expect(keys(state).contains("H"))
    #expect(keys(state).first != "n")
    _ = state.apply(.explorer(.jump(row: 3, column: 3)))
    #expect(keys(state).first == "n")
    #expect(!keys(state).contains("H"))
  }

  @Test("a page with more below it is read on first")
  func readOn() throws {
    var state = try Examples.plusUnderSobel()
    state.open(ScreenExamples.lesson())
    state.lessonView = LessonView(rows: 5, linesBelow: 4)
    #expect(state.hints.first == StatusHint(key: "n", text: state.texts.text(.hintReadOn)))
  }

  @Test("every mode names a way on and a way out", arguments: [":", "K", "?"])
  func modes(opener: String) throws {
    var state = try Examples.plusUnderSobel()
    state.type(opener)
    #expect(keys(state).contains("Esc"))
    state.press(.escape)
    state.press(.tab)
    state.type("5")
    #expect(keys(state).contains("Enter") && keys(state).contains("Esc"))
  }
}
