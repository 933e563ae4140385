import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Keys on the workbench")
struct KeysTests {
  @Test("the output has the focus at start; right and left arrows step the window")
  func arrowsStep() throws {
    var state = try Examples.plusUnderSobel()
    #expect(state.focus == .output)
    state.press(.right, .right, .left)
    #expect(state.explorer.cell == Coordinate(row: 0, column: 1))
    for _ in 0..<6 { state.press(.right) }
    #expect(state.explorer.cell == Coordinate(row: 1, column: 0), "right runs on into the next row")
  }

  @Test("Tab walks the panels and Shift-Tab walks back")
  func focus() throws {
    var state = try Examples.plusUnderSobel()
    var seen: [PanelName] = []
    for _ in 0..<3 {
      state.press(.tab)
      seen.append(state.focus)
    }
    #expect(seen == [.input, .kernel, .output])
    state.press(.backTab)
    #expect(state.focus == .kernel)
  }

  @Test("in a large picture the input's selection comes to the window instead of the view going away from it")
  func selectionFollowsTheWindow() throws {
    var state = try Examples.plusUnderSobel()
    let big = Tensor(shape: try Shape(height: 500, width: 400), repeating: 2)
    _ = state.apply(.explorer(.load(.input, big, name: "big")))
    _ = state.apply(.explorer(.jump(row: 300, column: 200)))
    _ = state.prepareFrame()
    state.press(.tab)
    #expect(state.focus == .input)
    #expect(state.explorer.inputCursor == Coordinate(row: 300, column: 200))

    var small = try Examples.plusUnderSobel()
    _ = small.apply(.explorer(.jump(row: 3, column: 3)))
    _ = small.prepareFrame()
    small.press(.tab)
    #expect(small.explorer.inputCursor == Coordinate(row: 0, column: 0), "what is in view stays selected")
  }

  @Test("a digit in a grid starts an edit, Enter takes it and stays")
  func editTake() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    state.type("-2.5")
    guard case .editing(let edit) = state.mode else {
      Issue.record("expected an edit, found \(state.mode)")
      return
    }
    #expect(edit.text == "-2.5")
    let effects = state.press(.enter)
    #expect(state.mode == .normal)
    #expect(state.explorer.experiment.operands[.input]?[row: 0, column: 0] == -2.5)
    #expect(state.explorer.inputCursor == Coordinate(row: 0, column: 0))
    #expect(effects.count == 1, "one recompute")
  }

  @Test("arrows and Tab take the number and move; Esc restores")
  func editMove() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab, .tab)
    state.type("7")
    state.press(.right)
    #expect(state.explorer.experiment.operands[.weights]?[row: 0, column: 0] == 7)
    #expect(state.explorer.kernelCursor == Coordinate(row: 0, column: 1))
    state.type("8")
    state.press(.tab)
    #expect(state.explorer.experiment.operands[.weights]?[row: 0, column: 1] == 8)
    #expect(state.focus == .output)
    state.press(.backTab)
    state.type("9")
    state.press(.escape)
    #expect(state.mode == .normal)
    #expect(state.explorer.experiment.operands[.weights]?[row: 0, column: 1] == 8)
  }

  @Test("a text that is no number stays in the cell with the reason")
  func editProblem() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    state.type("1..2")
    state.press(.enter)
    guard case .editing(let edit) = state.mode else {
      Issue.record("expected the edit to go on")
      return
    }
    #expect(edit.text == "1..2")
    #expect(edit.problem?.contains("1..2") == true)
    #expect(state.explorer.experiment.operands[.input]?[row: 0, column: 0] == 0)
  }

  @Test("a number on the output is a count, and it is said where numbers are edited")
  func outputIsComputed() throws {
    var state = try Examples.plusUnderSobel()
    state.type("5")
    #expect(state.mode == .normal)
    #expect(state.message?.text == state.texts.text(.countIs, "5"))
  }

  @Test("undo names what it took back, redo does it again")
  func undo() throws {
    var state = try Examples.plusUnderSobel()
    state.type("s")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(2))
    state.type("u")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(1))
    #expect(state.message?.text.contains("stride") == true)
    state.press(.control("r"))
    #expect(state.explorer.experiment.parameters.stride == PerAxis(2))
    state.type("uu")
    #expect(state.message?.kind == .problem)
  }

  @Test("parameters change by their keys, and what is illegal is refused")
  func parameters() throws {
    var state = try Examples.plusUnderSobel()
    state.type("pmf")
    #expect(state.explorer.experiment.padding == Padding(2))
    #expect(state.explorer.experiment.parameters.paddingMode == PerAxis(.reflect))
    #expect(state.explorer.experiment.parameters.orientation == .convolution)
    state.type("S")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(1))
    #expect(state.message?.kind == .problem)
    state.type("PPP")
    #expect(state.explorer.experiment.padding == .none)
    #expect(state.message?.kind == .problem)
  }

  @Test("Space plays and pauses, brackets change the speed")
  func playback() throws {
    var state = try Examples.plusUnderSobel()
    state.type(" ")
    #expect(state.explorer.playback.isPlaying)
    let before = state.explorer.playback.cellsPerSecond
    state.type("]")
    #expect(state.explorer.playback.cellsPerSecond > before)
    state.type("[ ")
    #expect(state.explorer.playback.cellsPerSecond == before)
    #expect(!state.explorer.playback.isPlaying)
  }

  @Test("the kernel menu opens on the kernel in use, and Enter chooses another")
  func kernelMenu() throws {
    var state = try Examples.plusUnderSobel()
    state.type("K")
    guard case .menu(let menu) = state.mode else {
      Issue.record("expected a menu")
      return
    }
    #expect(menu.items[menu.selected].title == "sobel-x")
    state.press(.home, .down, .enter)
    #expect(state.mode == .normal)
    #expect(state.explorer.document.origins[.weights]?.name == menu.items[1].title)
  }

  @Test("Esc leads out of every mode")
  func escape() throws {
    for opener in ["K", ":", "?", "I"] {
      var state = try Examples.plusUnderSobel()
      state.type(opener)
      #expect(state.mode != .normal)
      state.press(.escape)
      #expect(state.mode == .normal, "after \(opener)")
    }
  }

  @Test("Ctrl-C closes a dialog first and quits then")
  func interrupt() throws {
    var state = try Examples.plusUnderSobel()
    state.type("?")
    state.press(.control("c"))
    #expect(state.mode == .normal)
    #expect(!state.isFinished)
    state.press(.control("c"))
    #expect(state.isFinished)
  }

  @Test("q asks when edits would be lost, and not otherwise")
  func quit() throws {
    var state = try Examples.plusUnderSobel()
    state.type("s")
    state.type("q")
    #expect(!state.isFinished)
    guard case .confirmation = state.mode else {
      Issue.record("expected a question")
      return
    }
    state.type("x")
    #expect(state.mode == .normal)
    state.type("qy")
    #expect(state.isFinished)

    var fresh = try Examples.plusUnderSobel()
    fresh.type("q")
    #expect(fresh.isFinished)
  }

  @Test("another edit after undoing beyond the saved state is not saved")
  func savedStateLost() throws {
    var state = try Examples.plusUnderSobel()
    state.type("ss")
    _ = state.receive(.saved(path: "out.npy", mark: state.explorer.history.mark))
    state.type("u")
    #expect(state.hasUnsavedEdits)
    state.type("p")
    #expect(state.explorer.history.undoCount == 2)
    #expect(state.hasUnsavedEdits)
  }

  @Test("of a huge paste only as much is looked at as is taken")
  func hugePaste() throws {
    var state = try Examples.plusUnderSobel()
    state.type(":")
    _ = state.handle(paste: "\n" + String(repeating: "9", count: 1_000_000) + "\nq!")
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("expected the prompt, found \(state.mode)")
      return
    }
    #expect(prompt.text == String(repeating: "9", count: 4096))
  }

  @Test("pasted text never runs as keys")
  func paste() throws {
    var state = try Examples.plusUnderSobel()
    #expect(state.handle(paste: "qqq\nsss").isEmpty)
    #expect(!state.isFinished)
    #expect(state.explorer.history.undoCount == 0)
    state.type(":")
    _ = state.handle(paste: "stride 2\nq!")
    state.press(.enter)
    #expect(state.explorer.experiment.parameters.stride == PerAxis(2))
    #expect(!state.isFinished)
  }

  @Test("product by product, from the keys")
  func subSteps() throws {
    var state = try Examples.plusUnderSobel()
    state.type(">>")
    #expect(state.explorer.subStep == 2)
    state.type("<")
    #expect(state.explorer.subStep == 1)
    state.type("=")
    #expect(state.explorer.subStep == nil)
  }
}
