import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("Shape golf in a task")
struct GolfTaskTests {
  private static let goal = " {stack: {field: 7, size: 12x12, kinds: [conv], dilation: 1, stride: 1}}"

  private func lesson(
    golf: String = "{score: parameters, par: 30, among: {layers: 3, kernels: [1, 3, 5, 7], padding: [same]}}",
    check: String = goal, setup: String = "study stack 1x12x12 conv:1,k3,p1",
    solution: String = "study stack 1x12x12 conv:1,k3,p1 conv:1,k3,p1 conv:1,k3,p1"
  ) throws -> Lesson {
    try LessonText.read(
      body: "## One\n```setup\n- \(setup)\n```\n"
        + LessonText.task(["check": check, "golf": " \(golf)", "solution": " {actions: [\"\(solution)\"]}"]))
  }

  @Test("A par that is right has no finding, and one that is not is found with the stack that shows it")
  func audit() throws {
    #expect(LessonAudit.findings(in: try lesson()) == [])
    func golf(par: Int, layers: Int = 3) -> String {
      "{score: parameters, par: \(par), among: {layers: \(layers), kernels: [1, 3, 5, 7], padding: [same]}}"
    }
    func finding(_ golf: String) throws -> [LessonFinding] { LessonAudit.findings(in: try lesson(golf: golf)) }
    #expect(
      try finding(golf(par: 36)) == [
        .golf(
          task: "t1", .parTooHigh(par: 36, best: 30, stack: "conv:1,k3,p1 conv:1,k3,p1 conv:1,k3,p1"))
      ])
    #expect(try finding(golf(par: 29)) == [.golf(task: "t1", .parTooLow(par: 29, best: 30))])
    // Two layers are 36 at best; the stored solution has a third.
    #expect(try finding(golf(par: 36, layers: 2)) == [.golf(task: "t1", .solutionBeatsPar(par: 36, score: 30))])
    #expect(
      try finding("{score: layers, par: 2, among: {layers: 2, kernels: [3], padding: [same]}}")
        == [.golf(task: "t1", .parTooLow(par: 2, best: nil))])
    #expect(
      try finding(
        "{score: layers, par: 1, among: {layers: 4, kernels: [1, 2, 3, 4, 5, 6, 7], strides: [1, 2, 3, 4]}}")
        == [.golf(task: "t1", .tooLarge(28 + 784 + 21952 + 614656, limit: GolfSpace.stackLimit))])
  }

  @Test("Golf needs a stack to begin with, and a goal that is about the stack alone")
  func needsStack() throws {
    #expect(
      LessonAudit.findings(in: try lesson(setup: "play")) == [.golf(task: "t1", .noStack)])
    for check in [" {reach: {row: 1, column: 1}}", " {all: [{stack: {field: 7}}, {unchanged: input}]}"] {
      #expect(throws: LessonProblem.self) { try lesson(check: check) }
    }
    for golf in [
      "{score: strokes, par: 1, among: {layers: 1}}", "{score: layers, par: 1, among: {layers: 5}}",
      "{score: layers, par: 1}", "{score: layers, among: {layers: 1}}",
      "{score: layers, par: 1, among: {layers: 1, kernels: []}}",
      "{score: layers, par: 1, among: {layers: 1, padding: [wide]}}",
    ] {
      #expect(throws: LessonProblem.self, "\(golf)") { try lesson(golf: golf) }
    }
  }

  @Test("The task is solved with any score, the best one is kept, and it goes on counting after success")
  func standing() throws {
    let lesson = try lesson()
    var explorer = try #require(LessonAudit.startingExplorer)
    var session = LessonSession(lesson: lesson, explorer: explorer)
    try explorer.apply(.together(session.openingActions))
    session.begin(explorer)
    func play(_ stack: String) throws -> LessonEvent? {
      let action = try ExplorerAction(text: "study stack \(stack)")
      try explorer.apply(action)
      return session.note(action, state: explorer, output: nil)
    }
    func standing() -> [Int?] { session.golfStanding(in: explorer).map { [$0.present, $0.best] } ?? [] }
    #expect(standing() == [nil, nil])
    #expect(try play("1x12x12 conv:1,k5,p2 conv:1,k3,p1") == .taskSolved("t1"))
    #expect(standing() == [36, 36])
    #expect(try play("1x12x12 conv:1,k3,p1 conv:1,k3,p1") == nil)
    #expect(standing() == [nil, 36])
    _ = try play("1x12x12 conv:1,k3,p1 conv:1,k3,p1 conv:1,k3,p1")
    #expect(standing() == [30, 30])
    _ = try play("1x12x12 conv:1,k7,p3")
    #expect(standing() == [50, 30])
  }

  @Test("With another input the goal is another: it is neither solved nor counted")
  func otherInput() throws {
    let lesson = try lesson()
    var explorer = try #require(LessonAudit.startingExplorer)
    var session = LessonSession(lesson: lesson, explorer: explorer)
    try explorer.apply(.together(session.openingActions))
    session.begin(explorer)
    let action = try ExplorerAction(text: "study stack 1x18x18 conv:1,k7")
    try explorer.apply(action)
    #expect(session.note(action, state: explorer, output: nil) == nil)
    #expect(session.lastVerdict == .wrong(.otherInput([1, 12, 12])))
    #expect(session.golfStanding(in: explorer)?.present == nil)
  }
}
