import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("Lessons in the workbench")
struct LessonsTests {
  private static let text = """
    ---
    id: one
    number: 1
    title: One
    ---
    ## Look
    Words.
    ```setup
    - preset kernel blur
    ```
    ```task
    id: predict
    prompt: What comes next?
    check: {predict: next}
    hints:
      - Look.
      - Look again.
    solution: {answer: '0'}
    explanation: So it is.
    ```
    """

  private static let library = LessonLibrary(files: [("one.md", Array(text.utf8))])

  private static func workbench(_ library: LessonLibrary = library) throws -> WorkbenchState {
    try #require(library.problems.isEmpty, "\(library.problems)")
    return WorkbenchState(
      explorer: try Examples.explorer(), library: library, size: Size(rows: 60, columns: 120),
      capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
  }

  @Test("undo takes back what was done on the page, not the page's own grids")
  func undoStopsAtThePage() throws {
    var state = try Self.workbench()
    _ = state.openLesson("one")
    _ = state.openLesson("one")
    let opened = state.explorer.document
    state.type("s")
    #expect(state.explorer.document != opened)
    state.type("uuu")
    #expect(state.explorer.document == opened)
    #expect(state.message?.kind == .problem)
  }

  @Test("undo brings back the learner's own grids that a lesson has replaced, and the message says so")
  func undoLeadsHome() throws {
    var state = try Self.workbench()
    state.type("s")
    let own = state.explorer.document
    state.showLesson("one")
    _ = state.draw()
    state.type("n")
    #expect(state.explorer.document != own)
    #expect(state.message?.text == state.texts.text(.lessonBegan))
    state.type("u")
    #expect(state.explorer.document == own)
  }

  @Test("beside own grids a lesson is read to its end before its key begins it, and the hint says so")
  func readsBeforeItBegins() throws {
    var state = try Self.workbench()
    state.showLesson("one")
    let own = state.explorer.document
    state.lessonView.linesBelow = 3
    #expect(state.hints.contains { $0.text == state.texts.text(.hintReadOn) })
    state.type("n")
    #expect(state.explorer.document == own)
    state.lessonView.linesBelow = 0
    #expect(state.hints.contains { $0.text == state.texts.text(.hintBeginLesson) })
    state.type("n")
    #expect(state.explorer.document != own)
  }

  @Test("edits of own grids are asked about even when a lesson lies beside them")
  func ownEditsAreAskedAbout() throws {
    var state = try Self.workbench()
    state.showLesson("one")
    state.type("s")
    #expect(state.hasUnsavedEdits)
    _ = state.openLesson("one")
    #expect(!state.hasUnsavedEdits)
  }

  @Test("from the output Tab leads to the input, as the lesson says, and to the lesson last")
  func tabOrder() throws {
    var state = try Self.workbench()
    _ = state.openLesson("one")
    var seen: [PanelName] = []
    for _ in 0..<4 {
      state.press(.tab)
      seen.append(state.focus)
    }
    #expect(seen == [.input, .kernel, .lesson, .output])
  }

  @Test("Enter on an empty answer closes the prompt instead of calling it wrong")
  func emptyAnswer() throws {
    var state = try Self.workbench()
    _ = state.openLesson("one")
    state.type("a ")
    state.press(.enter)
    #expect(state.mode == .normal)
  }

  @Test("a lesson that cannot be read at the start is told at once")
  func brokenAtStart() throws {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [("one.md", [])]),
      size: Size(rows: 24, columns: 80), capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    _ = state.start()
    #expect(state.message?.kind == .problem)
    #expect(state.message?.text.contains("one.md") == true)
  }

  @Test("a lesson that cannot be read for now stays in the list, and its repair is told")
  func brokenLessonStays() throws {
    var state = try Self.workbench()
    _ = state.openLesson("one")
    _ = state.receive(.lessons(LessonLibrary(files: [("one.md", [])])))
    #expect(state.message?.kind == .problem)
    #expect(state.library.lessons.map(\.title) == ["One"])
    _ = state.receive(.lessons(Self.library))
    #expect(state.message?.text == state.texts.text(.lessonReloaded, "One"))
    _ = state.receive(.lessons(LessonLibrary(files: [])))
    #expect(state.library.lessons.isEmpty)
    state.type("L")
    #expect(state.mode == .normal && state.message?.kind == .problem)
  }
}
