import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("Checks of targets, and of the layers of a stack")
struct LabCheckTests {
  private func verdict(_ yaml: String, after actions: [String]) throws -> Verdict {
    let check = try LessonText.check(yaml)
    let start = try CheckTests.explorer()
    let state = try CheckTests.explorer(actions)
    let alone = check.evaluate(Observation(start: start, state: state))
    let whole = Observation(start: start, state: state, output: state.experiment.output())
    #expect(check.evaluate(whole) == alone)
    return alone
  }

  /// 7 in one of 49 cells that is 0 otherwise: the root of 49 / 49.
  @Test(
    "each passes when it is true and only then",
    arguments: [
      ("target: set", ["target"], ["jump 1 1"]),
      ("target: set", ["target", "set stride 2"], ["target", "target off"]),
      ("comparing: target", ["target"], ["target", "compare off"]),
      ("fit: {residual: {at-most: 0}}", ["target"], ["jump 1 1"]),
      ("fit: {residual: 1}", ["target", "target edit 3 3 7"], ["target", "target edit 3 3 6.9"]),
      ("fit: {residual: {at-most: 0.5}}", ["target", "edit kernel 0 0 0", "fit"], ["target", "edit kernel 0 0 9"]),
      ("fit: {residual: {at-most: 9}}", ["target"], ["target", "set stride 2"]),
      ("stack: {kinds: [conv]}", ["study stack 1x12x12 conv:1,k3"], ["study stack 1x12x12 conv:1,k3 max-pool:2"]),
      ("stack: {kinds: [conv, max-pool]}", ["study stack 1x12x12 conv:1,k3 max-pool:2"], ["study stack name:lenet-5"]),
      ("stack: {stride: 2}", ["study stack 1x12x12 conv:1,k3 max-pool:2"], ["study stack 1x12x12 conv:1,k3"]),
      ("stack: {stride: 1}", ["study stack 1x12x12 relu"], ["study stack 1x12x12 conv:1,k3,s2 relu"]),
      (
        "stack: {dilation: {at-most: 2}}", ["study stack 1x12x12 conv:1,k3,d2 conv:1,k3"],
        ["study stack 1x12x12 conv:1,k3,d3"]
      ),
    ] as [(String, [String], [String])])
  func holds(yaml: String, right: [String], wrong: [String]) throws {
    #expect(try verdict(yaml, after: right) == .passed)
    #expect(try verdict(yaml, after: wrong) == .notYet)
  }

  @Test(
    "what is no such check is refused",
    arguments: ["target: there", "fit: 1", "fit: {rest: 1}", "stack: {kinds: [conv, pool]}", "stack: {kinds: []}"])
  func refused(yaml: String) {
    #expect(throws: LessonFault.self) { try LessonText.check(yaml) }
  }
}
