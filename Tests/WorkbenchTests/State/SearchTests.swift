import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("Searching in lessons and help")
struct SearchTests {
  private func reading() throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    state.library = LessonLibrary(files: [
      FlowLesson.file(title: "First", id: "first", number: 1),
      FlowLesson.file(title: "Second", id: "second", number: 2),
    ])
    _ = state.openLesson("first")
    _ = state.prepareFrame()
    return state
  }

  private func searched(_ words: String) throws -> WorkbenchState {
    var state = try reading()
    state.type("/" + words)
    state.press(.enter)
    _ = state.prepareFrame()
    return state
  }

  @Test("A match on another page opens it; the page keys then lead from match to match, around all lessons")
  func matches() throws {
    var state = try searched("what IS next")
    #expect(state.lesson?.lesson.id == "first")
    #expect(state.lesson?.pageIndex == 1)
    #expect(state.message?.text == "match 1 of 2")
    state.type("n")
    #expect(state.lesson?.lesson.id == "second")
    #expect(state.message?.text == "match 2 of 2")
    state.type("n")
    #expect(state.lesson?.lesson.id == "first")
    state.type("N")
    #expect(state.lesson?.lesson.id == "second")
  }

  @Test("Esc ends the search, and the page keys turn pages again")
  func ending() throws {
    var state = try searched("next")
    state.press(.escape)
    #expect(state.search == nil)
    let page = state.lesson?.pageIndex
    state.type("N")
    #expect(state.lesson?.pageIndex == (page ?? 0) - 1)
  }

  @Test("The match is turned over on the screen, and nothing else in its panel")
  func marked() throws {
    var state = try searched("is next")
    let surface = Painter.draw(state, frame: state.prepareFrame())
    var text = ""
    for row in 0..<surface.size.rows {
      for cell in surface.row(row) where cell.style.attributes.contains(.reverse) { text += cell.text }
    }
    #expect(text == "is next")
  }

  @Test("What stands nowhere is refused, and nothing is searched then")
  func nothing() throws {
    var state = try searched("zebra")
    #expect(state.message?.text == "“zebra” stands nowhere.")
    #expect(state.search == nil)
    #expect(state.lesson?.pageIndex == 0)
    state.type("/")
    state.press(.enter)
    #expect(state.mode == .normal)
    state.type("/x")
    state.press(.escape)
    #expect(state.mode == .normal)
  }

  @Test("In the help a match is scrolled to, n and N go on, Esc in the line leads back to the help")
  func help() throws {
    var state = try reading()
    state.type("?/undo")
    state.press(.enter)
    _ = state.prepareFrame()
    guard case .help(let scroll) = state.mode else { return #expect(Bool(false), "no help is open") }
    #expect(HelpOverlay.lines(state)[scroll...].prefix(3).contains { $0.text.contains("undo") })
    state.type("n")
    guard case .help(let next) = state.mode else { return #expect(Bool(false), "no help is open") }
    #expect(next != scroll)
    state.type("/")
    state.press(.escape)
    #expect(state.mode == .help(scroll: next))
    state.press(.escape)
    #expect(state.mode == .normal)
    #expect(state.search == nil)
  }
}
