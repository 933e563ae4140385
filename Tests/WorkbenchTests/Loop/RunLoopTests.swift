import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

/// Whole runs: a script of events and time, to the last frame.
@Suite("The run loop")
struct RunLoopTests {
  /// Runs a script after the first output has arrived, which takes two frames: the first one, and one that knows all.
  private func run(
    _ steps: [ScriptedTerminal.Step], services: Services = RecordedServices().services()
  ) throws -> (loop: RunLoop, terminal: ScriptedTerminal, end: RunLoop.End) {
    let terminal = ScriptedTerminal(steps: [.untilWake] + steps)
    let loop = RunLoop(state: try Examples.plusUnderSobel(), terminal: terminal, services: services)
    let end = loop.run()
    #expect(terminal.missedWakes == 0, "the script waited for something that never came")
    return (loop, terminal, end)
  }

  private func keys(_ text: String) -> [ScriptedTerminal.Step] {
    text.map { .event(.key(.character($0))) }
  }

  @Test("every event is followed by a frame that shows what it did")
  func step() throws {
    let (loop, terminal, end) = try run([.event(.key(.right)), .event(.key(.down))])
    #expect(end == .endOfInput)
    #expect(loop.state.explorer.cell == Coordinate(row: 1, column: 1))
    // The sum says whose cell it is.
    let sums = terminal.presented.map { $0.lines.first { $0.contains("out[") } ?? "" }
    #expect(sums.count == 4)
    for (sum, cell) in zip(sums, ["out[0,0]", "out[0,0]", "out[0,1]", "out[1,1]"]) {
      #expect(sum.contains(cell))
    }
  }

  @Test("keys that were typed ahead all count and have one frame, or one each tenth of a second")
  func typedAhead() throws {
    let state = try Examples.plusUnderSobel()
    let right = ScriptedTerminal.Step.event(.key(.right))
    let terminal = ScriptedTerminal(steps: [.untilWake] + Array(repeating: right, count: 5))
    terminal.isTypedAhead = true
    let loop = RunLoop(state: state, terminal: terminal, services: RecordedServices().services())
    _ = loop.run()
    #expect(loop.state.explorer.cellOffset == 5)
    // The frames at the start, and one after the last key; the end of the script has one as well.
    #expect(terminal.presented.count <= 4, "\(terminal.presented.count) frames")
    #expect(terminal.presented.last?.lines.contains { $0.contains("out[0,5]") } == true)
  }

  private func course(_ count: Int, broken: Bool = false) -> [LessonLibrary.File] {
    (1...count).map { number in
      ("0\(number)", Array("---\nid: l\(number)\nnumber: \(number)\ntitle: Lesson \(number)\n---\n## Page\n".utf8))
    } + (broken ? [("09", [])] : [])
  }

  @Test("the first frame shows one lesson; a key that was typed ahead finds all of them")
  func lessonsAfterTheFirstFrame() throws {
    let files = course(3)
    let first = try #require(LessonLibrary.opening(files: files, startingWith: nil) { _ in true })
    var state = try Examples.plusUnderSobel(library: first)
    state.showLesson("l1")
    let terminal = ScriptedTerminal(steps: [.event(.key(.character("L")))])
    let loop = RunLoop(
      state: state, terminal: terminal, services: RecordedServices().services(lessons: LessonLibrary(files: files)),
      hasAllLessons: false)
    _ = loop.run()
    let (opening, complete) = (terminal.presented[0], terminal.presented[1])
    #expect(opening.lines.contains { $0.contains("Lesson 1") } && opening.lines == complete.lines)
    #expect(loop.state.library.lessons.count == 3)
    #expect(terminal.presented.last?.lines.contains { $0.contains("Lesson 3") } == true)
  }

  @Test("what a lesson builds on is said once all lessons are there")
  func prerequisitesAfterTheFirstFrame() throws {
    func file(_ id: String, _ number: Int, _ more: String = "") -> LessonLibrary.File {
      let text = """
        ---
        id: \(id)
        number: \(number)
        title: Lesson \(id)
        \(more)
        ---
        ## Page
        ```task
        id: t
        prompt: p
        check: {reach: {row: 1, column: 1}}
        hints: [h, i]
        explanation: e
        solution: {actions: [jump 1 1]}
        ```
        """
      return (id, Array(text.utf8))
    }
    let files = [file("first", 1), file("second", 2, "requires: [first]")]
    let opened = try #require(LessonLibrary.opening(files: files, startingWith: "2") { $0.id == "second" })
    var state = try Examples.plusUnderSobel(library: opened)
    _ = state.openLesson("2")
    #expect(state.message == nil)
    let loop = RunLoop(
      state: state, terminal: ScriptedTerminal(steps: []),
      services: RecordedServices().services(lessons: LessonLibrary(files: files)), hasAllLessons: false)
    _ = loop.run()
    #expect(loop.state.message?.text.contains("Lesson first") == true, "\(String(describing: loop.state.message))")
  }

  @Test(
    "what is wrong with the lessons that are read after the first frame is said, unless that frame had something to say"
  )
  func problemsAfterTheFirstFrame() throws {
    let files = course(2, broken: true)
    let first = try #require(LessonLibrary.opening(files: files, startingWith: nil) { _ in true })
    for complaint in [nil, "The settings are broken."] {
      var state = try Examples.plusUnderSobel(library: first)
      if let complaint { state.say(problem: complaint) }
      let loop = RunLoop(
        state: state, terminal: ScriptedTerminal(steps: []),
        services: RecordedServices().services(lessons: LessonLibrary(files: files)), hasAllLessons: false)
      _ = loop.run()
      let said = try #require(loop.state.message)
      if let complaint { #expect(said.text == complaint) } else { #expect(said.text.contains("09")) }
    }
  }

  @Test("playback moves by the clock alone: six cells in a second at speed 6, none after the pause")
  func play() throws {
    let (playing, _, _) = try run(keys(" ") + [.pass(milliseconds: 1000)])
    #expect(playing.state.explorer.cellOffset == 6)
    let (paused, terminal, _) = try run(
      keys(" ") + [.pass(milliseconds: 500)] + keys(" ") + [.pass(milliseconds: 9000)])
    #expect(paused.state.explorer.cellOffset == 3)
    #expect(terminal.presented.count == 7, "two frames at start, one for each key and step, none while nothing plays")
  }

  @Test("a key between two steps does not put the next step off")
  func keysDuringPlay() throws {
    let nudge: [ScriptedTerminal.Step] = [.pass(milliseconds: 100), .event(.key(.tab))]
    let (loop, _, _) = try run(keys(" ") + nudge + nudge + nudge + nudge + nudge + [.pass(milliseconds: 500)])
    #expect(loop.state.explorer.cellOffset == 6)
  }

  @Test("the whole output comes back through the mailbox after a change of a parameter, at once after an edited cell")
  func output() throws {
    let edit: [ScriptedTerminal.Step] = [.event(.key(.tab))] + keys("5") + [.event(.key(.enter))]
    let (loop, _, _) = try run(keys("d") + [.untilWake] + edit)
    let state = loop.state.explorer
    #expect(state.revision == 2)
    #expect(state.currentOutput == state.experiment.output())
    #expect(state.experiment.operands[.input]?[row: 0, column: 0] == 5)
  }

  @Test("save writes the present output, says so, and then there is nothing to lose")
  func save() throws {
    let recorded = RecordedServices()
    let line = keys("s") + [.untilWake] + keys(":save out.npy") + [.event(.key(.enter)), .untilWake]
    let (loop, _, _) = try run(line, services: recorded.services())
    let output = try #require(loop.state.explorer.experiment.output())
    #expect(recorded.calls.first == .save(output, path: "out.npy"))
    #expect(loop.state.message?.kind == .success)
    #expect(!loop.state.hasUnsavedEdits)
  }

  @Test("a save that fails is said, on the screen or after it when the person has left at once")
  func lateFailure() throws {
    let services = RecordedServices().services(saveFailure: "The disk is full.")
    let (loop, terminal, end) = try run(
      keys(":save out.npy") + [.event(.key(.enter))] + keys("q"), services: services)
    #expect(end == .quit)
    let isOnScreen = terminal.presented.contains { $0.lines.contains { $0.contains("The disk is full.") } }
    #expect(isOnScreen || loop.lateProblems == ["The disk is full."])
  }

  @Test("a file that is opened arrives as an edit")
  func open() throws {
    let grid = try Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let line = keys(":open nine.csv") + [.event(.key(.enter)), .untilWake]
    let (loop, _, _) = try run(line, services: RecordedServices().services(grid: grid))
    #expect(loop.state.explorer.experiment.operands[.input] == grid)
    #expect(loop.state.explorer.document.origins[.input]?.name == "nine.csv")
    #expect(loop.state.hasUnsavedEdits)
  }

  @Test("two interrupts within a second leave at once, with the progress stored; slower ones close the question")
  func interrupts() throws {
    let recorded = RecordedServices()
    let interrupt = ScriptedTerminal.Step.event(.signal(.interrupt))
    let (_, _, end) = try run(keys("s") + [interrupt, interrupt], services: recorded.services())
    #expect(end == .quit)
    #expect(recorded.storedProgress != nil)

    let (slow, _, slowEnd) = try run(keys("s") + [interrupt, .pass(milliseconds: 1500), interrupt])
    #expect(slowEnd == .endOfInput)
    #expect(slow.state.mode == .normal)
    #expect(!slow.state.isFinished)
  }

  @Test(
    "a signal and the end of input store the progress first", arguments: [TerminalSignal.terminate, .hangup, .quit])
  func signals(signal: TerminalSignal) throws {
    let recorded = RecordedServices()
    let (_, _, end) = try run([.event(.signal(signal))], services: recorded.services())
    #expect(end == .signal(signal))
    #expect(recorded.storedProgress == LessonProgress())

    let gone = RecordedServices()
    let (_, _, last) = try run([], services: gone.services())
    #expect(last == .endOfInput)
    #expect(gone.storedProgress == LessonProgress())
  }

  @Test("Ctrl-Z stops the program once, and it goes on where it was")
  func suspend() throws {
    let (loop, terminal, _) = try run([.event(.key(.right)), .event(.key(.control("z"))), .event(.key(.right))])
    #expect(terminal.suspensions == 1)
    #expect(loop.state.explorer.cellOffset == 2)
  }

  @Test("Ctrl-L has the whole screen drawn anew, in a dialog too, and changes nothing else")
  func redraw() throws {
    let (loop, terminal, _) = try run([.event(.key(.character("?"))), .event(.key(.control("l")))])
    #expect(terminal.forgetCount == 1)
    #expect(loop.state.mode == .help(scroll: 0))
  }

  @Test("the lessons' descriptor is watched, and lessons are read anew when it has something to say")
  func lessonChanges() throws {
    let recorded = RecordedServices()
    let library = LessonLibrary(files: [FlowLesson.file(title: "Read anew")])
    let (loop, terminal, _) = try run(
      [.event(.readable(fileDescriptor: 9)), .untilWake],
      services: recorded.services(lessons: library, lessonChanges: 9))
    #expect(terminal.watched == [9])
    #expect(recorded.calls.contains(.loadLessons))
    #expect(loop.state.library.lessons.map(\.title) == ["Read anew"])
  }

  @Test("a resize is drawn in the new size, and below the minimum keys still work")
  func resize() throws {
    let (_, terminal, end) = try run(
      [.event(.resize(Size(rows: 5, columns: 20))), .event(.resize(Size(rows: 40, columns: 120)))]
        + [.event(.resize(Size(rows: 3, columns: 9)))] + keys("q"))
    #expect(end == .quit)
    #expect(terminal.presented.map(\.size.columns) == [80, 80, 20, 120, 9])
  }
}
