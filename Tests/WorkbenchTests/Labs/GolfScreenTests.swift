import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("Shape golf on the workbench")
struct GolfScreenTests {
  private static let file = """
    ---
    id: golf
    number: 1
    title: Golf
    ---

    ## Tee

    ```setup
    - study stack 1x12x12 conv:1,k3,p1
    ```

    ```task
    id: seven
    prompt: Seven.
    check:
      stack: {field: 7, size: 12x12}
    golf:
      score: parameters
      par: 30
      among: {layers: 3, kernels: [1, 3, 5, 7], padding: [same]}
    hints: [One., Two.]
    solution: {actions: ["study stack 1x12x12 conv:1,k7,p3"]}
    explanation: Yes.
    ```

    """

  private func line(_ state: WorkbenchState) -> String? {
    LessonPanel.lines(state, columns: 76).map(\.text).first { $0.contains("par ") }?
      .split(separator: " ").joined(separator: " ")
  }

  @Test("the score stands beside par while the goal holds and after, and a better one replaces the best")
  func score() throws {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [("golf.md", Array(Self.file.utf8))]),
      size: Size(rows: 24, columns: 80), capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    #expect(state.library.problems.isEmpty)
    _ = state.apply(.openLesson("golf"))
    #expect(line(state) == "goal not reached · par 30")
    func play(_ layers: String) { _ = state.apply(.runLine("study stack 1x12x12 \(layers)")) }
    play("conv:1,k5,p2 conv:1,k3,p1")
    #expect(state.lesson?.isTaskSolved == true)
    #expect(line(state) == "36 parameters · par 30")
    play("conv:1,k7,p3")
    #expect(line(state) == "50 parameters · par 30 · best 36")
    play("conv:1,k3,p1 conv:1,k3,p1 conv:1,k3,p1")
    #expect(line(state) == "30 parameters · par 30 · on par")
    #expect(state.message?.text == "Par: 30 parameters. Fewer are not possible here.")
    play("conv:1,k3,p3,d3")
    #expect(line(state) == "10 parameters · par 30 · below par")
    play("conv:1,k3,p1")
    #expect(line(state) == "goal not reached · par 30 · best 10")
  }

  @Test("another input is told, because par stands for the one that was given")
  func otherInput() throws {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [("golf.md", Array(Self.file.utf8))]),
      size: Size(rows: 24, columns: 80), capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    _ = state.apply(.openLesson("golf"))
    _ = state.apply(.runLine("study stack 1x18x18 conv:1,k7"))
    #expect(state.lesson?.isTaskSolved == false)
    #expect(LessonPanel.lines(state, columns: 76).contains { $0.text.contains("an input of 1×12×12") })
  }
}
