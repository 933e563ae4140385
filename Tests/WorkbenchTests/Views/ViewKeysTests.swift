import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Views by keys and lines")
struct ViewKeysTests {
  @Test("v goes through the views, t through the colours, z through the scales, and all of them around")
  func cycle() throws {
    var state = try Examples.plusUnderSobel()
    var views: [GridView] = []
    var maps: [ColorMap] = []
    var scales: [Scaling.Kind] = []
    for _ in 0..<4 {
      state.press(.character("v"))
      views.append(state.look.view)
      state.press(.character("t"))
      maps.append(state.look.map)
      state.press(.character("z"))
      scales.append(state.look.scaling.kind)
    }
    #expect(views == [.heat, .blocks, .numbers, .heat])
    #expect(maps == [.grey, .diverging, .cividis, .grey])
    #expect(scales == [.fixed, .clamped, .local, .global])
  }

  @Test("each change is said, and over numbers which key shows it")
  func said() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.character("t"))
    #expect(state.message?.text == "Colours: grey; v shows them.")
    state.press(.character("v"))
    #expect(state.message?.text == "View: heat map")
    state.press(.character("t"))
    #expect(state.message?.text == "Colours: diverging")
    _ = state.run(line: "scale clamped 0 1")
    #expect(state.message?.text == "Scale clamped: each grid by its visible cells within 0 to 1")
  }

  @Test("fixed by key has the ends of all grids together: input 0 to 1, kernel -2 to 2, output -4 to 4")
  func fixed() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.character("z"))
    #expect(state.look.scaling == .fixed(-4...4))
    // An output that nobody may see yet has no part in it.
    _ = state.run(line: "scale global")
    _ = state.apply(.explorer(.reveal(.predict)))
    _ = state.draw()
    state.press(.character("z"))
    #expect(state.look.scaling == .fixed(-2...2))
  }

  @Test("lines name view, colours and scale; what does not exist is refused with what does")
  func lines() throws {
    var state = try Examples.plusUnderSobel()
    for line in ["view heat", "map diverging", "scale fixed -1 1"] { _ = state.run(line: line) }
    #expect(state.look.view == .heat)
    #expect(state.look.map == .diverging)
    #expect(state.look.scaling == .fixed(-1...1))
    let before = state.look
    for (line, part) in [
      ("view", "numbers, heat or blocks"), ("view cubes", "“cubes”"), ("map jet", "cividis, grey or diverging"),
      ("scale fixed 2 1", "LO below HI"), ("scale", "LO below HI"), ("scale log", "“log”"),
    ] {
      _ = state.run(line: line)
      #expect(state.message?.kind == .problem, "\(line)")
      #expect(state.message?.text.contains(part) == true, "\(line): \(state.message?.text ?? "")")
    }
    #expect(state.look == before)
  }

  @Test("stepping, moving and editing lead to the same state in every view", arguments: GridView.allCases)
  func sameKeys(view: GridView) throws {
    func played(_ view: GridView) throws -> WorkbenchState {
      var state = try Examples.plusUnderSobel()
      _ = state.run(line: "view \(view.rawValue)")
      let keys: [Key] = [
        .right, .down, .character("."), .tab, .right, .down, .character("7"), .enter, .tab, .right, .character("-"),
        .character("3"), .down, .character(">"), .character("p"), .character("u"),
      ]
      for key in keys {
        _ = state.handle(key: key)
        _ = state.draw()
      }
      return state
    }
    let (state, numbers) = (try played(view), try played(.numbers))
    #expect(state.explorer == numbers.explorer)
    #expect(state.focus == numbers.focus)
  }

  @Test("a number being typed is seen in its cell however narrow that is", arguments: [GridView.heat, .blocks])
  func typing(view: GridView) throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "view \(view.rawValue)")
    state.press(.tab, .tab)
    state.type("-12.5")
    let screen = state.screen()
    // In the grid and on the status line.
    #expect(screen.components(separatedBy: "-12.5▏").count == 3, "\(screen)")
  }

  @Test("the exact value of the selected cell is said in every view", arguments: GridView.allCases)
  func exact(view: GridView) throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "view \(view.rawValue)")
    _ = state.run(line: "edit input 3 3 0.123456789")
    state.press(.tab)
    state.message = nil
    #expect(state.screen().contains(" input[3,3] = 0.12345679 "), "\(state.screen())")
  }

  @Test("what cannot be understood in a session leaves the look as it is")
  func notes() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "view heat")
    SessionNotes(words: ["view": "cubes", "map": "jet", "scale": "fixed 1"]).restore(&state)
    #expect(state.look.view == .heat)
    #expect(state.look.map == .cividis)
    #expect(state.look.scaling == .global)
  }

  @Test("while a value is asked for no scale gives it away")
  func predicting() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "view heat")
    #expect(state.prepareFrame().look.scales[.output] == ValueScale(low: -4, high: 4, kind: .global))
    _ = state.apply(.explorer(.reveal(.predict)))
    #expect(state.prepareFrame().look.scales[.output] == ValueScale(low: 0, high: 0, kind: .local))
  }

  @Test("where counts stand in the place of a transposed output, the scale is that of the counts")
  func overlaps() throws {
    var state = try Examples.plusUnderSobel()
    for line in ["operator conv-transpose2d", "view heat", "overlap"] { _ = state.run(line: line) }
    // 3×3 weights with stride 1 and padding 1: four products in the corners, nine inside.
    #expect(state.prepareFrame().look.scales[.output] == ValueScale(low: 0, high: 9, kind: .global))
  }

  @Test("the scale of a grid follows an edit, and of a stepping run it does not move")
  func stays() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "view heat")
    _ = state.apply(.explorer(.reveal(.stepping)))
    let scales = state.prepareFrame().look.scales
    for _ in 0..<20 {
      state.press(.right)
      #expect(state.prepareFrame().look.scales == scales)
    }
    _ = state.run(line: "edit input 0 0 9")
    #expect(state.prepareFrame().look.scales[.input] == ValueScale(low: 0, high: 9, kind: .global))
  }
}
