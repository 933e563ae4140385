import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Keys for channels")
struct ChannelKeysTests {
  private func bias(_ state: WorkbenchState) -> [Float]? { state.explorer.experiment.operands[.bias]?.values }

  @Test("c and C walk the channels, w and W the filters, round and round")
  func walking() throws {
    var state = try ChannelExamples.bars(filters: 4)
    state.press(.character("c"))
    #expect(state.explorer.inputCursor.channel == 1)
    state.press(.character("C"), .character("C"))
    #expect(state.explorer.inputCursor.channel == 2)
    #expect(state.explorer.cell.channel == 0)
    state.press(.character("w"))
    #expect(state.explorer.cell == Coordinate(channel: 1, row: 2, column: 2))
    state.press(.character("W"), .character("W"))
    #expect(state.explorer.cell.channel == 3)
    #expect(state.explorer.inputCursor.channel == 2)
  }

  @Test("with one channel or filter the keys say so")
  func onlyOne() throws {
    var state = try Examples.plusUnderSobel()
    for key: Key in [.character("c"), .character("w"), .character("x")] {
      state.press(key)
      #expect(state.message?.kind == .problem, "\(key.name)")
    }
  }

  @Test("x and X go through the groups that are possible and show them as a slider")
  func groups() throws {
    var state = try ChannelExamples.bars(filters: 6)
    _ = state.apply(.explorer(.channels(6)))
    var messages: [String] = []
    for key in "xxxX" {
      state.press(.character(key))
      messages.append(state.message?.text ?? "")
    }
    #expect(
      messages == [
        "groups 1 [2] 3 6: each filter sees 3 of 6 channels", "groups 1 2 [3] 6: each filter sees 2 of 6 channels",
        "groups 1 2 3 [6]: each filter sees 1 of 6 channels", "groups 1 2 [3] 6: each filter sees 2 of 6 channels",
      ])
    for _ in 0..<4 { state.press(.character("u")) }
    #expect(state.explorer.experiment.parameters.groups == 1)
  }

  @Test("the slider stays at its ends without an edit")
  func ends() throws {
    var state = try ChannelExamples.bars(filters: 3)
    let depth = state.explorer.history.undoCount
    state.press(.character("X"))
    #expect(state.explorer.history.undoCount == depth)
    state.press(.character("x"), .character("x"))
    #expect(state.explorer.history.undoCount == depth + 1)
  }

  @Test("+ adds a filter and shows it, _ takes the last away")
  func filters() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.character("+"))
    #expect(state.explorer.outputShape.channels == 2)
    #expect(state.explorer.cell.channel == 1)
    state.press(.character("_"))
    #expect(state.explorer.outputShape.channels == 1)
    state.press(.character("_"))
    #expect(state.message?.kind == .problem)
    #expect(state.explorer.outputShape.channels == 1)
  }

  @Test("b types the bias of the current filter, and u takes it back")
  func typedBias() throws {
    var state = try ChannelExamples.bars(filters: 2)
    state.press(.character("w"), .character("b"))
    #expect(state.screen().contains("Bias of filter 1, now 0:"))
    state.type("half")
    state.press(.enter)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("expected the prompt")
      return
    }
    #expect(prompt.problem != nil)
    for _ in 0..<4 { state.press(.backspace) }
    state.type("-0.5")
    state.press(.enter)
    #expect(bias(state) == [0, -0.5])
    #expect(state.screen().contains("bias -0.5"))
    state.press(.character("u"))
    #expect(bias(state) == nil)
    state.press(.character("b"), .enter)
    #expect(state.mode == .normal)
    #expect(bias(state) == nil)
  }

  @Test("a kernel that is chosen goes into the current one of several filters")
  func kernels() throws {
    var state = try ChannelExamples.bars(filters: 2)
    let first = state.explorer.experiment.operands[.weights]?.values.prefix(27)
    state.press(.character("w"))
    state.type(":kernel laplacian")
    state.press(.enter)
    #expect(state.explorer.experiment.operands[.weights]?.values.prefix(27) == first)
    #expect(state.explorer.experiment.operands[.weights]?.values.suffix(9) == [0, 1, 0, 1, -4, 1, 0, 1, 0])
    state.press(.character("K"), .character("G"), .enter)
    #expect(state.explorer.outputShape.channels == 2)
  }

  @Test("open color reads a picture's colours, and its channels are named")
  func openColor() throws {
    var state = try Examples.plusUnderSobel()
    state.type(":open color my photo.png")
    let effects = state.press(.enter)
    #expect(effects == [.openColor(path: "my photo.png")])
    let picture = Tensor(shape: try Shape(channels: 3, height: 4, width: 4), repeating: 255)
    _ = state.receive(.openedColor(picture, name: "my photo.png", file: nil))
    #expect(state.explorer.document.origins[.input] == GridOrigin(name: "my photo.png", isColor: true))
    #expect(state.screen().contains("RGB"))
  }
}
