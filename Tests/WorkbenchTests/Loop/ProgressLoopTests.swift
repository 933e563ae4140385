import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

/// Whole runs with work that takes as long as the script says: until it is given up.
@Suite("The progress line in the run loop")
struct ProgressLoopTests {
  /// Services whose files take until they are given up.
  private func slow() -> RecordedServices {
    RecordedServices(hold: { work in
      // Looks again and again, as real work does; gives up after a minute or so, when a test has failed.
      for _ in 0..<(1 << 28) where work.isCancelled { return }
    })
  }

  private func run(
    _ steps: [ScriptedTerminal.Step], state: WorkbenchState? = nil, services: Services
  ) throws -> (loop: RunLoop, status: [String]) {
    let terminal = ScriptedTerminal(steps: (state == nil ? [.untilWake] : []) + steps)
    let loop = RunLoop(state: try state ?? Examples.plusUnderSobel(), terminal: terminal, services: services)
    #expect(loop.run() == .endOfInput)
    #expect(terminal.missedWakes == 0)
    return (loop, terminal.presented.map { $0.lines.last ?? "" })
  }

  private func line(_ text: String) -> [ScriptedTerminal.Step] {
    (":" + text).map { .event(.key(.character($0))) } + [.event(.key(.enter))]
  }

  private let nudge = ScriptedTerminal.Step.event(.key(.home))
  private let escape = ScriptedTerminal.Step.event(.key(.escape))
  private let grid = try? Tensor(rows: [[1, 2], [3, 4]])

  @Test("a picture that takes a tenth of a second to open shows how far it is, and Esc leaves everything as it was")
  func open() throws {
    let steps = line("open slow.png") + [.pass(milliseconds: 99), nudge, .pass(milliseconds: 2), escape]
    let (loop, status) = try run(steps, services: slow().services(grid: grid))
    let tail = status.suffix(3)
    #expect(!tail[tail.startIndex].contains("opening"))
    #expect(tail[tail.startIndex + 1].contains("opening slow.png … · Esc cancels"))
    #expect(tail[tail.startIndex + 2].contains("cancelled; slow.png is not opened"))
    #expect(loop.state.explorer == (try Examples.explorer()))
    #expect(loop.lateProblems.isEmpty)
  }

  @Test("an output that is not wanted any more is not written, and still counts as unsaved")
  func save() throws {
    let steps =
      [.event(.key(.character("s"))), .untilWake] + line("save slow.npy")
      + [.pass(milliseconds: 101), .pass(milliseconds: 150), escape]
    let (loop, status) = try run(steps, services: slow().services())
    #expect(status.contains { $0.contains("writing slow.npy") && $0.contains("Esc cancels") })
    #expect(status.last?.contains("cancelled; slow.npy is as it was") == true)
    #expect(loop.state.hasUnsavedEdits)
  }

  @Test("Esc closes a dialog first and cancels with the next; :cancel cancels before anything shows")
  func levels() throws {
    let steps =
      line("open slow.png") + [.pass(milliseconds: 101), .event(.key(.character("?"))), escape, .event(.key(.tab))]
    let (loop, status) = try run(steps + [escape], services: slow().services(grid: grid))
    #expect(status.suffix(3).first?.contains("Esc cancels") == true, "the first Esc closed the help")
    #expect(loop.state.mode == .normal)
    #expect(status.last?.contains("cancelled; slow.png is not opened") == true)

    let (_, quick) = try run(line("open slow.png") + line("cancel"), services: slow().services(grid: grid))
    #expect(!quick.contains { $0.contains("Esc cancels") })
    #expect(quick.last?.contains("cancelled; slow.png is not opened") == true)
  }

  @Test("the line says how far the work is where that is known, and gives way to what has to be read")
  func line() throws {
    var state = try Examples.plusUnderSobel()
    func status() -> String { Painter.draw(state, frame: state.prepareFrame()).lines.last ?? "" }
    state.show(WorkProgress(kind: .computing, percent: 43))
    #expect(status().contains("computing the output: 43 % · Esc cancels"))
    state.show(WorkProgress(kind: .openingSession(path: "work.txt")))
    #expect(status().contains("opening work.txt … · Esc cancels"))
    state.press(.character("n"))
    #expect(status().contains("No lesson is open"))
    state.press(.left)
    #expect(status().contains("opening work.txt"))
  }

  @Test("Esc without work, or while work shows no line yet, cancels nothing")
  func nothing() throws {
    let (_, idle) = try run([escape] + line("cancel"), services: RecordedServices().services())
    #expect(idle[1] == idle[2], "first output, Esc")
    #expect(idle.last?.contains("Nothing is being done") == true)

    let early = line("open slow.png") + [.pass(milliseconds: 50), escape, .pass(milliseconds: 60)]
    let (_, status) = try run(early, services: slow().services(grid: grid))
    #expect(status.last?.contains("opening slow.png") == true)
  }

  @Test(
    "a computation that is given up leaves the visible cells right, says what is missing, and can be taken up again")
  func compute() throws {
    let state = try large()
    let steps: [ScriptedTerminal.Step] = [.pass(milliseconds: 101), escape, .event(.key(.end))]
    let (loop, status) = try run(
      steps + [.pass(milliseconds: 3_600_000)], state: state, services: RecordedServices().services())
    #expect(status[1].contains("computing the output: "))
    #expect(status[1].contains("% · Esc cancels"))
    #expect(status[2].contains("The whole output is not computed"))
    #expect(status.count == 4, "no frame in the hour after it: there is nothing left to wait for")
    var after = loop.state
    #expect(after.explorer.currentOutput == nil)
    let scene = after.prepareFrame().scene.output
    let place = Coordinate(row: 0, column: after.explorer.outputShape.width - 1)
    #expect(scene[row: place.row, column: place.column]?.value == after.explorer.experiment.value(at: place))
    #expect(after.isOutputGivenUp)

    let again = Effect.recompute(after.explorer.experiment, revision: after.explorer.revision)
    #expect(after.apply(.recompute) == [again])
    #expect(!after.isOutputGivenUp)
  }

  @Test("an edit computes what was given up, and nothing has to be computed that is known")
  func goOn() throws {
    var state = try large()
    state.workWasCancelled(.computing)
    #expect(state.isOutputGivenUp)
    let effects = state.apply(.explorer(.edit(.input, Coordinate(row: 0, column: 0), 5)))
    #expect(effects == [.recompute(state.explorer.experiment, revision: 1)])
    #expect(!state.isOutputGivenUp)

    let (loop, status) = try run(line("recompute"), services: RecordedServices().services())
    #expect(loop.state.explorer.knowsOutput)
    #expect(status.last?.contains("computed already") == true)
  }

  /// Takes seconds to compute in a debug build; what the script does meanwhile takes some hundredths of one.
  private func large() throws -> WorkbenchState {
    let input = Tensor(shape: try Shape(height: 1500, width: 1500), repeating: 1)
    let weights = Tensor(shape: try Shape(height: 9, width: 9), repeating: 1)
    let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
    return WorkbenchState(
      explorer: ExplorerState(document: ExplorerDocument(experiment: experiment)), size: Size(rows: 24, columns: 100),
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true))
  }
}
