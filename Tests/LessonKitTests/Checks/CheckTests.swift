import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct CheckTests {
  /// The plus under Sobel-x with padding 1: 0 at the centre (3, 3), +4 left and −4 right of it.
  static func explorer(_ actions: [String] = []) throws -> ExplorerState {
    var state = try #require(LessonAudit.startingExplorer)
    for text in ["preset kernel sobel-x", "set padding 1"] + actions {
      try state.apply(try ExplorerAction(text: text))
    }
    return state
  }

  /// What a check says of a state, without and with the whole output at hand.
  private func verdict(_ yaml: String, after actions: [String] = []) throws -> Verdict {
    let check = try LessonText.check(yaml)
    let start = try Self.explorer()
    let state = try Self.explorer(actions)
    let alone = check.evaluate(Observation(start: start, state: state))
    let output = state.experiment.output()
    #expect(check.evaluate(Observation(start: start, state: state, output: output)) == alone)
    return alone
  }

  @Test(
    "Each check passes when it is true and only then",
    arguments: [
      ("reach: {row: 2, column: 1}", "jump 2 1", "jump 1 2"),
      ("set: {stride: 2}", "set stride 2", "set stride 2,1"),
      ("set: {stride: 2, padding: 1}", "set stride 2", "set padding 1"),
      ("kernel: {preset: identity}", "preset kernel identity", "preset kernel blur"),
      ("kernel: {rows: [[1, 2]]}", "load kernel 1x1x1x2 k 1 2", "load kernel 1x1x2x1 k 1 2"),
      ("input: {preset: edge}", "preset input edge", "preset input plus"),
      ("input-cell: {at: [3, 3], equals: 2}", "edit input 3 3 2", "edit input 3 4 2"),
      ("kernel-cell: {at: [0, 0], at-most: -2}", "edit kernel 0 0 -2", "edit kernel 0 0 -1.9"),
      ("kernel-cell: {at: [0, 0], at-least: 0}", "edit kernel 0 0 1e9", "edit kernel 0 0 nan"),
      ("kernel-cell: {at: [5, 0], equals: 0}", "resize kernel 6x3", "edit kernel 0 0 0"),
      ("unchanged: kernel", "edit input 0 0 1", "edit kernel 0 0 7"),
      ("output: {cell: [3, 3], equals: 4}", "edit input 3 4 3", "edit input 3 4 2"),
      ("output: {cell: [7, 0], equals: 0}", "set padding 2", "jump 1 1"),
      ("output: {cell: [3, 3], equals: 1}", "preset kernel identity", "preset kernel blur"),
      ("output: {maximum-at: [3, 3]}", "preset kernel plus-detector", "step forward"),
      ("output: {minimum-at: [3, 3]}", "edit input 3 4 -9", "edit input 3 4 9"),
      ("output: {every: {at-least: -4}}", "step forward", "edit input 3 4 9"),
      ("output: {every: 0, rows: 0-0}", "jump 3 3", "preset input flat"),
      ("output: {every: 0, rows: 3, columns: 3}", "jump 3 3", "edit input 3 4 3"),
      ("output: {every: 0, rows: 7-8, columns: 0}", "set padding 2", "jump 3 3"),
      ("output: {size: 5x5}", "set padding 0", "set stride 2"),
      ("all: [{reach: {row: 1, column: 1}}, {unchanged: input}]", "jump 1 1", "step forward"),
      ("any: [{reach: {row: 1, column: 1}}, {set: {stride: 2}}]", "set stride 2", "step forward"),
      ("not: {unchanged: kernel}", "edit kernel 0 0 7", "edit input 0 0 7"),
      ("operator: max-pool2d", "operator max-pool2d", "operator avg-pool2d"),
      (
        "kernel: {preset: sobel-x, up-to: [scale]}", "load kernel 1x1x3x3 k -2 0 2 -4 0 4 -2 0 2",
        "load kernel 1x1x3x3 k 1 0 -1 2 0 -2 1 0 -1"
      ),
      (
        "kernel: {preset: sobel-x, up-to: [sign]}", "load kernel 1x1x3x3 k 1 0 -1 2 0 -2 1 0 -1",
        "load kernel 1x1x3x3 k 2 0 -2 4 0 -4 2 0 -2"
      ),
      (
        "kernel: {rows: [[1, 2], [3, 4]], up-to: [flip]}", "load kernel 1x1x2x2 k 4 3 2 1",
        "load kernel 1x1x2x2 k 2 1 4 3"
      ),
      (
        "kernel: {rows: [[1, 2], [3, 4]], up-to: [flip, scale]}", "load kernel 1x1x2x2 k 8 6 4 2",
        "load kernel 1x1x2x2 k -8 -6 -4 -2"
      ),
      (
        "kernel: {rows: [[1, 2], [3, 4]], up-to: [flip, scale, sign]}", "load kernel 1x1x2x2 k -8 -6 -4 -2",
        "load kernel 1x1x2x2 k 0 0 0 0"
      ),
      ("kernel: {sum: {at-least: 1}}", "edit kernel 0 0 0", "edit kernel 0 0 -2"),
      ("kernel: {non-zero: {at-most: 5}}", "edit kernel 0 0 0", "edit kernel 0 1 3"),
      ("kernel: {symmetric: true}", "preset kernel blur", "edit kernel 0 0 0"),
      ("kernel: {size: 2x3}", "resize kernel 2x3", "resize kernel 3x2"),
      ("kernel: {filters: 3}", "filters 3", "filters 2"),
      ("weights: {at-most: 8}", "resize kernel 2x4", "edit kernel 0 0 0"),
      ("products: 225", "set padding 0", "set padding 2"),
      ("output: {every: 0, rim: 1}", "preset input flat", "jump 2 2"),
      ("unchanged: output", "edit kernel 1 1 0", "edit kernel 0 0 3"),
      ("unchanged: output", "load kernel 1x1x3x3 k -1 -0 1 -2 0 2 -1 0 1", "set stride 2"),
      ("study: dense", "study dense", "study stack"),
      ("study: none", "jump 1 1", "study dense"),
      (
        "dense: {tied: true, delta: 1, weights: 9, parameters: 10}", "study dense 4x4 tied delta 1",
        "study dense 4x4 tied"
      ),
      ("dense: {delta: none, edges: 256, size: 4x4}", "study dense 4x4", "study dense 4x4 delta 1"),
      (
        "stack: {field: 7, layers: 3}", "study stack 1x12x12 conv:1,k3 conv:1,k3 conv:1,k3",
        "study stack 1x12x12 conv:1,k3 conv:1,k3"
      ),
      (
        "stack: {parameters: {at-most: 10}, size: 10x10, channels: 1}", "study stack 1x12x12 conv:1,k3",
        "study stack 1x12x12 conv:2,k3"
      ),
      ("stack: {products: 900}", "study stack 1x12x12 conv:1,k3", "study stack 1x12x12 conv:1,k3,p1"),
      ("stack: {name: vgg-16, parameters: {at-least: 138000000}}", "study stack name:vgg-16", "study stack"),
      ("comparing: algorithm", "compare float32-sums", "jump 1 1"),
      ("comparing: none", "jump 1 1", "compare float32-sums"),
      ("comparing: any", "compare float32-sums", "jump 1 1"),
    ])
  func kinds(yaml: String, good: String, bad: String) throws {
    #expect(try verdict(yaml, after: [good]) == .passed, "\(yaml) after \(good)")
    #expect(try verdict(yaml, after: [bad]) == .notYet, "\(yaml) after \(bad)")
  }

  @Test("A tie has neither a maximum nor a minimum")
  func tie() throws {
    #expect(try verdict("output: {maximum-at: [3, 2]}") == .passed)
    #expect(
      try verdict("output: {maximum-at: [0, 0]}", after: ["preset kernel identity", "preset input flat"]) == .notYet)
    #expect(
      try verdict("output: {minimum-at: [0, 0]}", after: ["preset kernel identity", "preset input flat"]) == .notYet)
  }

  @Test("A NaN passes no test of a number and makes nothing an extreme")
  func notANumber() throws {
    for yaml in ["{cell: [3, 3], at-least: 0}", "{cell: [3, 3], at-most: 0}", "{maximum-at: [3, 1]}", "{every: 0}"] {
      #expect(try verdict("output: \(yaml)", after: ["edit input 3 3 nan"]) == .notYet)
    }
  }

  @Test("Sums of ninths count as the number they stand for")
  func tolerance() throws {
    let actions = ["preset kernel blur", "preset input flat"]
    #expect(try verdict("output: {cell: [3, 3], equals: 1}", after: actions) == .passed)
    #expect(try verdict("output: {cell: [3, 3], equals: 1.001}", after: actions) == .notYet)
  }

  @Test("A large output is waited for, not computed")
  func largeOutput() throws {
    let state = try Self.explorer(["resize input 600x600"])
    let check = Check.output(.every(.atLeast(-4)))
    #expect(check.evaluate(Observation(start: state, state: state)) == .notYet)
    let output = state.experiment.output()
    #expect(check.evaluate(Observation(start: state, state: state, output: output)) == .passed)
  }

  @Test("Products that are more than an Int counts are no number of products")
  func countlessProducts() throws {
    // 5 × 5 windows of 10⁹ × 10⁹ cells.
    let actions = [
      "preset input plus 5x5", "operator max-pool2d", "set stride 1", "set padding same", "set kernel-size 1000000000",
    ]
    let state = try Self.explorer(actions)
    #expect(state.experiment.plan.termsPerCell == 1_000_000_000_000_000_000)
    #expect(state.experiment.outputShape.count == 25)
    let check = try LessonText.check("products: {at-least: 0}")
    #expect(check.evaluate(Observation(start: state, state: state)) == .notYet)
  }

  @Test("An output of another shape is not looked at")
  func outdatedOutput() throws {
    let state = try Self.explorer()
    let outdated = Tensor(shape: try Shape(height: 1, width: 1), repeating: 9)
    let check = Check.output(.maximumAt(row: 3, column: 2))
    #expect(check.evaluate(Observation(start: state, state: state, output: outdated)) == .passed)
  }

  @Test("Of several checks a wrong answer outweighs what is missing")
  func allVerdicts() throws {
    let check = try LessonText.check("all: [{reach: {row: 3, column: 3}}, {predict: next}]")
    #expect(check.question != nil)
    let away = try Self.explorer(["reveal stepping"])
    let there = try Self.explorer(["jump 3 3", "reveal stepping"])
    func verdict(_ state: ExplorerState, _ answer: String?) -> Verdict {
      check.evaluate(Observation(start: away, state: state, answer: answer))
    }
    #expect(verdict(there, "-4") == .passed)
    #expect(verdict(there, nil) == .notYet)
    #expect(verdict(away, "0") == .notYet)
    guard case .wrong = verdict(away, "17") else {
      Issue.record("a wrong answer has to be told")
      return
    }
  }

  @Test("A target is met within what is allowed, and by nothing of another size")
  func target() throws {
    let actions = ["load kernel 1x1x1x1 k 1", "load input 1x1x1x3 i 1 0.04 2", "set padding 0"]
    #expect(try verdict("output: {grid: [[1, 0, 2]], within: 0.05}", after: actions) == .passed)
    #expect(try verdict("output: {grid: [[1, 0, 2]], within: 0.03}", after: actions) == .notYet)
    #expect(try verdict("output: {grid: [[1, 0]], within: 9}", after: actions) == .notYet)
    #expect(try verdict("output: {grid: [[1, 0, 2]]}", after: actions + ["edit input 0 1 0"]) == .passed)
  }

  @Test("A rim that leaves nothing is not met")
  func widestRim() throws {
    #expect(try verdict("output: {every: {at-least: -9}, rim: 3}") == .passed)
    #expect(try verdict("output: {every: {at-least: -9}, rim: 4}") == .notYet)
  }

  @Test("A shifted input changes nothing in a shifted output until something is cut off")
  func shift() throws {
    let check = try LessonText.check("all: [{comparing: shift}, {difference: {every: 0}}]")
    var state = try Self.explorer()
    #expect(check.evaluate(Observation(start: state, state: state)) == .notYet)
    try state.apply(.shiftComparison(true))
    try state.apply(try ExplorerAction(text: "shift 0 1"))
    #expect(check.evaluate(Observation(start: state, state: state)) == .passed)
    // The right arm of the plus reaches the last column, and then leaves it.
    for _ in 0..<2 { try state.apply(try ExplorerAction(text: "shift 0 1")) }
    #expect(check.evaluate(Observation(start: state, state: state)) == .notYet)
  }

  @Test("Sums in Float32 that differ by a last digit do differ")
  func smallDifference() throws {
    // 0.1 + 0.7 + 0.1 in Double and in Float32.
    let actions = [
      "load kernel 1x1x1x3 k 0.1 0.7 0.1", "load input 1x1x1x3 i 1 1 1", "set padding 0", "compare float32-sums",
    ]
    let state = try Self.explorer(actions)
    let other = try #require(state.comparisonRequest?.result()?.other.value(at: Coordinate(row: 0, column: 0)))
    let difference = abs(other - state.experiment.value(at: Coordinate(row: 0, column: 0)))
    try #require(difference > 0 && difference < NumberTest.tolerance)
    #expect(try verdict("difference: {every: 0}", after: actions) == .notYet)
    #expect(try verdict("difference: {every: {at-most: 1e-5}}", after: actions) == .passed)
  }

  @Test("Edits are counted from the start of the task, and undo gives them back")
  func edits() throws {
    let check = try LessonText.check("all: [{edits: {at-most: 2}}, {kernel-cell: {at: [0, 0], equals: 3}}]")
    var state = try Self.explorer(["edit input 0 0 1", "edit input 0 0 2", "edit input 0 0 3"])
    let start = state
    func verdict() -> Verdict { check.evaluate(Observation(start: start, state: state)) }
    #expect(verdict() == .notYet)
    for value in 1...3 { try state.apply(try ExplorerAction(text: "edit kernel 0 0 \(value)")) }
    #expect(verdict() == .wrong(.tooManyEdits(3, limit: 2)))
    for _ in 0..<3 { try state.apply(.undo) }
    try state.apply(try ExplorerAction(text: "edit kernel 0 0 3"))
    #expect(verdict() == .passed)
  }

  @Test("So many cells predicted in the predict mode, and none skipped")
  func predicted() throws {
    let check = try LessonText.check("predicted: {right: {at-least: 2}}")
    var state = try Self.explorer(["reveal predict"])
    let start = state
    func verdict() -> Verdict { check.evaluate(Observation(start: start, state: state)) }
    for _ in 0..<2 {
      #expect(verdict() == .notYet)
      try state.apply(try ExplorerAction(text: "answer 0"))
    }
    #expect(verdict() == .passed)
    try state.apply(.skip)
    #expect(verdict() == .notYet)
  }
}
