import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("A hidden kernel on the workbench")
struct HiddenKernelScreenTests {
  private static let file = """
    ---
    id: dark
    number: 1
    title: Dark
    ---

    ## Who

    ```setup
    - preset input flat 7x7
    - load kernel 1x1x3x3 secret-name 83 0 -61 17 43 0 0 -29 71
    ```

    ```task
    id: who
    prompt: Which one?
    hides: kernel
    check:
      hidden-kernel: {probes: {at-most: 1}}
    hints: [One., Two.]
    solution: {actions: [preset input impulse], answer: "83 0 -61; 17 43 0; 0 -29 71"}
    explanation: So it is.
    ```

    ## After

    The end.

    """
  private static let answer = "83 0 -61; 17 43 0; 0 -29 71"

  private func opened(_ size: Size = Size(rows: 40, columns: 140)) throws -> WorkbenchState {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [("dark.md", Array(Self.file.utf8))]),
      size: size, capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    #expect(state.library.problems.isEmpty)
    _ = state.apply(.openLesson("dark"))
    return state
  }

  /// Whether a weight or the name of the kernel stands on the screen as a word: a sum of several may have its digits.
  private func tells(_ seen: WorkbenchState) -> String? {
    var state = seen
    let text = state.screen()
    let words = Set(text.split { !$0.isNumber && !$0.isLetter }.map(String.init))
    return ["83", "61", "17", "43", "29", "71", "secret"].first(where: words.contains).map { "\($0) in\n\(text)" }
  }

  @Test(
    "nothing on the screen tells a weight, in any view and voice, on any panel",
    arguments: [Size(rows: 40, columns: 140), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
  func hidden(size: Size) throws {
    var state = try opened(size)
    #expect(tells(state) == nil)
    for key in "vvvvzzzzfdDpPtyBAA>>>>=" {
      state.press(.character(key))
      #expect(tells(state) == nil, "after \(key)")
    }
    for _ in 0..<4 {
      state.press(.tab)
      #expect(tells(state) == nil, "\(state.focus)")
      for key in [Key.enter, .character("5"), .character("y"), .shiftRight, .character("}"), .character("+")] {
        guard state.focus == .kernel else { continue }
        state.press(key)
        #expect(tells(state) == nil)
        #expect(state.mode == .normal && state.message?.kind == .problem, "\(key)")
      }
    }
  }

  @Test(
    "what would show or change it is refused with the reason",
    arguments: [
      "kernel", "kernel blur", "history", "operator", "operator relu", "study dense", "edit kernel 0 0 1",
      "resize kernel 2x2", "filters 2", "kernels blur sharpen", "export it.py", "session save it", "preset kernel blur",
    ])
  func refused(line: String) throws {
    var state = try opened()
    let document = state.explorer.document
    let effects = state.apply(.runLine(line))
    #expect(effects.isEmpty && state.mode == .normal)
    #expect(state.message?.text == TextTable.english.text(.hiddenKernelRefuses))
    #expect(state.explorer.document == document)
  }

  @Test("a wrong answer stays at the prompt with the reason, and the right one shows the kernel")
  func answers() throws {
    var state = try opened()
    _ = state.apply(.runLine("input impulse"))
    #expect(state.lesson?.probes == 1)
    state.press(.character("a"))
    state.type("71 -29 0; 0 43 17; -61 0 83")
    state.press(.enter)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.text == "71 -29 0; 0 43 17; -61 0 83")
    #expect(prompt.problem == TextTable.english.text(.wrongKernelTurned))
    state.press(.escape)
    state.press(.character("a"))
    state.type(Self.answer)
    state.press(.enter)
    #expect(state.mode == .normal && state.lesson?.isTaskSolved == true)
    #expect(tells(state) != nil)
    _ = state.apply(.runLine("kernel blur"))
    #expect(state.message?.kind != .problem)
  }

  @Test("leaving the lesson for the free explorer leaves the kernel behind, and coming back finds it hidden still")
  func leaves() throws {
    var state = try opened()
    _ = state.apply(.toggleLesson)
    #expect(state.lesson == nil && tells(state) == nil)
    _ = state.apply(.explorer(.undo))
    #expect(tells(state) == nil)
    _ = state.apply(.toggleLesson)
    #expect(state.hidesKernel && tells(state) == nil)
    #expect(state.explorer.experiment.operands[.weights]?.values.first == 83)
  }

  @Test("a grid that is pasted into the prompt keeps its rows")
  func pastes() throws {
    for text in [
      "83 0 -61\n17 43 0\n0 -29 71\n", "83\t0\t-61\n17\t43\t0\n0\t-29\t71",
      "[[83, 0, -61],\n [17, 43, 0],\n [0, -29, 71]]",
    ] {
      var state = try opened()
      state.press(.character("a"))
      _ = state.handle(paste: text)
      state.press(.enter)
      #expect(state.lesson?.isTaskSolved == true, "\(text)")
    }
  }

  @Test("too many probes are told with the key that begins again, and beginning again gives them back")
  func probes() throws {
    var state = try opened()
    _ = state.apply(.runLine("input impulse"))
    state.press(.character("u"))
    _ = state.apply(.runLine("input ramp"))
    state.press(.character("a"))
    state.type(Self.answer)
    state.press(.enter)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(prompt.problem == TextTable.english.text(.wrongTooManyProbes, "2", "1", "R"))
    state.press(.escape, .character("R"), .character("y"))
    #expect(state.lesson?.probes == 0)
  }
}
