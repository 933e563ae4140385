import ConvolutionEngine
import Explorer
import TestSupport
import Testing

@testable import Workbench

/// Damaged sessions: a state that is saved as the same text again, or an error with its line.
@Suite("Fuzzed sessions")
struct SessionFuzzTests {
  /// So many cells as a fuzzed session may write; a person's may write a thousand times that.
  private static let workLimit = 1 << 16

  private static let tokens = [
    "\n", "operator conv-transpose2d\n", "operator conv1d\n", "operator max-pool2d\n", "set stride 2\n",
    "set padding 1\n",
    "grid bias 1x1x1x1 % 1\n", "grid kernel 2x1x1x1 % 1 2\n", "file input 1x1x2x2 0123456789abcdef a.png\n",
    "edited input\n", "filters a b\n", "edited-filters 0 1\n", "study dense 3x3 tied\n", "study stack 1x9x9 conv:2\n",
    " after ", "1 after 0 edit input 0 0 1\n", " together 2\n", "+ set flip true\n", "at 0\n", "at 2\n", "redo 0 1\n",
    "redo 1 2\n", "products 1\n", "speed 60\n", "reached 0-3\n", "score 1 1 1 1\n", "missed 0\n", "note focus output\n",
    "note lesson first\n", "note view heat\n", "reveal predict\n", "%20", "%1B%5B2J", "%", "note \u{202E} %0A\n",
  ]

  @Test("no damaged session breaks the reader, and what was opened is saved as the same again") func session() throws {
    let fuzzing = ReaderFuzzing(
      "session", samples: try Self.samples(), tokens: Self.tokens, repair: Self.withCountedEnd)
    try fuzzing.run { input in
      let session: Session
      do throws(SessionError) {
        session = try SessionText.read(input)
      } catch {
        try Self.requireHarmless(error)
        return .refused
      }
      guard !FuzzedScreen.asksForMuch(input) else { return .refused }
      let explorer: ExplorerState
      do throws(SessionError) {
        explorer = try ExplorerState(replaying: session, workLimit: Self.workLimit) { file throws(SessionFault) in
          throw .missingFile(path: file.path)
        }
      } catch {
        try Self.requireHarmless(error)
        return .refused
      }
      let text = try SessionText.write(Session(explorer, notes: session.notes))
      let again = try ExplorerState(replaying: SessionText.read(text)) { file throws(SessionFault) in
        throw .missingFile(path: file.path)
      }
      try require(try SessionText.write(Session(again, notes: session.notes)) == text, "saved again it is another text")
      var state = try Examples.plusUnderSobel()
      state.open(ReplayedSession(explorer: explorer, notes: session.notes), path: "s.txt")
      try FuzzedScreen.require(state)
      return .accepted
    }
  }

  private static func requireHarmless(_ error: SessionError) throws {
    try FuzzedScreen.require(sentence: TextTable.english.sentence(for: error, file: "s.txt"))
  }

  /// Sessions of every kind of line.
  private static func samples() throws -> [[UInt8]] {
    var states = [try Examples.explorer()]
    let scripts = [
      [
        "edit input 0 1 7", "undo", "set flip true", "set stride 2", "go-to-edit 1", "substep forward", "edit bias 0 1",
      ],
      ["filters 3 random 2", "preset filter 1 blur", "channels 2", "edit kernel 1 1 0 0 2", "undo", "filter 2"],
      ["reveal predict", "answer 0", "answer 9", "skip", "jump 2 2"],
      ["operator conv-transpose2d", "set stride 2", "jump 3 3"], ["operator max-pool2d", "operator conv1d 2", "tick"],
      ["study dense 3x3 tied"], ["study stack 1x9x9 conv:2,k3 max-pool:2"],
      ["load input 1x1x2x2 my%20photo 1 2 -3 0.5", "block input 0 0 1x2 7 8", "shift 1 0 wrap", "compare row-bands"],
    ]
    for script in scripts {
      var state = try Examples.explorer()
      for line in script { _ = try state.apply(ExplorerAction(text: line)) }
      states.append(state)
    }
    let written = try states.map { try SessionText.write(Session($0, notes: ["focus": "output", "lesson": "first"])) }
    return written + [Array(small.utf8), Array(byHand.utf8)]
  }

  /// As few lines as can be, so that most damage leaves something to be replayed.
  private static let small = """
    convoscope session 1
    operator relu
    reveal live
    grid input 1x1x1x2 % 1 -2
    1 after 0 edit input 0 1 3
    at 1
    cell 0 0 0 0
    input-cursor 0 0 0 1
    kernel-cursor 0 0 0 0
    speed 6
    end 10

    """

  /// The lines that the others have not.
  private static let byHand = """
    convoscope session 1
    operator conv2d
    set padding 1
    reveal predict
    study stack 1x9x9 conv:2,k3 max-pool:2
    grid input 1x1x3x3 plus 0 1 0 1 1 1 0 1 0
    edited input
    grid kernel 2x1x2x2 two 1 0 0 1 -1 0 0 -1
    filters first second
    edited-filters 1
    grid bias 1x2x1x1 % 1 2
    1 after 0 edit input 0 0 5
    2 after 1 together 2
    + set stride 2
    + set flip true
    3 after 1 shift 1 0 wrap
    at 3
    redo 1 2
    cell 0 0 0 1
    input-cursor 0 0 0 0
    kernel-cursor 1 0 1 1
    products 2
    speed 6
    reached 0-3 5
    score 3 1 1 1
    missed 2
    note focus output
    end 27

    """

  /// The same text with its last line put right, so that damage before it is looked at.
  @Sendable private static func withCountedEnd(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    while let last = lines.last, last.isEmpty || last.starts(with: "end".utf8) { lines.removeLast() }
    return Array(lines.joined(separator: [0x0A])) + Array("\nend \(lines.count)\n".utf8)
  }
}
