import ConvolutionEngine
import Explorer
import Foundation
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

/// A few thousand keys by themselves; `CONVOSCOPE_KEYS` and `CONVOSCOPE_FUZZ_SEED` make a campaign of it, as
/// `Scripts/campaign` does, which leaves the seed at hand and a count of keys in `CONVOSCOPE_FUZZ_FOLDER`.
@Suite("Random keys")
struct RandomKeysTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let keys = environment["CONVOSCOPE_KEYS"].flatMap { Int($0) } ?? 7800
  private static let firstSeed = environment["CONVOSCOPE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  /// How many keys a player presses who is looked at after each, and one who undoes everything in the end.
  private static let watched = 1200
  private static let undone = 1500
  /// Four players of the first kind to every two of the second.
  private static let rounds = UInt64(max(1, keys / (4 * watched + 2 * undone)))

  @Test(
    "no row of keys, clicks, pastes, sizes and deliveries breaks anything, nor halves a wide character",
    arguments: (0..<4 * rounds).map { firstSeed &* 1_000_000 &+ $0 })
  func survives(seed: UInt64) throws {
    try Self.note("watched-\(seed).running", "seed \(seed)")
    // One in three speaks Chinese.
    let language: Language = seed.isMultiple(of: 3) ? .simplifiedChinese : .english
    var player = try RandomPlayer(seed: seed, texts: language.texts)
    for _ in 0..<Self.watched {
      player.play()
      try player.checkInvariants(seed: seed)
    }
    try Self.note("watched-\(seed).running", nil)
    try Self.note("watched-\(seed).keys", "\(Self.watched)")
  }

  @Test(
    "undoing everything leads back to the start, and doing it again to the end",
    arguments: (0..<2 * rounds).map { firstSeed &* 1_000_000 &+ 500_000 &+ $0 })
  func undoesEverything(seed: UInt64) throws {
    try Self.note("undone-\(seed).running", "seed \(seed)")
    var player = try RandomPlayer(seed: seed)
    player.state.lesson = nil
    player.keepsLessonsShut = true
    let start = player.state.explorer.document
    for _ in 0..<Self.undone { player.play() }
    while player.state.explorer.history.redoLabel != nil { try player.state.explorer.apply(.redo) }
    let end = player.state.explorer.document
    while player.state.explorer.history.undoCount > 0 { try player.state.explorer.apply(.undo) }
    #expect(player.state.explorer.document == start, "seed \(seed)")
    while player.state.explorer.history.redoLabel != nil { try player.state.explorer.apply(.redo) }
    #expect(player.state.explorer.document == end, "seed \(seed)")
    try Self.note("undone-\(seed).running", nil)
    try Self.note("undone-\(seed).keys", "\(Self.undone)")
  }

  /// Writes a file of the campaign, or takes it away; does nothing without one.
  private static func note(_ name: String, _ text: String?) throws {
    guard let folder = environment["CONVOSCOPE_FUZZ_FOLDER"] else { return }
    let path = folder + "/keys-" + name
    guard let text else { return try FileManager.default.removeItem(atPath: path) }
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path))
  }
}

/// Someone who presses whatever comes, with results coming back late, twice, or never.
private struct RandomPlayer {
  var state: WorkbenchState
  var keepsLessonsShut = false
  private var generator: SeededGenerator
  private var waiting: [Effect] = []
  private var log: [String] = []

  init(seed: UInt64, texts: TextTable = .english) throws {
    generator = SeededGenerator(seed: seed)
    state = try ScreenExamples.workbench(
      lesson: texts.language == TextTable.english.language ? ScreenExamples.lesson() : ScreenExamples.chineseLesson(),
      texts: texts)
  }

  mutating func play() {
    let effects: [Effect]
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<3:
      let size = randomSize()
      note("size \(size)")
      state.resize(to: size)
      effects = []
    case 3..<5:
      let paste = Self.pastes.randomElement(using: &generator) ?? ""
      note("paste \(paste.prefix(30))")
      effects = state.handle(paste: paste)
    case 5..<9:
      let line = Self.lines.randomElement(using: &generator) ?? ""
      note(":\(line)")
      effects = state.run(line: line)
    case 9..<20:
      effects = deliver()
    case 20..<24:
      effects = state.apply(.explorer(.tick))
    case 24..<32:
      let event = randomMouse()
      note("\(event)")
      effects = state.handle(mouse: event)
    default:
      let key = randomKey()
      note("\(key)")
      effects = state.handle(key: key)
    }
    if keepsLessonsShut { (state.lesson, state.pageLeft) = (nil, nil) }
    waiting = Array((waiting + effects).suffix(8))
    // What asks for too much time here would be as slow for a person; small grids find the same mistakes.
    if state.explorer.document.experiment.inputShape.count > 2000 { _ = state.apply(.explorer(.undo)) }
    if case .stack(let study)? = state.explorer.document.study, study.inputAxes.reduce(1, *) > 800 {
      _ = state.apply(.explorer(.study(nil)))
    }
  }

  mutating func checkInvariants(seed: UInt64) throws {
    let explorer = state.explorer
    let surface = state.draw()
    let trail = Comment(rawValue: "seed \(seed): " + log.suffix(12).joined(separator: ", "))
    try #require(surface.size == state.size, trail)
    try #require(surface.halvedCharacters == [], trail)
    try #require(explorer.outputShape.contains(explorer.cell), trail)
    let extent = explorer.extent(of: .input)
    try #require(extent.rows.contains(explorer.inputCursor.row), trail)
    try #require(extent.columns.contains(explorer.inputCursor.column), trail)
    try #require(explorer.document.shape(of: .kernel).contains(explorer.kernelCursor), trail)
    try #require(state.panels.contains(state.focus), trail)
    if let output = explorer.currentOutput {
      try #require(output == explorer.experiment.output(), trail)
    }
  }

  private mutating func note(_ what: String) { log.append(what) }

  private mutating func deliver() -> [Effect] {
    guard let effect = waiting.randomElement(using: &generator) else { return [] }
    if Bool.random(using: &generator) { waiting.removeAll { $0 == effect } }
    note("delivery")
    switch effect {
    case .recompute(let experiment, let revision):
      guard let output = experiment.output() else { return [] }
      return state.receive(.output(OutputCache(revision: revision, output: output)))
    case .compare(let request): return request.result().map { state.receive(.compared($0)) } ?? []
    case .openComparison(let path, let expected):
      guard let tensor = randomTensor() else { return [] }
      return state.receive(
        .comparisonOpened(tensor, GridFile(path: path, comparedWith: tensor), expected: expected))
    case .save(_, let path, let mark): return state.receive(.saved(path: path, mark: mark))
    case .open(let operand, let path):
      guard let tensor = randomTensor() else { return [] }
      return state.receive(.opened(operand, tensor, name: path, file: GridFile(path: path, holding: tensor)))
    case .saveSession(_, let path, let mark): return state.receive(.sessionSaved(path: path, mark: mark))
    case .openSession(let path):
      return state.receive(
        .sessionOpened(path: path, ReplayedSession(explorer: state.explorer, notes: state.session.notes)))
    case .recover:
      return state.receive(.recovered(ReplayedSession(explorer: state.explorer, notes: state.session.notes)))
    case .storeRecovery, .forgetRecovery, .copy: return []
    case .listFiles(let prefix, let line): return state.receive(.files([prefix + "a.png", prefix + "b/"], line: line))
    case .declineRecovery: return state.receive(.recoveryDeclined(path: "/aside"))
    case .openColor(let path):
      guard let tensor = randomTensor(channels: 3...3) else { return [] }
      return state.receive(.openedColor(tensor, name: path, file: GridFile(path: path, holding: tensor, isColor: true)))
    case .export(_, let request): return state.receive(.exported(path: request.path))
    case .storeProgress:
      return state.receive(.problem("no space left"))
    case .exportProgress(_, let path): return state.receive(.progressExported(path: path))
    case .importProgress(let path):
      return state.receive(.progressImported(LessonProgress(solved: ["first": ["reach"]]), path: path))
    case .cancelWork:
      state.workWasCancelled([nil, .computing, .opening(path: "a")].randomElement(using: &generator) ?? nil)
      return []
    case .suspend, .redraw:
      return state.receive(.lessons(LessonLibrary(files: [])))
    }
  }

  private mutating func randomTensor(channels: ClosedRange<Int> = 1...4) -> Tensor? {
    let values: [Float] = [0, -0.0, 1, -1.5, .infinity, -.infinity, .nan, 3.4e38, .leastNonzeroMagnitude, 0.1]
    guard
      let shape = try? Shape(
        batch: Int.random(in: 1...2, using: &generator), channels: Int.random(in: channels, using: &generator),
        height: Int.random(in: 1...12, using: &generator), width: Int.random(in: 1...30, using: &generator))
    else { return nil }
    let numbers = (0..<shape.count).map { _ in values.randomElement(using: &generator) ?? 0 }
    return try? Tensor(shape: shape, values: numbers)
  }

  private mutating func randomSize() -> Size {
    let sides = [0, 1, 2, 3, 5, 8, 10, 12, 15, 16, 20, 23, 24, 25, 30, 40, 50, 60]
    let widths = [0, 1, 2, 3, 5, 10, 20, 39, 40, 41, 59, 60, 61, 79, 80, 81, 120, 200]
    return Size(
      rows: sides.randomElement(using: &generator) ?? 24, columns: widths.randomElement(using: &generator) ?? 80)
  }

  /// Anywhere on the screen, now and then outside of it.
  private mutating func randomMouse() -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.press, .press, .drag, .drag, .release, .wheelUp, .wheelDown]
    let kind = kinds.randomElement(using: &generator) ?? .press
    let isWheel = kind == .wheelUp || kind == .wheelDown
    return MouseEvent(
      row: Int.random(in: -1...state.size.rows + 1, using: &generator),
      column: Int.random(in: -1...state.size.columns + 1, using: &generator), kind: kind,
      button: isWheel ? 0 : Int.random(in: 1...3, using: &generator))
  }

  private mutating func randomKey() -> Key {
    if Int.random(in: 0..<4, using: &generator) == 0 { return Self.named.randomElement(using: &generator) ?? .enter }
    let bound = KeyMap.bindings.flatMap(\.keys)
    if Bool.random(using: &generator) { return bound.randomElement(using: &generator) ?? .enter }
    return .character(Self.characters.randomElement(using: &generator) ?? "1")
  }

  private static let named: [Key] = [
    .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
    .pageDown, .function(1), .function(12), .control("c"), .control("r"), .control("u"), .control("@"),
  ]
  private static let characters = Array("0123456789-.e/ abcdefghklmnprsuwyACDGHIKLMNPRSVY!:?<>[]{}=!é卷\u{301}\u{7}")
  private static let pastes = [
    "", "1\n2", "3.5", ":q!\n", "1\t2\t3\n4\t5\t6", "[[1, 2], [3, nan]]", "1;2\n3", "[[1 ... 2]]",
    String(repeating: "9", count: 5000), "\u{1b}[2J", "卷积核", "nan",
  ]
  private static let lines = [
    "open x.png", "open kernel k.npy", "open bias b.npy", "save out.npy", "q", "q!", "kernel identity", "kernel no",
    "input plus 9x9", "input noise 1x1", "input ramp 30x40", "input plus 0x0", "input plus 99999999999x99999999999",
    "resize input 1x1", "resize input 5x40", "resize kernel 1x1", "resize kernel 4x2", "resize kernel 9x9",
    "resize kernel 0x1", "resize input -1x-1", "stride 2,1", "stride 0", "stride 9223372036854775807", "stride 7",
    "padding 1,0,2,0", "padding 100", "padding 0", "padding -1", "padding 9223372036854775807", "padding same",
    "padding-mode reflect", "padding-mode circular", "padding-mode zeros", "padding-mode replicate,zeros",
    "dilation 2", "dilation 1,3", "dilation 9223372036854775807", "flip true", "flip maybe", "jump 3 3", "jump -1 0",
    "jump 9223372036854775807 9223372036854775807", "select input 0 0", "select kernel -1 2", "channel 1",
    "channel -1", "channel 9223372036854775807", "edit input 0 0 nan", "edit kernel 0 0 1e40",
    "edit kernel 0 0 0 0 -inf", "edit input 5 0 0 0 1", "edit bias 0 0 1", "edit input 99 99 1",
    "load input 1x1x2x2 m 1 2 3 4", "load input 1x1x2x2 m 1 2 3", "load kernel 2x1x1x1 m 1 2", "speed 0", "speed 60",
    "substep forward", "substep back", "step last", "reveal stepping", "reveal live", "reveal predict", "predict",
    "answer 0", "answer x", "skip", "undo", "redo", "play", "tick", "voice words", "voice numpy", "voice pytorch",
    "voice swift", "voice", "voice latin", "select input -1 -1",
    "session save s", "session save", "session open s", "session", "history", "go-to-edit 0", "go-to-edit 3",
    "go-to-edit -1", "go-to-edit 9223372036854775807", "scrub 3", "scrub -9223372036854775808", "scrub 0",
    "channel 2", "filter 0", "filter 2", "filter -1", "filter 9223372036854775807", "filters 1", "filters 4",
    "filters 3 random 2", "filters 0", "filters 9223372036854775807", "channels 1", "channels 2", "channels 3",
    "channels 9223372036854775807", "groups 1", "groups 2", "groups 3", "groups 0", "groups 9223372036854775807",
    "edit bias 1 0.5", "edit bias 9 1", "edit bias -1 1", "remove bias", "remove kernel", "preset filter 1 blur",
    "preset filter 0 gaussian-5", "input rgb-patches", "input rgb-patches 3x5", "open color photo.png",
    "edit kernel 1 1 0 0 2", "edit input 0 1 0 0 3", "load kernel 3x1x1x1 d 1 2 3", "load kernel 2x3x1x1 d 1 2 3 4 5 6",
    "lesson kernels", "lesson 9", "lessons", "help", "reset-progress", "", "   ", "?", "set", "set padding",
    "operator conv2d", "operator conv1d", "operator conv1d 2", "operator conv-transpose2d", "operator conv-transpose1d",
    "operator max-pool2d", "operator avg-pool1d", "operator adaptive-avg-pool2d", "operator relu", "operator softmax",
    "operator pad", "operator upsample-nearest", "operator linear", "operator", "operator conv1d -1", "clear stride",
    "clear mode", "mode full", "mode same", "dt 0.5", "dt 0", "kernel-size 3", "kernel-size 0",
    "kernel-size 1000000000",
    "output-padding 1", "ceil-mode true", "count-include-pad false", "axis 1", "output-size 3,2", "output-size 0",
    "input sine", "input pulse 1x9", "kernel box-5", "scale 0.5",
    "study stack", "study stack 1x9x9 conv:2 max-pool:2 flatten linear:3", "study stack 1x6x5 name:u-toy", "study none",
    "study stack 1x4x4 conv:1,k9", "study stack 2x5x5 avg-pool:2 conv:3,d2", "study",
    "compare float32-sums", "compare row-bands", "compare padded-maps", "compare x.npy", "compare off",
    "compare nothing",
    "compare", "compare /x", "tolerance 0 0", "tolerance 1e-3", "tolerance -1", "tolerance 1e999", "show other",
    "next-difference", "shift 1 0", "shift -1 2 wrap", "shift 0 0", "shift 99 0", "shift-fill wrap", "shift-fill zeros",
    "shift 9223372036854775807 -9223372036854775808", "shift -9223372036854775808 1 wrap", "shift-comparison on",
    "shift-comparison off", "kernels sobel-x gaussian-5 blur", "kernels sobel-x nothing", "kernels",
    "kernels box-5 edge-1x2",
    "gather", "scatter", "overlap", "overlap now", "mode full", "mode none", "stride 2", "jump 8 8",
    "preset kernel", "preset bias plus", "preset input plus 3x3 9",
    "study dense", "study dense 5x5 tied delta 1", "study dense 1x8", "study dense 4096x4096", "study dense 0x4",
    "study dense 200x3 delta 2 no-bias seed 9", "study dense 4x4 delta 9223372036854775808", "study none", "study",
  ]
}
