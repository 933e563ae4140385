import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The command line of the workbench")
struct LinesTests {
  private func after(_ line: String) throws -> (state: WorkbenchState, effects: [Effect]) {
    var state = try Examples.plusUnderSobel()
    state.type(":" + line)
    let effects = state.press(.enter)
    return (state, effects)
  }

  @Test("save writes the output to the named file, blanks included")
  func save() throws {
    let (state, effects) = try after("save my output.npy")
    #expect(effects == [.save(state.explorer.experiment, path: "my output.npy", mark: .start)])
  }

  @Test("open reads a file for the input, or for the named operand")
  func open() throws {
    #expect(try after("open photo.png").effects == [.open(.input, path: "photo.png")])
    #expect(try after("open kernel k.csv").effects == [.open(.weights, path: "k.csv")])
  }

  @Test("parameters, presets and actions can be written out")
  func actions() throws {
    #expect(try after("stride 2,1").state.explorer.experiment.parameters.stride == PerAxis(vertical: 2, horizontal: 1))
    #expect(try after("kernel blur").state.explorer.document.origins[.weights]?.name == "blur")
    #expect(try after("input checkerboard 5x6").state.explorer.experiment.inputShape.width == 6)
    #expect(try after("resize input 9x8").state.explorer.experiment.inputShape.height == 9)
    #expect(try after("jump 3 4").state.explorer.cell == Coordinate(row: 3, column: 4))
  }

  @Test(
    "a line that cannot be done stays in the prompt with the reason",
    arguments: ["fly", "stride 0", "kernel nonsense", "save", "jump 9 9"])
  func refused(line: String) throws {
    let (state, effects) = try after(line)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("expected the prompt, found \(state.mode)")
      return
    }
    #expect(prompt.text == line)
    #expect(prompt.problem?.isEmpty == false)
    #expect(effects.isEmpty)
  }

  @Test("kernel and input alone show what there is to choose")
  func menus() throws {
    for line in ["kernel", "input"] {
      guard case .menu = try after(line).state.mode else {
        Issue.record("expected a menu after “\(line)”")
        continue
      }
    }
  }

  @Test("an unknown command is told what commands there are")
  func unknownCommand() throws {
    guard case .prompt(let prompt) = try after("fly 3").state.mode else {
      Issue.record("expected the prompt")
      return
    }
    #expect(prompt.problem?.contains("“fly”") == true)
    #expect(prompt.problem?.contains("resize") == true)
  }

  @Test("q! leaves without asking")
  func leave() throws {
    var state = try Examples.plusUnderSobel()
    state.type("s:q!")
    state.press(.enter)
    #expect(state.isFinished)
  }
}
