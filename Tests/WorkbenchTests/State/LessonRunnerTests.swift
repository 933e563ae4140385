import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("The path through the lessons")
struct LessonRunnerTests {
  private static let files = [
    FlowLesson.file(),
    FlowLesson.file(title: "Second", id: "second", number: 2, more: "minutes: 7\nrequires: [first]\n"),
    FlowLesson.file(title: "Third: padding", id: "third", number: 3, more: "minutes: 5\n"),
  ]

  private static func workbench(progress: LessonProgress = LessonProgress()) throws -> WorkbenchState {
    let library = LessonLibrary(files: files)
    try #require(library.problems.isEmpty)
    return WorkbenchState(
      explorer: try Examples.explorer(), library: library, progress: progress, size: Size(rows: 24, columns: 80),
      capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
  }

  private static func list(_ state: WorkbenchState) throws -> Palette {
    guard case .palette(let palette) = state.mode else {
      throw TestFailure("no list is open")
    }
    return palette
  }

  private struct TestFailure: Error {
    let words: String
    init(_ words: String) { self.words = words }
  }

  // MARK: The list

  @Test("The list says what is done, what comes first, and how many minutes are left")
  func list() throws {
    var state = try Self.workbench(
      progress: LessonProgress(solved: ["third": ["reach", "predict"]], skipped: ["second": ["reach"]]))
    state.press(.character("L"))
    let list = try Self.list(state)
    // The first lesson names no minutes, the third is done: the 7 of the second are left.
    #expect(list.title == "Lessons: 2/6 tasks, 7 min left")
    #expect(list.entries.map(\.title) == ["☐  1  First", "☒  2  Second", "☑  3  Third: padding"])
    #expect(list.entries.map(\.detail) == ["0/2", "first 1  0/2   7 min", "2/2   5 min"])
  }

  @Test("Typing finds lessons by title and id, Enter opens the one that is found, Esc leaves all as it is")
  func search() throws {
    var state = try Self.workbench()
    state.press(.character("L"))
    state.type("padd")
    #expect(try Self.list(state).matches.map(\.words) == ["third"])
    state.press(.enter)
    #expect(state.lesson?.lesson.id == "third")
    state.press(.character("L"))
    #expect(try Self.list(state).selected == 2)
    state.press(.escape)
    #expect(state.lesson?.lesson.id == "third" && state.mode == .normal)
  }

  @Test("A lesson whose prerequisite is not done opens all the same, and says so; one whose are done says nothing")
  func prerequisites() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("second"))
    #expect(state.lesson?.lesson.id == "second")
    #expect(state.message?.text.contains("“First”") == true, "\(String(describing: state.message))")
    state = try Self.workbench(progress: LessonProgress(solved: ["first": ["reach", "predict"]]))
    _ = state.apply(.openLesson("second"))
    #expect(state.message == nil)
  }

  // MARK: Where one left

  @Test("The page is kept with the lesson, and both are opened again")
  func resumes() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("first"))
    let effects = state.apply(.nextPage)
    #expect(effects.contains(.storeProgress(LessonProgress(currentLesson: "first", currentPage: 1))))
    var next = try Self.workbench(progress: state.progress)
    _ = next.openLesson("first")
    #expect(next.lesson?.pageIndex == 1)
    #expect(next.explorer.experiment.padding != .none)
    // A page that the lesson has no more is its last one.
    next = try Self.workbench(progress: LessonProgress(currentLesson: "first", currentPage: 99))
    _ = next.openLesson("first")
    #expect(next.lesson?.pageIndex == 2)
  }

  @Test("Another lesson opens at its first task that is neither solved nor passed over, then at those passed over")
  func opensAtWork() throws {
    func page(_ solved: Set<String>, _ skipped: Set<String>) throws -> Int? {
      let lesson = try #require(LessonLibrary(files: Self.files).lesson("first"))
      return LessonProgress(solved: ["first": solved], skipped: ["first": skipped]).page(of: lesson)
    }
    #expect(try page([], []) == 0)
    #expect(try page(["reach"], []) == 1)
    #expect(try page([], ["reach"]) == 1)
    #expect(try page(["predict"], ["reach"]) == 0)
    #expect(try page(["reach", "predict"], []) == 0)
  }

  // MARK: Frames

  /// The lesson's lines of the next frame, which have to be those of a page laid out anew.
  private func look(_ state: inout WorkbenchState, _ what: Comment) throws -> [StyledLine] {
    let frame = state.prepareFrame()
    let inside = try #require(frame.layout?.panels[.lesson]?.inset(rows: 1, columns: 2))
    #expect(frame.lessonLines == LessonPanel.lines(state, columns: inside.columns), what)
    return frame.lessonLines
  }

  @Test("The page that was laid out for the last frame makes room as soon as the lesson has something else to say")
  func layOut() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("first"))
    let opened = try look(&state, "opening")
    state.press(.down)
    #expect(try look(&state, "a step") == opened)
    state.press(.character("H"))
    let hinted = try look(&state, "a hint")
    state.press(.character("J"))
    let passed = try look(&state, "passing over")
    _ = state.apply(.previousPage)
    let turned = try look(&state, "turning back")
    state.press(.right, .right)
    let solved = try look(&state, "solving")
    for (one, next) in zip([opened, hinted, passed, turned], [hinted, passed, turned, solved]) { #expect(one != next) }
  }

  @Test("A page is laid out anew for another width")
  func width() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    let wide = try look(&state, "80 columns")
    state.resize(to: Size(rows: 24, columns: 50))
    #expect(try look(&state, "50 columns") != wide)
  }

  // MARK: Passing over

  @Test("A task that is passed over is marked, the next page opens, and solving it later takes the mark away")
  func skips() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("first"))
    let effects = state.press(.character("J"))
    #expect(state.lesson?.pageIndex == 1)
    let wanted = LessonProgress(skipped: ["first": ["reach"]], currentLesson: "first", currentPage: 1)
    #expect(effects.contains(.storeProgress(wanted)))
    _ = state.apply(.previousPage)
    #expect(LessonPanel.lines(state, columns: 72).contains { $0.text.hasPrefix("☒ Task 1 of 2: (passed over)") })
    state.press(.right, .right)
    #expect(state.progress.solved == ["first": ["reach"]] && state.progress.skipped.isEmpty)
    state.press(.character("J"))
    #expect(state.lesson?.pageIndex == 0 && state.progress.skipped.isEmpty)
  }

  @Test("The last task that is passed over leads to the next lesson; a page without a task has none")
  func skipsAtTheEnd() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("first"))
    _ = state.openPage(2)
    state.press(.character("J"))
    #expect(state.message?.kind == .problem && state.progress.skipped.isEmpty)
  }

  // MARK: Forgetting

  @Test("A lesson is forgotten after a question, the others stay")
  func resetsLesson() throws {
    var state = try Self.workbench(
      progress: LessonProgress(solved: ["first": ["reach"], "third": ["reach"]], skipped: ["first": ["predict"]]))
    _ = state.apply(.openLesson("first"))
    _ = state.run(line: "reset-lesson")
    state.press(.escape)
    #expect(state.progress.solved["first"] == ["reach"])
    _ = state.run(line: "reset-lesson")
    state.press(.character("y"))
    #expect(state.progress.solved == ["third": ["reach"]] && state.progress.skipped.isEmpty)
    #expect(state.lesson?.solved == [] && state.lesson?.pageIndex == 0)
  }

  // MARK: Leaving for the explorer

  @Test("One key leaves the lesson and comes back: grids, page, hints and undo are as they were, on both sides")
  func leavesAndComesBack() throws {
    var state = try Self.workbench()
    _ = state.apply(.openLesson("first"))
    state.press(.character("H"), .right)
    let page = state.explorer.document
    let undo = state.explorer.history.undoCount
    state.press(.character("F"))
    #expect(state.lesson == nil && state.explorer.document == page)
    #expect(!state.hasUnsavedEdits)
    state.press(.character("s"))
    let own = state.explorer.document
    #expect(own != page && state.hasUnsavedEdits)
    let effects = state.press(.character("F"))
    #expect(state.lesson?.pageIndex == 0 && state.lesson?.hintsShown == 1)
    #expect(state.explorer.document == page && state.explorer.history.undoCount == undo)
    #expect(state.explorer.cell.column == 1)
    #expect(effects.contains { if case .recompute = $0 { true } else { false } })
    // What waits behind the lesson is not forgotten on leaving the program, and not lost.
    #expect(state.hasUnsavedEdits)
    state.press(.right)
    #expect(state.lesson?.isTaskSolved == true)
    state.press(.character("F"))
    #expect(state.explorer.document == own && state.hasUnsavedEdits)
    state.press(.character("u"))
    #expect(state.explorer.document == page)
  }

  @Test("Where nothing was left the key says so; a lesson that only waits leaves and comes back beside the same grids")
  func edges() throws {
    var state = try Self.workbench()
    state.press(.character("F"))
    #expect(state.message?.kind == .problem)
    state.showLesson("first")
    let own = state.explorer.document
    state.press(.character("F"))
    #expect(state.lesson == nil && state.explorer.document == own)
    state.press(.character("F"))
    #expect(state.lesson != nil && state.lessonIsWaiting && state.explorer.document == own)
    // Another lesson takes the place of the page that was left.
    state.press(.character("F"))
    _ = state.apply(.openLesson("third"))
    #expect(state.pageLeft == nil)
  }

  // MARK: Progress in files

  @Test("Progress is written and read by lines of the prompt; what is read is added and nothing is lost")
  func files() throws {
    let own = LessonProgress(solved: ["first": ["reach"]], currentLesson: "first")
    var state = try Self.workbench(progress: own)
    #expect(state.run(line: "progress export my file") == [.exportProgress(own, path: "my file")])
    #expect(state.run(line: "progress import other") == [.importProgress(path: "other")])
    for line in ["progress", "progress export", "progress nonsense x"] {
      #expect(state.run(line: line) == [] && state.message?.kind == .problem, "\(line)")
    }
    _ = state.apply(.openLesson("first"))
    _ = state.openPage(1)
    let other = LessonProgress(solved: ["first": ["predict"], "third": ["reach"]], currentLesson: "third")
    let effects = state.receive(.progressImported(other, path: "other"))
    let merged = LessonProgress(
      solved: ["first": ["reach", "predict"], "third": ["reach"]], currentLesson: "first", currentPage: 1)
    #expect(effects == [.storeProgress(merged)])
    #expect(state.lesson?.isTaskSolved == true)
    #expect(state.message?.text == "Took over the progress in other: 2 more tasks are solved.")
  }

  // MARK: Links

  @Test("A link leads to the lesson it names; several make a list; none is said")
  func links() throws {
    func lesson(_ id: String, _ number: Int, _ text: String) -> LessonLibrary.File {
      ("\(id).md", Array("---\nid: \(id)\nnumber: \(number)\ntitle: \(id)\n---\n## One\n\n\(text)\n".utf8))
    }
    var state = try Self.workbench()
    state.library = LessonLibrary(files: [
      lesson("a", 1, "See [b](02-b.md)."), lesson("b", 2, "See [a](a), [c](c) and [web](https://example.org)."),
      lesson("c", 3, "Nothing."),
    ])
    _ = state.apply(.openLesson("a"))
    state.press(.character("@"))
    #expect(state.lesson?.lesson.id == "b")
    state.press(.character("@"))
    #expect(try Self.list(state).entries.map(\.words) == ["a", "c"])
    state.press(.down, .enter)
    #expect(state.lesson?.lesson.id == "c")
    state.press(.character("@"))
    #expect(state.lesson?.lesson.id == "c" && state.message?.kind == .problem)
  }
}
