import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

/// Whole runs with a clock of their own.
@Suite("Copies for recovery in the run loop")
struct RecoveryLoopTests {
  private func run(
    _ steps: [ScriptedTerminal.Step], _ recorded: RecordedServices, session: ReplayedSession? = nil
  ) throws -> (loop: RunLoop, terminal: ScriptedTerminal, end: RunLoop.End) {
    let terminal = ScriptedTerminal(steps: [.untilWake] + steps)
    let loop = RunLoop(
      state: try Examples.plusUnderSobel(), terminal: terminal, services: recorded.services(session: session))
    let end = loop.run()
    #expect(terminal.missedWakes == 0, "the script waited for something that never came")
    return (loop, terminal, end)
  }

  private func keys(_ text: String) -> [ScriptedTerminal.Step] { text.map { .event(.key(.character($0))) } }
  private let leave = [ScriptedTerminal.Step.event(.key(.character("q"))), .event(.key(.character("y")))]

  @Test("a change is kept after four seconds, and nothing more happens for an hour")
  func delay() throws {
    let recorded = RecordedServices()
    let (loop, terminal, _) = try run(
      keys("s") + [.untilWake, .pass(milliseconds: 3999)] + keys("l") + [.pass(milliseconds: 3_600_000)] + leave,
      recorded)
    #expect(recorded.recoveries.map { $0?.edits.count } == [1, nil], "kept once, and thrown away on leaving")
    // First frame, output, s, output, step to the right, the deadline, q, y: the hour costs no frame.
    #expect(terminal.presented.count <= 8)
    #expect(loop.state.isFinished)
  }

  @Test("without an edit nothing is kept, whatever moves")
  func nothing() throws {
    let recorded = RecordedServices()
    _ = try run(keys("lll>)") + [.pass(milliseconds: 60_000)] + keys("q"), recorded)
    #expect(recorded.recoveries == [nil])
  }

  @Test("two hundred changes are kept at once, and what follows when the terminal goes away")
  func count() throws {
    let recorded = RecordedServices()
    var state = try Examples.plusUnderSobel()
    for edit in 0..<250 { _ = state.apply(.explorer(.edit(.input, Coordinate(row: 0, column: 0), Float(edit)))) }
    let terminal = ScriptedTerminal(
      steps: [.untilWake] + keys(":go-to-edit 1") + [.event(.key(.enter))] + keys("s"))
    let loop = RunLoop(state: state, terminal: terminal, services: recorded.services())
    #expect(loop.run() == .endOfInput)
    #expect(recorded.recoveries.map { $0?.current } == [1, 251])
  }

  @Test(
    "whatever ends the program but the person leaves a copy",
    arguments: [TerminalEvent.signal(.hangup), .signal(.terminate), .endOfInput])
  func ends(event: TerminalEvent) throws {
    let recorded = RecordedServices()
    _ = try run(keys("s") + [.event(event)], recorded)
    #expect(recorded.recoveries.map { $0?.edits.count } == [1])
  }

  @Test("two interrupts leave at once, with a copy; taking everything back needs none")
  func interrupts() throws {
    let recorded = RecordedServices()
    let interrupt = ScriptedTerminal.Step.event(.signal(.interrupt))
    _ = try run(keys("s") + [interrupt, interrupt], recorded)
    #expect(recorded.recoveries.map { $0?.edits.count } == [1])

    let undone = RecordedServices()
    _ = try run(keys("su") + [.pass(milliseconds: 5000)], undone)
    #expect(undone.recoveries.allSatisfy { $0 == nil })
  }

  @Test("a session that was saved needs no copy, and one that could not be saved says why")
  func saved() throws {
    let recorded = RecordedServices()
    let save = keys(":session save s") + [.event(.key(.enter)), .untilWake]
    let (loop, _, _) = try run(keys("s") + [.untilWake] + save + [.pass(milliseconds: 5000)] + keys("q"), recorded)
    #expect(loop.state.isFinished, "nothing to ask about")
    #expect(recorded.calls.contains { if case .saveSession(_, path: "s") = $0 { true } else { false } })
    #expect(recorded.recoveries.allSatisfy { $0 == nil })
  }

  @Test("a session that is refused changes nothing and says where and why")
  func refused() throws {
    let recorded = RecordedServices()
    let (loop, _, _) = try run(keys(":session open bad.txt") + [.event(.key(.enter)), .untilWake], recorded)
    #expect(loop.state.message == StatusMessage(text: "bad.txt, line 3: no", kind: .problem))
    #expect(loop.state.explorer.history.count == 0)
  }

  @Test("a session that is opened is shown")
  func opened() throws {
    let recorded = RecordedServices()
    var other = try Examples.explorer()
    try other.apply(.set(.stride, .axes(PerAxis(2))))
    let (loop, _, _) = try run(
      keys(":session open good.txt") + [.event(.key(.enter)), .untilWake], recorded,
      session: ReplayedSession(explorer: other, notes: ["focus": "kernel"]))
    #expect(loop.state.explorer == other)
    #expect(loop.state.focus == .kernel)
    #expect(loop.state.sessionPath == "good.txt")
  }
}
