import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("The mouse")
struct MouseTests {
  /// The plus under Sobel-x, with a frame drawn.
  private func shown(size: Size = Size(rows: 24, columns: 80)) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel(size: size)
    _ = state.prepareFrame()
    return state
  }

  /// The screen place of the units digit of a cell.
  private func place(_ grid: GridName, _ row: Int, _ column: Int, in state: WorkbenchState) throws -> (Int, Int) {
    let placement = try #require(state.memory.placements[grid])
    let visible = try #require(state.memory.visible(grid))
    return (
      placement.row(row - visible.rows.lowerBound),
      placement.column(column - visible.columns.lowerBound) + placement.numberWidth - 1
    )
  }

  private func event(_ kind: MouseEvent.Kind, _ place: (Int, Int), button: Int = 1) -> MouseEvent {
    MouseEvent(row: place.0, column: place.1, kind: kind, button: button)
  }

  @Test("A click on every visible cell selects just that cell", arguments: GridName.allCases)
  func click(grid: GridName) throws {
    var state = try shown()
    let visible = try #require(state.memory.visible(grid))
    for row in visible.rows {
      for column in visible.columns {
        _ = state.handle(mouse: event(.press, try place(grid, row, column, in: state)))
        _ = state.handle(mouse: event(.release, try place(grid, row, column, in: state)))
        #expect(state.focus.grid == grid)
        let cursor =
          switch grid {
          case .input: state.explorer.inputCursor
          case .kernel: state.explorer.kernelCursor
          case .output: state.explorer.cell
          }
        #expect((cursor.row, cursor.column) == (row, column))
        _ = state.prepareFrame()
      }
    }
    #expect(state.explorer.history.count == 0)
  }

  @Test("A drag paints with the number it began on, over every cell between, as one edit")
  func paint() throws {
    var state = try shown()
    // From the centre of the plus, a 1, to the corner: a fast hand reports only the end.
    _ = state.handle(mouse: event(.press, try place(.input, 3, 3, in: state)))
    _ = state.handle(mouse: event(.drag, try place(.input, 0, 0, in: state)))
    _ = state.handle(mouse: event(.release, try place(.input, 0, 0, in: state)))
    let input = try #require(state.explorer.experiment.operands[.input])
    for index in 0...3 { #expect(input[Coordinate(row: index, column: index)] == 1) }
    #expect(state.explorer.history.count == 1)
    state.type("u")
    #expect(state.explorer.experiment.operands[.input]?[Coordinate(row: 1, column: 1)] == 0)
    #expect(state.explorer.experiment.operands[.input] == (try Examples.explorer()).experiment.operands[.input])
  }

  @Test("A drag from the padding or over the output paints nothing")
  func noPaint() throws {
    var state = try shown()
    _ = state.handle(mouse: event(.press, try place(.input, -1, -1, in: state)))
    _ = state.handle(mouse: event(.drag, try place(.input, 3, 3, in: state)))
    _ = state.handle(mouse: event(.release, try place(.input, 3, 3, in: state)))
    _ = state.handle(mouse: event(.press, try place(.output, 0, 0, in: state)))
    _ = state.handle(mouse: event(.drag, try place(.output, 3, 3, in: state)))
    #expect(state.explorer.history.count == 0)
  }

  @Test("A click takes the number that is being typed; one that is none stays, and so does its cell")
  func clickWhileTyping() throws {
    var state = try shown()
    state.press(.tab)
    state.type("7")
    _ = state.handle(mouse: event(.press, try place(.output, 2, 2, in: state)))
    #expect(state.explorer.experiment.operands[.input]?[Coordinate(row: 0, column: 0)] == 7)
    #expect(state.focus == .output)
    state.press(.tab)
    state.type("-")
    _ = state.handle(mouse: event(.press, try place(.output, 0, 0, in: state)))
    #expect(state.keyContext == .editing)
    #expect(state.focus == .input)
  }

  @Test("The wheel moves the selection of the grid under it and leaves the focus")
  func wheel() throws {
    var state = try shown()
    let over = try place(.output, 3, 3, in: state)
    state.press(.tab)
    _ = state.handle(mouse: event(.wheelDown, over, button: 0))
    #expect(state.explorer.cell == Coordinate(row: 1, column: 0))
    _ = state.handle(mouse: event(.wheelUp, over, button: 0))
    #expect(state.explorer.cell == Coordinate(row: 0, column: 0))
    #expect(state.focus == .input)
  }

  @Test("In a list a click chooses the item it is on; beside the list it closes it")
  func menu() throws {
    var state = try shown()
    state.type("K")
    guard case .menu(let menu) = state.mode else { return #expect(Bool(false), "no list is open") }
    let place = MenuOverlay.Place(menu, on: state.size, glyphs: Glyphs(unicode: true))
    let blur = try #require(menu.items.firstIndex { $0.title == "blur" })
    let row = place.inside.row + blur - place.items.lowerBound
    _ = state.handle(mouse: event(.press, (row, place.inside.column + 3)))
    #expect(state.mode == .normal)
    #expect(state.explorer.document.origins[.weights]?.name == "blur")
    state.type("K")
    _ = state.handle(mouse: event(.press, (0, 0)))
    #expect(state.mode == .normal)
    #expect(state.explorer.document.origins[.weights]?.name == "blur")
  }

  @Test("A click on a thumbnail shows its plane")
  func thumbnail() throws {
    var state = try Examples.plusUnderSobel(size: Size(rows: 40, columns: 100))
    state.type(":filters 4")
    state.press(.enter)
    _ = state.prepareFrame()
    let rect = try #require(state.memory.layout?.strips)
    let section = try #require(state.memory.strips?.sections.first { $0.place.grid == .output })
    let column = rect.column + 1 + section.place.column + 2 * (section.place.thumbnail.columns + 1)
    _ = state.handle(mouse: event(.press, (rect.row + 2, column)))
    #expect(state.explorer.cell.channel == 2)
  }

  @Test(
    "Seeded clicks, drags and wheels anywhere leave a state that undo leads back from",
    arguments: 0..<6 as Range<UInt64>)
  func anywhere(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = try shown(size: Size(rows: 24, columns: 80))
    let start = state.explorer.document
    let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .drag, .wheelUp, .wheelDown]
    for _ in 0..<400 {
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      let place = (Int.random(in: -1...25, using: &generator), Int.random(in: -1...81, using: &generator))
      _ = state.handle(mouse: event(kind, place, button: Int.random(in: 0...3, using: &generator)))
      _ = state.prepareFrame()
    }
    _ = state.handle(mouse: event(.release, (0, 0)))
    while state.explorer.history.undoCount > 0 { state.type("u") }
    #expect(state.explorer.document == start)
  }
}
