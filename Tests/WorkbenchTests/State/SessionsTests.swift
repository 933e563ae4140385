import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Sessions of the workbench")
struct SessionsTests {
  /// The state that opens from what another one saves.
  private func reopened(_ state: WorkbenchState) throws -> WorkbenchState {
    let session = try SessionText.read(try SessionText.write(state.session))
    let explorer = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    var other = try ScreenExamples.workbench(state.size, lesson: nil)
    other.library = state.library
    other.progress = state.progress
    _ = other.receive(.sessionOpened(path: "s", ReplayedSession(explorer: explorer, notes: session.notes)))
    return other
  }

  /// The screen without what belongs to the moment: messages, open dialogs, chosen cells, marks of the last change, hints of
  /// the lesson.
  private func settledHash(_ state: WorkbenchState) -> Int {
    var state = state
    state.mode = .normal
    state.selection = nil
    state.message = nil
    state.memory = FrameMemory()
    _ = state.apply(.explorer(.pause))
    _ = state.draw()
    let surface = state.draw()
    var hasher = Hasher()
    for row in 0..<surface.size.rows {
      for column in 0..<surface.size.columns { hasher.combine(surface[row: row, column: column]) }
    }
    return hasher.finalize()
  }

  @Test(
    "a saved session opens to the identical screen, whatever keys were pressed", arguments: Array(1...4) as [UInt64])
  func identicalScreens(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try ScreenExamples.workbench(Size(rows: 30, columns: 100))
    let keys = KeyMap.bindings.filter { !$0.contexts.isDisjoint(with: [.output, .input, .menu]) }.flatMap(\.keys)
      .filter { ![.control("z"), .character("q"), .character("L")].contains($0) }
    for turn in 0..<200 {
      _ = state.handle(key: keys.randomElement(using: &random) ?? .right)
      if state.explorer.experiment.inputShape.count > 400 { _ = state.apply(.explorer(.undo)) }
      if turn.isMultiple(of: 8) { _ = state.draw() }
    }
    let other = try reopened(state)
    #expect(other.explorer.document == state.explorer.document, "seed \(seed)")
    #expect(Session(other.explorer) == Session(state.explorer), "seed \(seed)")
    #expect(other.voice == state.voice)
    #expect(other.focus == state.focus)
    #expect(settledHash(other) == settledHash(state), "seed \(seed)")
    #expect(!other.hasUnsavedEdits)
  }

  @Test("scrubbing, undo-all and redo-all come back to identical screens")
  func identicalAfterUndo() throws {
    var state = try ScreenExamples.workbench()
    let start = settledHash(state)
    state.press(.character("s"), .character("p"), .tab)
    state.type("7")
    state.press(.enter, .backTab, .character(")"), .character(")"))
    let end = settledHash(state)
    #expect(end != start)
    while state.explorer.history.undoCount > 0 { _ = state.apply(.explorer(.undo)) }
    while state.explorer.history.redoLabel != nil { _ = state.apply(.explorer(.redo)) }
    for _ in 0..<3 { state.press(.character("(")) }
    for _ in 0..<2 { state.press(.character(")")) }
    #expect(settledHash(state) == end)
    while state.explorer.history.undoCount > 0 { _ = state.apply(.explorer(.undo)) }
    for _ in 0..<10 { state.press(.character("(")) }
    _ = state.apply(.explorer(.select(.input, row: 0, column: 0)))
    #expect(settledHash(state) == start)
  }

  @Test("the place in a lesson comes back: page, scroll, and how far undo goes")
  func lesson() throws {
    var state = try ScreenExamples.workbench(lesson: nil)
    state.library = LessonLibrary(files: [FlowLesson.file(title: "Flow")])
    let id = try #require(state.library.lessons.first?.id)
    _ = state.openLesson(id)
    _ = state.draw()
    _ = state.apply(.explorer(.set(.stride, .axes(PerAxis(2)))))
    let other = try reopened(state)
    #expect(other.lesson?.lesson.id == id)
    #expect(other.lesson?.pageIndex == state.lesson?.pageIndex)
    #expect(!other.lessonIsWaiting)
    #expect(other.undoFloor == state.undoFloor)
    #expect(settledHash(other) == settledHash(state))

    var beside = try ScreenExamples.workbench(lesson: nil)
    beside.library = state.library
    beside.showLesson(id)
    #expect(try reopened(beside).lessonIsWaiting)
    #expect(settledHash(try reopened(beside)) == settledHash(beside))
  }

  @Test("notes that make no sense leave things as they are", arguments: ["", "9223372036854775807", "-1,x", "nowhere"])
  func badNotes(text: String) throws {
    var state = try ScreenExamples.workbench()
    let notes = ["focus", "scroll-input", "lesson", "lesson-page", "lesson-scroll", "lesson-start", "other"]
      .reduce(into: [:]) { $0[$1] = text }
    state.open(ReplayedSession(explorer: state.explorer, notes: notes), path: nil)
    #expect(state.focus == .output && state.lesson == nil)
    _ = state.draw()
  }

  private func line(_ text: String, in state: inout WorkbenchState) -> [Effect] {
    state.type(":" + text)
    return state.press(.enter)
  }

  @Test("a session is saved to the file that is named, then to the same without a name; then nothing is unsaved")
  func save() throws {
    var state = try Examples.plusUnderSobel()
    let effects1 = line("session save", in: &state)
    #expect(effects1.isEmpty)
    state.press(.escape)
    state.press(.character("s"))
    let mark = state.explorer.history.mark
    let saving = line("session save my plus.txt", in: &state)
    #expect(saving == [.saveSession(state.session, path: "my plus.txt", mark: mark)])
    #expect(state.hasUnsavedEdits)
    let effects2 = state.receive(.sessionSaved(path: "my plus.txt", mark: mark))
    #expect(effects2 == [.forgetRecovery])
    #expect(!state.hasUnsavedEdits)
    state.press(.character("p"))
    guard case .saveSession(_, let path, _)? = line("session save", in: &state).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(path == "my plus.txt")
    // Saved was the state before this edit.
    let effects3 = state.receive(.sessionSaved(path: path, mark: mark))
    #expect(effects3.count == 1)
    #expect(state.hasUnsavedEdits)
  }

  @Test("a session that could not be opened is not written over, unless it opens after all")
  func refusedBefore() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.receive(.sessionRefused(path: "work.txt", sentence: "work.txt, line 5: the picture is missing"))
    #expect(state.message?.text == "work.txt, line 5: the picture is missing")
    #expect(line("session save work.txt", in: &state).isEmpty)
    state.press(.escape)
    #expect(line("session save other.txt", in: &state).count == 1)
    _ = state.receive(.sessionOpened(path: "work.txt", ReplayedSession(explorer: state.explorer, notes: [:])))
    #expect(line("session save work.txt", in: &state).count == 1)
  }

  @Test("opening a session asks first when edits would be lost")
  func open() throws {
    var state = try Examples.plusUnderSobel()
    let effects4 = line("session open a b.txt", in: &state)
    #expect(effects4 == [.openSession(path: "a b.txt")])
    state.press(.character("s"))
    let effects5 = line("session open x", in: &state)
    #expect(effects5.isEmpty)
    let effects6 = state.press(.character("n"))
    #expect(effects6.isEmpty)
    let effects7 = line("session open x", in: &state)
    #expect(effects7.isEmpty)
    let effects8 = state.press(.character("y"))
    #expect(effects8 == [.openSession(path: "x")])
    for broken in ["session", "session open", "session close x"] {
      let effects9 = line(broken, in: &state)
      #expect(effects9.isEmpty)
      guard case .prompt(let prompt) = state.mode else {
        Issue.record("“\(broken)” is no command")
        return
      }
      #expect(prompt.problem?.isEmpty == false)
      state.press(.escape)
    }
  }

  @Test("an output that was asked for before a session was opened never shows as its output")
  func staleOutput() throws {
    var state = try Examples.plusUnderSobel()
    let stale = Tensor(shape: state.explorer.outputShape, repeating: 99)
    let revisions = 0...3
    let effects = state.receive(
      .sessionOpened(path: "s", ReplayedSession(explorer: try Examples.explorer(), notes: [:])))
    #expect(effects.first == .recompute(state.explorer.experiment, revision: state.explorer.revision))
    for revision in revisions where revision != state.explorer.revision {
      _ = state.receive(.output(OutputCache(revision: revision, output: stale)))
    }
    #expect(state.explorer.revision > 0)
    #expect(state.explorer.currentOutput == nil)
  }

  @Test("yes to the question after a crash recovers, with the edits unsaved; anything else puts them aside")
  func recovery() throws {
    var left = try Examples.explorer()
    try left.apply(.set(.stride, .axes(PerAxis(2))))
    try left.apply(.undo)
    var state = try Examples.plusUnderSobel()
    state.offerRecovery(edits: 1, of: "plus")
    let question = state.screen()
    #expect(question.contains("work on plus,") && question.contains("edits: 1?"))
    let effects10 = state.press(.character("y"))
    #expect(effects10 == [.recover])
    _ = state.receive(.recovered(ReplayedSession(explorer: left, notes: [:])))
    #expect(state.explorer.history.count == 1)
    #expect(state.hasUnsavedEdits, "also where all edits are undone")
    #expect(state.recoveryEffects == [.storeRecovery(state.session)])

    for key in [Key.character("n"), .escape, .character("x"), .control("c")] {
      var other = try Examples.plusUnderSobel()
      other.offerRecovery(edits: 1, of: "plus")
      let effects11 = other.press(key)
      #expect(effects11 == [.declineRecovery], "\(key)")
      #expect(other.mode == .normal)
    }
  }
}
