import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Session text")
struct SessionTextTests {
  private struct NoFiles: Error {}

  private func replayed(_ bytes: [UInt8]) throws -> ExplorerState {
    try ExplorerState(replaying: try SessionText.read(bytes)) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
  }

  private func text(_ state: ExplorerState, notes: [String: String] = [:]) throws -> String {
    String(decoding: try SessionText.write(Session(state, notes: notes)), as: UTF8.self)
  }

  @Test("a small session reads as it is meant to")
  func example() throws {
    var state = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d,
          operands: Operands([.input: try Tensor(rows: [[1, 2], [-3, 0.5]]), .weights: try Tensor(rows: [[1]])])),
        origins: [.input: GridOrigin(name: "my photo")]))
    try state.apply(.edit(.input, Coordinate(row: 0, column: 1), 7))
    try state.apply(.undo)
    try state.apply(.together([.set(.flip, .flag(true)), .set(.stride, .axes(PerAxis(2)))]))
    try state.apply(.goToEdit(1))
    try state.apply(.undo)
    try state.apply(.subStep(.forward))
    #expect(
      try text(state, notes: ["focus": "output"]) == """
        convoscope session 1
        operator conv2d
        set stride 1
        set padding 0
        set padding-mode zeros
        set dilation 1
        set groups 1
        set flip false
        reveal live
        grid input 1x1x2x2 my%20photo 1 2 -3 0.5
        grid kernel 1x1x1x1 % 1
        1 after 0 edit input 0 1 7
        2 after 0 together 2
        + set flip true
        + set stride 2
        at 0
        redo 0 1
        cell 0 0 0 0
        input-cursor 0 0 0 1
        kernel-cursor 0 0 0 0
        products 1
        speed 6
        reached 0
        note focus output
        end 24

        """)
  }

  @Test(
    "whatever was done comes back identically: document, places, playback, and every branch",
    arguments: Array(1...12) as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try Examples.plusUnderSobel()
    for _ in 0..<200 {
      guard (try? state.apply(RandomEdits.next(&random, edits: state.history.count))) != nil else { continue }
    }
    let bytes = try SessionText.write(Session(state))
    // What came of the last answer belongs to the moment.
    state.predictionRun.outcome = nil
    var restored = try replayed(bytes)
    #expect(restored == state, "seed \(seed)")
    #expect(restored.history.mark == state.history.mark)
    #expect(restored.scene(through: Examples.wide) == state.scene(through: Examples.wide))
    #expect(try SessionText.write(Session(restored)) == bytes, "seed \(seed)")
    // The same keys lead to the same places afterwards.
    for _ in 0..<60 {
      let action = RandomEdits.next(&random, edits: state.history.count)
      let refusal = Result { try state.apply(action) }
      let other = Result { try restored.apply(action) }
      #expect((try? refusal.get()) != nil ? (try? other.get()) != nil : (try? other.get()) == nil)
      #expect(restored == state, "seed \(seed), \(action)")
    }
  }

  @Test("numbers come back bit for bit, NaN but for its sign")
  func numbers() throws {
    let values: [Float] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1]
    let input = try Tensor(shape: try Shape(batch: 1, channels: 2, height: 2, width: 2), values: values)
    let weights = Tensor(shape: try Shape(batch: 3, channels: 2, height: 1, width: 1), repeating: 1 / 3)
    let state = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))))
    #expect(try replayed(Array(try text(state).utf8)).document == state.document)
  }

  @Test("a text that was cut anywhere is known for it")
  func truncated() throws {
    let bytes = Array(try text(try Examples.plusUnderSobel()).utf8)
    for length in 1..<bytes.count {
      do {
        _ = try SessionText.read(Array(bytes[..<length]))
        Issue.record("read in spite of ending at \(length)")
      } catch {
        #expect(error.fault == .truncated, "cut at \(length): \(error)")
      }
    }
    #expect(throws: SessionError(line: 1, fault: .notASession)) { try SessionText.read([]) }
  }

  @Test("a line that was taken out or put in twice is missed at the end, whatever else it breaks")
  func lines() throws {
    let lines = try text(try Examples.plusUnderSobel()).split(separator: "\n").map(String.init)
    for index in 1..<(lines.count - 1) {
      var fewer = lines
      fewer.remove(at: index)
      #expect(throws: SessionError.self) { try SessionText.read(Array((fewer.joined(separator: "\n") + "\n").utf8)) }
    }
  }

  /// The example with one line changed, and the end put right.
  private func changed(_ line: String, to new: String) throws -> [UInt8] {
    var state = try Examples.plusUnderSobel()
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 5))
    try state.apply(.undo)
    try state.apply(.set(.flip, .flag(true)))
    var lines = try text(state).split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex { $0.hasPrefix(line) }, "no line “\(line)”")
    lines.replaceSubrange(index...index, with: new.isEmpty ? [] : new.split(separator: "\n").map(String.init))
    lines[lines.count - 1] = "end \(lines.count - 1)"
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test("a broken line is refused with its number and the word that is wrong")
  func broken() throws {
    func broken(_ line: Int, _ word: String, _ expected: ActionExpectation) -> SessionError {
      SessionError(line: line, fault: .broken(ActionTextError(word: word, expected: expected)))
    }
    let cases: [(String, String, SessionError)] = [
      ("convoscope", "convoscope session 2", SessionError(line: 1, fault: .newerVersion("2"))),
      ("convoscope", "convoscope session 1 ", SessionError(line: 1, fault: .newerVersion("1 "))),
      ("convoscope", "Convoscope session 1", SessionError(line: 1, fault: .notASession)),
      ("operator", "operator conv9d", broken(2, "conv9d", .name)),
      ("operator", "operator conv2d now", broken(2, "now", .nothingMore)),
      ("operator", "", broken(2, "set", .line("operator"))),
      ("set stride", "set stride x", broken(3, "x", .valueOf(.stride))),
      ("set stride", "set strode 1", broken(3, "strode", .parameter)),
      ("reveal", "reveal maybe", broken(9, "maybe", .revealMode)),
      ("reveal", "\u{1B}[2J", SessionError(line: 9, fault: .notText)),
      ("grid input", "grid input 1x1x7 plus 1", broken(10, "1x1x7", .shape)),
      ("grid input", "grid input 1x1x99999x99999 plus 1", broken(10, "1", .numbers(99999 * 99999))),
      ("grid input", "file input 1x1x7x7 12g4567812345678 x", broken(10, "12g4567812345678", .checksum)),
      ("1 after", "2 after 0 set flip true", broken(12, "2", .edit)),
      ("1 after", "1 after 1 set flip true", broken(12, "1", .edit)),
      ("1 after", "1 behind 0 set flip true", broken(12, "behind", .line("1 after"))),
      ("1 after", "1 after 0 step forward", broken(12, "step", .action)),
      ("1 after", "1 after 0 undo", broken(12, "undo", .action)),
      ("1 after", "1 after 0 edit input 0 zero 5", broken(12, "zero", .column)),
      ("1 after", "1 after 0 together 2\n+ set flip true", broken(14, "2", .line("+"))),
      ("1 after", "1 after 0 together 0", broken(12, "0", .number)),
      ("1 after", "1 after 0 together -3", broken(12, "-3", .number)),
      ("at", "at 3", broken(14, "3", .edit)),
      ("at", "", broken(14, "cell", .line("at"))),
      ("cell", "cell 0 0 0", broken(15, "", .column)),
      ("speed", "speed fast", broken(18, "fast", .cellsPerSecond)),
      ("reached", "reached 3-1", broken(19, "3-1", .places)),
      ("reached", "reached 9223372036854775807", broken(19, "9223372036854775807", .places)),
      ("reached", "speed 6", broken(19, "speed", .line("end"))),
      ("end", "note a%\nend", broken(20, "", .name)),
    ]
    for (line, new, expected) in cases {
      let bytes = try changed(line, to: new)
      #expect(throws: expected, "\(new)") { try SessionText.read(bytes) }
    }
  }

  @Test("a line that can be read but not be done is refused with its number")
  func refused() throws {
    let cases: [(String, String, Int, ExplorerError)] = [
      (
        "1 after", "1 after 0 edit input 9 9 1", 12,
        .experiment(.coordinate(Coordinate(row: 9, column: 9), operand: .input, shape: try Shape(height: 7, width: 7)))
      ),
      (
        "1 after", "1 after 0 resize input 99999x99999", 12,
        .size(PerAxis(99999), limit: ExplorerState.operandLimit)
      ),
      ("1 after", "1 after 0 preset kernel nothing", 12, .unknownPreset("nothing", operand: .weights)),
      ("grid kernel", "", 2, .experiment(.missingOperand(.weights))),
      ("cell", "cell 0 0 9 0", 15, .noSuchCell(row: 9, column: 0, size: try Shape(height: 7, width: 7))),
      (
        "cell", "cell 0 9223372036854775807 0 0", 15,
        .noSuchCell(row: 0, column: 0, size: try Shape(height: 7, width: 7))
      ),
      (
        "kernel-cursor", "kernel-cursor 0 0 -1 0", 17,
        .noSuchCell(row: -1, column: 0, size: try Shape(height: 3, width: 3))
      ),
      ("speed", "speed 61", 18, .speed(61)),
      ("at 2", "at 2\nredo 1 2", 15, .noSuchEdit(2, count: 2)),
      ("at 2", "at 2\nredo 0 0", 15, .noSuchEdit(0, count: 2)),
    ]
    for (line, new, number, expected) in cases {
      let bytes = try changed(line, to: new)
      #expect(throws: SessionError(line: number, fault: .refused(expected)), "\(new)") { try replayed(bytes) }
    }
  }

  @Test("no change of a single byte brings anything but a session or a refusal", arguments: [1, 2] as [UInt64])
  func mutated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let good = try changed("speed", to: "speed 7")
    for _ in 0..<400 {
      var bytes = good
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
      _ = try? replayed(bytes)
    }
  }

  @Test("what would take too long to open is refused when it is saved and when it is opened")
  func work() throws {
    var state = try Examples.plusUnderSobel()
    for _ in 0..<4 { try state.apply(.resize(.input, PerAxis(20))) }
    let session = try SessionText.read(try SessionText.write(Session(state)))
    #expect(state.history.work == 49 + 3 * 400 + 4 * 409)
    // The fourth edit begins on line 15.
    #expect(throws: SessionError(line: 15, fault: .tooMuchWork(limit: state.history.work - 1))) {
      _ = try ExplorerState(replaying: session, workLimit: state.history.work - 1) { file throws(SessionFault) in
        throw .missingFile(path: file.path)
      }
    }
    #expect(throws: SessionFault.tooMuchWork(limit: 100)) { try SessionText.write(Session(state), workLimit: 100) }
  }

  @Test("a grid whose numbers do not fit is refused before any text is made")
  func tooLarge() throws {
    let input = Tensor(shape: try Shape(height: 3000, width: 3000))
    let state = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d, operands: Operands([.input: input, .weights: try Tensor(rows: [[1]])]))))
    #expect(throws: SessionFault.tooLarge(limit: Session.Limits.bytes)) { try SessionText.write(Session(state)) }
  }
}
