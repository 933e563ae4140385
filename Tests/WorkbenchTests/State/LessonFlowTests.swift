import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("A lesson on the workbench")
struct LessonFlowTests {
  private func workbench(_ files: [(name: String, text: [UInt8])] = [FlowLesson.file()]) throws -> WorkbenchState {
    WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: files),
      size: Size(rows: 24, columns: 80), capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
  }

  private func opened() throws -> WorkbenchState {
    var state = try workbench()
    _ = state.apply(.openLesson("first"))
    return state
  }

  @Test("opening sets the explorer up in one step of the history and stores where one is")
  func open() throws {
    var state = try workbench()
    let effects = state.apply(.openLesson("first"))
    #expect(state.lesson?.pageIndex == 0)
    #expect(state.explorer.experiment.padding == .none)
    #expect(state.explorer.history.undoCount == 1)
    #expect(effects.contains(.storeProgress(LessonProgress(currentLesson: "first"))))
    #expect(effects.contains { if case .recompute = $0 { true } else { false } })
  }

  @Test("undo takes back what the learner did on the page, and not the page's own grids")
  func undoStopsAtThePage() throws {
    var state = try opened()
    let start = state.explorer.document
    state.press(.character("u"))
    #expect(state.explorer.document == start)
    #expect(state.message?.kind == .problem)
    state.press(.character("s"))
    #expect(state.explorer.document != start)
    state.press(.character("u"))
    #expect(state.explorer.document == start)
    #expect(state.message?.kind == .notice)
  }

  @Test("Tab leads from the output to the input, as the first lesson says, and to the lesson last")
  func focus() throws {
    var state = try opened()
    var seen: [PanelName] = []
    for _ in 0..<4 {
      state.press(.tab)
      seen.append(state.focus)
    }
    #expect(seen == [.input, .kernel, .lesson, .output])
  }

  @Test("a lesson that is not there is refused with its name")
  func unknown() throws {
    var state = try workbench()
    #expect(state.apply(.openLesson("nonsense")).isEmpty)
    #expect(state.lesson == nil)
    #expect(state.message?.text.contains("nonsense") == true)
  }

  @Test("doing what the task asks solves it, stores that, and says so once")
  func solve() throws {
    var state = try opened()
    #expect(state.press(.right).isEmpty)
    let effects = state.press(.right)
    #expect(state.lesson?.isTaskSolved == true)
    #expect(state.message?.kind == .success)
    #expect(effects == [.storeProgress(LessonProgress(solved: ["first": ["reach"]], currentLesson: "first"))])
    #expect(state.press(.left, .right).isEmpty)
    #expect(state.message == nil)
  }

  @Test("hints come one level at a time, and after the last one that is said")
  func hints() throws {
    var state = try opened()
    state.type("H")
    #expect(state.lesson?.hintsShown == 1)
    state.type("H")
    #expect(state.lesson?.hintsShown == 2)
    #expect(state.message == nil)
    state.type("H")
    #expect(state.lesson?.hintsShown == 2)
    #expect(state.message?.kind == .notice)
  }

  @Test("the page key turns to the next page, whose setup replaces the grids, and N turns back")
  func pages() throws {
    var state = try opened()
    state.type("n")
    #expect(state.lesson?.pageIndex == 1)
    #expect(state.explorer.document.origins[.weights]?.name == "identity")
    #expect(state.explorer.document.reveal == .stepping)
    state.type("N")
    #expect(state.lesson?.pageIndex == 0)
    #expect(state.explorer.document.origins[.weights]?.name == "sobel-x")
    state.type("nnn")
    #expect(state.lesson?.pageIndex == 2)
    #expect(state.message?.kind == .notice, "there is no page after the last")
  }

  @Test("a long page is read on before it turns")
  func readOn() throws {
    var state = try opened()
    state.lessonView = LessonView(rows: 6, linesBelow: 3)
    state.type("n")
    #expect(state.lesson?.pageIndex == 0)
    #expect(state.lessonScroll == 4)
    state.lessonView = LessonView(rows: 6, linesBelow: 0)
    state.type("N")
    #expect(state.lessonScroll == 0)
    state.type("n")
    #expect(state.lesson?.pageIndex == 1)
  }

  @Test("a wrong answer says why and asks again; a right one solves the task")
  func answer() throws {
    var state = try opened()
    state.type("na7")
    state.press(.enter)
    guard case .prompt(let wrong) = state.mode else {
      Issue.record("expected the question again, found \(state.mode)")
      return
    }
    #expect(wrong.problem?.isEmpty == false)
    #expect(wrong.text.isEmpty)
    state.type("zero")
    state.press(.enter)
    guard case .prompt(let unread) = state.mode else {
      Issue.record("expected the question again, found \(state.mode)")
      return
    }
    #expect(unread.text == "zero", "what is no number stays to be corrected")
    state.press(.escape)
    // On the focused output a digit starts the answer.
    state.type("0")
    let effects = state.press(.enter)
    #expect(state.mode == .normal)
    #expect(state.lesson?.isTaskSolved == true)
    #expect(
      effects == [
        .storeProgress(LessonProgress(solved: ["first": ["predict"]], currentLesson: "first", currentPage: 1))
      ])
  }

  @Test("while a prediction is asked for, the next values cannot be revealed")
  func forcedStepping() throws {
    var state = try opened()
    state.type("nr")
    #expect(state.explorer.document.reveal == .stepping)
    #expect(state.message?.kind == .problem)
    state.type(":reveal live")
    state.press(.enter)
    #expect(state.explorer.document.reveal == .stepping)
    state.press(.escape)
    state.type("0")
    state.press(.enter)
    state.type("r")
    #expect(state.explorer.document.reveal == .live, "free again after the answer")
  }

  @Test("resetting asks first; yes makes the task unsolved and sets the page up again, no changes nothing")
  func resetTask() throws {
    var state = try opened()
    state.press(.right, .right)
    state.type("R")
    guard case .confirmation = state.mode else {
      Issue.record("expected a question, found \(state.mode)")
      return
    }
    state.press(.escape)
    #expect(state.lesson?.isTaskSolved == true)
    state.type("R")
    let effects = state.type("y")
    #expect(state.lesson?.isTaskSolved == false)
    #expect(state.explorer.cell == Coordinate(row: 0, column: 0))
    #expect(effects.contains(.storeProgress(LessonProgress(solved: ["first": []], currentLesson: "first"))))
  }

  @Test("all progress is forgotten after a question, and the lesson starts at its first page")
  func resetAll() throws {
    var state = try opened()
    state.press(.right, .right)
    state.type("n:reset-progress")
    state.press(.enter)
    #expect(state.progress.solved == ["first": ["reach"]])
    state.type("y")
    #expect(state.progress.solved.isEmpty)
    #expect(state.lesson?.pageIndex == 0)
  }

  @Test("a lesson opens at its first unsolved task")
  func resume() throws {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [FlowLesson.file()]),
      progress: LessonProgress(solved: ["first": ["reach"]]), size: Size(rows: 24, columns: 80),
      capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    _ = state.apply(.openLesson("1"))
    #expect(state.lesson?.pageIndex == 1)
  }

  @Test("after the last page comes the next lesson")
  func nextLesson() throws {
    var state = try workbench([FlowLesson.file(), FlowLesson.file(title: "Second", id: "second", number: 2)])
    _ = state.apply(.openLesson("first"))
    state.type("nnn")
    #expect(state.lesson?.lesson.id == "second")
    #expect(state.progress.currentLesson == "second")
  }

  @Test("a changed lesson takes the place of the open one, on the same page and with what is solved")
  func reload() throws {
    var state = try opened()
    state.press(.right, .right)
    state.type("n")
    _ = state.receive(.lessons(LessonLibrary(files: [FlowLesson.file(title: "Better")])))
    #expect(state.lesson?.lesson.title == "Better")
    #expect(state.lesson?.pageIndex == 1)
    #expect(state.lesson?.solved == ["reach"])
    #expect(state.message?.kind == .notice)
  }

  @Test("a changed lesson that is wrong is said with its file, and the open one stays")
  func reloadProblem() throws {
    var state = try opened()
    let broken = (name: "first.md", text: Array("---\nid: first\n".utf8))
    _ = state.receive(.lessons(LessonLibrary(files: [broken])))
    #expect(state.lesson?.lesson.title == "First")
    #expect(state.message?.kind == .problem)
    #expect(state.message?.text.contains("first.md") == true)
  }

  @Test("a lesson beside the person's own grids touches nothing until it is begun, and their edits are not forgotten")
  func waiting() throws {
    var state = try workbench()
    state.showLesson("first")
    let grids = state.explorer.document
    state.press(.right, .right)
    state.type("H")
    #expect(state.message?.kind == .problem)
    state.type("R")
    #expect(state.mode == .normal)
    #expect(state.lesson?.isTaskSolved == false)
    #expect(state.explorer.document == grids)
    #expect(!state.hints.contains { $0.text == state.texts.text(.hintHint) })

    state.type("sq")
    #expect(!state.isFinished, "the edit is theirs, so leaving asks")
    state.press(.escape)
    state.type("n")
    #expect(!state.lessonIsWaiting)
    #expect(state.explorer.document.experiment.parameters.stride == PerAxis(1))
    state.type("q")
    #expect(state.isFinished, "in a lesson nothing is lost")
  }
}
