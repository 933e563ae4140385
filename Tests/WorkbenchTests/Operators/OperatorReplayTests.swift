import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Going back and forth with every operator")
struct OperatorReplayTests {
  private static let size = Size(rows: 18, columns: 64)

  /// A hash of the screen, once marks of the last change and messages are gone.
  private func hash(_ state: WorkbenchState) -> Int {
    var state = state
    state.message = nil
    state.memory = FrameMemory()
    let surface = state.draw()
    var hasher = Hasher()
    for row in 0..<surface.size.rows {
      for column in 0..<surface.size.columns { hasher.combine(surface[row: row, column: column]) }
    }
    return hasher.finalize()
  }

  /// The same from the first cell and with everything else selected at its beginning: undo takes back edits, not steps.
  private func hashFromStart(_ state: WorkbenchState) -> Int {
    var state = state
    for line in ["substep all", "step first", "filter 0", "channel 0", "select input 0 0", "select kernel 0 0"] {
      _ = state.run(line: line)
    }
    state.scroll = [:]
    return hash(state)
  }

  @Test(
    "undoing all and redoing all go through the identical screens, edit by edit", arguments: SteppableOperators.all)
  func undoRedo(operation: OperatorName) throws {
    var random = SeededGenerator(seed: 21)
    var state = try RandomWorkbench.state(operation, edits: 0, size: Self.size, using: &random)
    let start = state.explorer.history.undoCount
    var hashes = [hashFromStart(state)]
    var tries = 0
    while Set(hashes).count < 5, tries < 60 {
      tries += 1
      let before = state.explorer.history.undoCount
      RandomWorkbench.edit(&state, using: &random)
      let after = state.explorer.history.undoCount
      // Of a line with two edits only the last screen is known.
      for _ in (before + 1)..<max(before + 1, after) { hashes.append(0) }
      if after > before { hashes.append(hashFromStart(state)) }
    }
    #expect(hashes.count == state.explorer.history.undoCount - start + 1)
    #expect(Set(hashes).count > 2, "edits are seen")
    for index in hashes.indices.dropLast().reversed() {
      _ = state.run(line: "undo")
      if hashes[index] != 0 {
        #expect(hashFromStart(state) == hashes[index], "\(operation.rawValue), undo to \(index)")
      }
    }
    for index in hashes.indices.dropFirst() {
      _ = state.run(line: "redo")
      if hashes[index] != 0 {
        #expect(hashFromStart(state) == hashes[index], "\(operation.rawValue), redo to \(index)")
      }
    }
  }

  @Test("wherever one scrubs, the screen is that of having jumped there", arguments: SteppableOperators.all)
  func scrubbing(operation: OperatorName) throws {
    var random = SeededGenerator(seed: 22)
    var state = try RandomWorkbench.state(operation, edits: 6, size: Self.size, using: &random)
    _ = state.run(line: "step first")
    for tenths in [4, -1, -3] {
      _ = state.run(line: "scrub \(tenths)")
      var other = state
      _ = other.run(line: tenths > 0 ? "step first" : "step last")
      _ = other.run(line: "filter \(state.explorer.cell.channel)")
      while other.explorer.cell.batch != state.explorer.cell.batch
        || other.explorer.cell.channel != state.explorer.cell.channel
      {
        _ = other.run(line: tenths > 0 ? "step forward" : "step back")
      }
      _ = other.run(line: "jump \(state.explorer.cell.row) \(state.explorer.cell.column)")
      state.scroll = [:]
      other.scroll = [:]
      #expect(hash(other) == hash(state), "\(operation.rawValue), scrub \(tenths)")
    }
  }

  @Test("a session opens to the identical screen after random edits and steps", arguments: SteppableOperators.all)
  func replay(operation: OperatorName) throws {
    var random = SeededGenerator(seed: 23)
    var state = try RandomWorkbench.state(operation, edits: 6, size: Self.size, using: &random)
    for line in [
      "scrub 4", "step forward", "substep back", "undo", "undo", "redo", "reveal stepping", "step forward",
    ] { _ = state.run(line: line) }
    if operation.isTransposed { _ = state.run(line: operation.isForSignals ? "scatter" : "overlap") }
    let session = try SessionText.read(try SessionText.write(state.session))
    let explorer = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    var other = try ScreenExamples.workbench(state.size)
    _ = other.receive(.sessionOpened(path: "s", ReplayedSession(explorer: explorer, notes: session.notes)))
    #expect(other.explorer.document == state.explorer.document)
    #expect(hash(other) == hash(state))
  }
}
