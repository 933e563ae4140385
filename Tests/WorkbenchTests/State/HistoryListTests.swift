import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("The list of all edits")
struct HistoryListTests {
  /// Two branches: one with a kernel and two numbers, one with a stride and a size.
  private func branched(_ size: Size = ScreenExamples.ordinary) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size)
    _ = state.apply(.explorer(.set(.padding, .sides(Padding(2)))))
    _ = state.apply(.explorer(.preset(.weights, "blur", size: nil)))
    _ = state.apply(.explorer(.edit(.input, Coordinate(row: 2, column: 3), -1.5)))
    _ = state.apply(.explorer(.edit(.weights, Coordinate(row: 0, column: 0), 4)))
    _ = state.apply(.explorer(.goToEdit(1)))
    _ = state.apply(.explorer(.set(.stride, .axes(PerAxis(2)))))
    _ = state.apply(.explorer(.resize(.input, PerAxis(vertical: 9, horizontal: 8))))
    return state
  }

  @Test("shows every edit with its value, branches indented and a mark where one is")
  func list() throws {
    var state = try branched()
    state.press(.character("U"))
    let ordinary = state.screen()
    var small = try branched(Size(rows: 12, columns: 40))
    small.press(.character("U"))
    expectGolden(ordinary + "\n\n" + small.screen(), named: "history.txt")
  }

  @Test("choosing an edit goes there, on another branch too, and says so")
  func choose() throws {
    var state = try branched()
    state.press(.character("U"), .up, .up)
    let effects = state.press(.enter)
    #expect(state.explorer.history.current == 4)
    #expect(state.explorer.experiment.parameters.stride == PerAxis(1))
    #expect(effects.contains { if case .recompute = $0 { true } else { false } })
    #expect(state.message?.text == "at edit 4 of 6: Kernel cell 0,0")
    state.type(":go-to-edit 0")
    state.press(.enter)
    #expect(state.message?.text == "as it was before the first of 6 edits")
    state.type(":go-to-edit 7")
    state.press(.enter)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("there is no edit 7")
      return
    }
    #expect(prompt.problem?.contains("7") == true)
  }

  @Test("a list of ten thousand edits opens on the present one")
  func large() throws {
    var state = try ScreenExamples.workbench()
    for edit in 0..<10_000 {
      _ = state.apply(.explorer(.edit(.input, Coordinate(row: edit % 7, column: edit / 7 % 7), Float(edit))))
    }
    state.press(.character("U"))
    let screen = state.screen()
    #expect(screen.contains("10001/10001"))
  }

  @Test("in a lesson one cannot go back to before its page")
  func lesson() throws {
    var state = try ScreenExamples.workbench()
    _ = state.apply(.explorer(.set(.padding, .sides(Padding(2)))))
    _ = state.apply(.explorer(.set(.stride, .axes(PerAxis(2)))))
    state.savedMark = state.explorer.history.mark
    state.library = LessonLibrary(files: [FlowLesson.file(title: "Flow")])
    _ = state.openLesson(try #require(state.library.lessons.first?.id))
    let floor = state.undoFloor
    try #require(floor == 3)
    _ = state.apply(.explorer(.set(.flip, .flag(true))))
    for edit in [0, 1, 2] {
      _ = state.apply(.explorer(.goToEdit(edit)))
      #expect(state.explorer.history.current == 4, "edit \(edit) is before the page")
    }
    _ = state.apply(.explorer(.goToEdit(3)))
    #expect(state.explorer.history.current == 3)
  }
}
