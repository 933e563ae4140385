import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Completion of the command line")
struct CompletionTests {
  private func typed(_ text: String) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    state.type(":" + text)
    return state
  }

  private func prompt(_ state: WorkbenchState) throws -> Prompt {
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("no prompt is open")
      return Prompt(kind: .command)
    }
    return prompt
  }

  @Test("The one way to go on is taken whole")
  func single() throws {
    var state = try typed("oper")
    state.press(.tab)
    #expect(try prompt(state).text == "operator ")
    state.type("max-pool2")
    state.press(.tab)
    #expect(try prompt(state).text == "operator max-pool2d")
    state.press(.enter)
    #expect(state.explorer.experiment.operation == .maxPool2d)
  }

  @Test("Of several ways what they share is taken; Tab then goes through them, Shift-Tab back")
  func several() throws {
    var state = try typed("kernel so")
    state.press(.tab)
    #expect(try prompt(state).text == "kernel sobel-")
    let lines = try #require(try prompt(state).completion?.lines)
    #expect(lines.first == "kernel sobel-x")
    #expect(lines.allSatisfy { $0.hasPrefix("kernel sobel-") })
    state.press(.tab)
    #expect(try prompt(state).text == lines[0])
    state.press(.tab)
    #expect(try prompt(state).text == lines[1])
    state.press(.backTab)
    #expect(try prompt(state).text == lines[0])
    state.press(.backTab)
    #expect(try prompt(state).text == lines[lines.count - 1])
  }

  @Test("What is typed on ends the choice, and what nothing goes on from is said")
  func ending() throws {
    var state = try typed("kernel so")
    state.press(.tab)
    state.type("z")
    #expect(try prompt(state).completion == nil)
    state.press(.tab)
    #expect(try prompt(state).text == "kernel sobel-z")
    #expect(try prompt(state).problem == state.texts.text(.noCompletion))
  }

  @Test("Files are asked for, and what comes too late is dropped")
  func files() throws {
    var state = try typed("open pic")
    #expect(state.press(.tab) == [.listFiles(prefix: "pic", line: "open pic")])
    _ = state.receive(.files(["picture.png", "pictures/"], line: "open pic"))
    #expect(try prompt(state).text == "open picture")
    state.type("x")
    _ = state.receive(.files(["picture.png"], line: "open pic"))
    #expect(try prompt(state).text == "open picturex")
    // A file for the kernel is not one for the input.
    var other = try typed("open kernel w")
    #expect(other.press(.tab) == [.listFiles(prefix: "w", line: "open kernel w")])
  }

  @Test("Tab in an answer completes nothing")
  func answer() throws {
    var state = try Examples.plusUnderSobel()
    state.type("b1")
    #expect(state.press(.tab).isEmpty)
    #expect(try prompt(state).text == "1")
  }
}
