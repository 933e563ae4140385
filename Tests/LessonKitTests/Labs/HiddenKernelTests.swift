import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("The kernel detective")
struct HiddenKernelTests {
  /// No turn, transposition or change of signs of this kernel is another of them.
  private static let weights = "2 0 -1 1 3 0 0 -2 1"

  private func judge(_ text: String, kernel: String = "1x1x3x3 k \(weights)", probes: Int = 0, limit: Int? = 2)
    throws -> Verdict
  {
    let state = try CheckTests.explorer(["load kernel \(kernel)"])
    return LessonQuestion.hiddenKernel(probes: limit).judge(text, state: state, probes: probes)
  }

  @Test(
    "The kernel is read as rows with semicolons, as pasted lines, as NumPy prints it, and in reading order",
    arguments: [
      "2 0 -1; 1 3 0; 0 -2 1", "2,0,-1;1,3,0;0,-2,1", "2 0 -1\n1 3 0\n0 -2 1\n", "2\t0\t-1\n1\t3\t0\n0\t-2\t1",
      "[[ 2.  0. -1.]\n [ 1.  3.  0.]\n [ 0. -2.  1.]]", "array([[2, 0, -1], [1, 3, 0], [0, -2, 1]])",
      "2 0 \u{2212}1; 1 3 0; 0 \u{2212}2 1", "2 0 -1 1 3 0 0 -2 1", "4/2 0 -1; 1 3 0; 0 -2 1;",
    ])
  func reads(text: String) throws {
    #expect(try judge(text) == .passed)
  }

  @Test(
    "Each way to be wrong is told as what it is, and no more than that",
    arguments: [
      ("1 -2 0; 0 3 1; -1 0 2", .turned), ("2 1 0; 0 3 -2; -1 0 1", .transposed),
      ("-2 0 1; -1 -3 0; 0 2 -1", .negated), ("-1 2 0; 0 -3 -1; 1 0 -2", .turnedAndNegated),
      ("2 0 -1; 1 3 0; 0 -2 9", .weights(1, of: 9)), ("0 0 0; 0 0 0; 0 0 0", .weights(6, of: 9)),
      ("2 0; 1 3", .size(PerAxis(2), expected: PerAxis(3))),
      ("2 0 -1 1", .size(PerAxis(vertical: 1, horizontal: 4), expected: PerAxis(3))),
    ] as [(String, KernelMistake)])
  func diagnoses(text: String, mistake: KernelMistake) throws {
    #expect(try judge(text) == .wrong(.wrongKernel(mistake)))
  }

  @Test("Of a kernel that is not square the transposed one is told before its size")
  func notSquare() throws {
    #expect(try judge("1 4; 2 5; 3 6", kernel: "1x1x2x3 k 1 2 3 4 5 6") == .wrong(.wrongKernel(.transposed)))
  }

  @Test("What is no grid is no answer", arguments: ["", "kernel", "1 2; 3", "1 x; 2 3", "[[1, 2], ...]"])
  func noGrid(text: String) throws {
    #expect(try judge(text) == .wrong(.notAGrid))
  }

  @Test("The right kernel after too many probes is told so, a wrong one is told first")
  func probes() throws {
    let right = "2 0 -1; 1 3 0; 0 -2 1"
    #expect(try judge(right, probes: 2) == .passed)
    #expect(try judge(right, probes: 3) == .wrong(.tooManyProbes(3, limit: 2)))
    #expect(try judge("1 -2 0; 0 3 1; -1 0 2", probes: 3) == .wrong(.wrongKernel(.turned)))
    #expect(try judge(right, probes: 99, limit: nil) == .passed)
  }

  @Test("Probes are changes of the input since the task began, and undo does not give them back")
  func counting() throws {
    let lesson = try LessonText.read(
      body: "## One\n```setup\n- load kernel 1x1x3x3 k \(Self.weights)\n```\n"
        + LessonText.task([
          "check": " {hidden-kernel: {probes: {at-most: 2}}}", "hides": " kernel",
          "solution": " {actions: [preset input impulse], answer: '2 0 -1; 1 3 0; 0 -2 1'}",
        ]))
    #expect(LessonAudit.findings(in: lesson) == [])
    #expect(lesson.tasks.first?.hidesKernel == true)
    var explorer = try #require(LessonAudit.startingExplorer)
    var session = LessonSession(lesson: lesson, explorer: explorer)
    try explorer.apply(.together(session.openingActions))
    session.begin(explorer)
    for (text, count) in [
      ("edit input 0 0 1", 1), ("undo", 1), ("redo", 1), ("step forward", 1), ("set padding 1", 1),
      ("block input 0 0 1x2 1 2", 2), ("shift 0 1 zeros", 3), ("preset input flat", 4), ("resize input 5x5", 5),
    ] {
      let action = try ExplorerAction(text: text)
      try explorer.apply(action)
      _ = session.note(action, state: explorer, output: nil)
      #expect(session.probes == count, "\(text)")
    }
    #expect(
      session.answer("2 0 -1; 1 3 0; 0 -2 1", state: explorer, output: nil)
        == .wrong(.tooManyProbes(5, limit: 2)))
    session.resetTask()
    #expect(session.probes == 0)
  }

  @Test("A question for the hidden kernel hides it, and nothing but the kernel can be hidden")
  func reading() {
    let question = " {hidden-kernel: {probes: {at-most: 2}}}"
    func problem(_ fields: [String: String?]) -> LessonProblem.Reason? {
      LessonText.problem(body: "## One\n" + LessonText.task(fields))?.reason
    }
    #expect(problem(["check": question, "solution": " {answer: '1'}"]) == .missingField("hides"))
    #expect(problem(["hides": " input"]) == .badValue(field: "hides", value: "input"))
    #expect(problem(["hides": " kernel"]) == nil)
  }
}
