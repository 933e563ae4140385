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
    let check = Check.output(.every(.atLeast(-4), rows: nil, columns: nil))
    #expect(check.evaluate(Observation(start: state, state: state)) == .notYet)
    let output = state.experiment.output()
    #expect(check.evaluate(Observation(start: state, state: state, output: output)) == .passed)
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
    #expect(check.asksForAnswer)
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
}
