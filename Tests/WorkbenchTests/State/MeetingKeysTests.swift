import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Keys where views, studies, comparisons and predictions meet")
struct MeetingKeysTests {
  private func threeKernels(_ size: Size = ScreenExamples.ordinary) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size)
    _ = state.run(line: "kernels sobel-x sobel-y blur")
    state.settle(state.start())
    return state
  }

  private func lines(_ state: inout WorkbenchState) -> [String] {
    state.screen().split(separator: "\n").map(String.init)
  }

  @Test("a count moves as often in a study as in the grids")
  func countsInStudies() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "study dense 4x4")
    state.press(.character("g"))
    state.type("3")
    state.press(.right)
    #expect(state.dense.chosen?.column == 3)
    state.type("9")
    state.press(.left)
    #expect(state.dense.chosen?.column == 0)
    #expect(state.count == nil)

    var stack = try StackExamples.workbench("1x16x16 conv:4,k3,p1 relu max-pool:2")
    stack.press(.down)
    stack.type("3")
    stack.press(.up)
    #expect(stack.stackView?.level == 0)
    stack.press(.down)
    stack.type("2k")
    #expect(stack.stackWords.first?.contains("k5") == true)
  }

  @Test("a key that does nothing here says so, and where it does something")
  func silentKeys() throws {
    var state = try ScreenExamples.workbench()
    state.press(.character("Q"))
    #expect(state.message?.text == "Q does nothing here; ? tells the keys.")
    state.press(.character("B"))
    #expect(state.message?.text == "B does nothing here: Tab leads to the panels where it does.")
    _ = state.run(line: "study dense 4x4")
    state.press(.character("z"))
    #expect(state.message?.text == "z is a key of the grids: Esc leads back to them.")
    state.press(.character("i"))
    #expect(state.message?.text == "i does nothing here; ? tells the keys.")
    state.type("5")
    #expect(state.message?.text == "5 times the next key.")
    state.press(.tab)
    #expect(state.message?.text == "There is no other panel here; Esc leads back to the grids.")
    #expect(!state.hints.contains { $0.key == "Tab" })
  }

  @Test("Esc leads from the maps to the grids, and what the maps do not show is said")
  func leavingMaps() throws {
    var state = try threeKernels()
    state.press(.character("V"))
    state.press(.character("v"))
    #expect(state.message?.text == "View: heat map (in the grids: Esc leads back to them)")
    #expect(lines(&state)[0].contains("heat") == false)
    state.press(.tab)
    #expect(state.message?.text == "There is no other panel here; Esc leads back to the grids.")
    state.press(.character("B"))
    #expect(state.message?.text == "B is a key of the grids: Esc leads back to them.")
    state.press(.escape)
    #expect(state.mapsView == .grids)
    #expect(lines(&state)[0].contains("heat map"))
  }

  @Test("the number of a map is never cut off, whichever has the focus")
  func mapNumbers() throws {
    for size in [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
      var state = try ScreenExamples.workbench(size)
      _ = state.run(line: "filters 16 random")
      state.settle(state.start())
      state.press(.character("V"))
      let screen = state.screen()
      #expect(screen.contains("▸ 0"))
      #expect(!screen.contains("filter…") && !screen.contains("filter …"))
    }
  }

  @Test("maps that are all to be predicted have no range yet")
  func unknownRanges() throws {
    var state = try threeKernels()
    state.press(.character("A"))
    #expect(!state.screen().contains("0 to 0"))
    state.press(.character("V"))
    #expect(!state.screen().contains("0 to 0"))
    state.press(.character("!"))
    #expect(state.screen().contains("shared 0 to 0"))
  }

  @Test("while the arrows shift the input, nothing is typed into a cell that nobody sees chosen")
  func typingWhileShifting() throws {
    var state = try ScreenExamples.workbench()
    state.settle(state.start())
    state.press(.character("M"))
    let document = state.explorer.document
    let refusal = "The arrows shift the whole input, no cell of it is chosen: Esc ends that."
    for key in [Key.character("5"), .enter, .character("B"), .shiftRight, .delete] {
      state.press(key)
      #expect(state.message?.text == refusal, "\(key.name)")
      #expect(state.mode == .normal)
    }
    #expect(state.explorer.document == document)
    #expect(!state.hints.contains { $0.text == "edit" })
    state.press(.escape)
    state.press(.character("5"))
    #expect(state.mode != .normal)
  }

  @Test("the history tells predictions from steps")
  func historyOfPredictions() throws {
    var state = try ScreenExamples.workbench()
    state.press(.character("A"))
    state.press(.character("U"))
    guard case .menu(let menu) = state.mode else {
      Issue.record("no list is open")
      return
    }
    #expect(menu.items.last?.detail == "predict")
  }

  @Test("views, colours, comparisons and studies are found by typing their names")
  func paletteOfNames() throws {
    var state = try ScreenExamples.workbench()
    state.press(.control("p"))
    guard case .palette(let palette) = state.mode else {
      Issue.record("the palette is not open")
      return
    }
    let titles = palette.entries.map(\.title)
    for wanted in ["view heat", "map diverging", "scale clamped", "compare float32-sums", "study dense", "voice numpy"]
    {
      #expect(titles.contains(wanted), "\(wanted)")
    }
  }

  @Test("a line that changes the hidden grids behind a study says where it did something")
  func linesBehindStudies() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "study dense 4x4")
    _ = state.run(line: "kernel blur")
    #expect(state.message?.text == "Done (in the grids: Esc leads back to them)")
    _ = state.run(line: "view heat")
    #expect(state.message?.text == "View: heat map (in the grids: Esc leads back to them)")
    _ = state.run(line: "kernel nope")
    #expect(state.message?.kind == .problem)
    _ = state.run(line: "study dense 5x5")
    #expect(state.message?.text.contains("grids") != true)
  }

  @Test("an operator without weights is not told to multiply, and not offered kernels")
  func noWeights() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "operator max-pool2d")
    #expect(!state.hints.contains { $0.key == "K" })
    _ = state.run(line: "predict")
    state.type("9")
    state.press(.enter)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("nothing is asked")
      return
    }
    #expect(prompt.problem == "Not 9. Go once more through what cell 0,0 is made of; there are no weights here.")
  }

  @Test("a step beyond the last cell, a padding mode without padding, and leaving without an answer say what they did")
  func nothingToSee() throws {
    var state = try ScreenExamples.workbench()
    state.press(.character("G"), .character("."))
    #expect(state.message?.text == "This is the last cell; g leads to the first.")
    state.press(.character("g"), .left)
    #expect(state.message?.text == "This is the first cell; G leads to the last.")
    state.press(.right)
    #expect(state.message == nil)
    state.press(.character("m"))
    #expect(state.message == nil)
    _ = state.run(line: "padding 0")
    state.press(.character("m"))
    #expect(state.message?.text == "Padding, once there is some, is replicate; p adds it.")
    state.press(.character("A"), .character("A"))
    #expect(state.message?.text == "Predicting is over; nothing was answered.")
  }

  @Test("the history tells which rules a dense layer got")
  func historyOfStudies() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "study dense 3x3")
    state.press(.character("t"), .character("U"))
    guard case .menu(let menu) = state.mode else {
      Issue.record("no list is open")
      return
    }
    #expect(menu.items.last?.detail.contains("tied") == true)
    #expect(menu.items.last?.detail != menu.items.dropLast().last?.detail)
  }

  @Test("a click on a map chooses its filter")
  func clickOnMap() throws {
    var state = try threeKernels()
    state.press(.character("V"))
    let frame = state.prepareFrame()
    let map = try #require(frame.maps?.maps.last)
    _ = state.handle(mouse: MouseEvent(row: map.rect.row + 1, column: map.rect.column + 2, kind: .press))
    #expect(state.explorer.cell.channel == 2)
  }

  @Test("a narrow title of a shifted output speaks of the shift, not of something else that is compared")
  func narrowShift() throws {
    var state = try ScreenExamples.workbench(Size(rows: 12, columns: 40))
    state.settle(state.start())
    state.press(.character("M"))
    #expect(state.screen().contains("− shifted"))
    #expect(!state.screen().contains("− other"))
  }
}
