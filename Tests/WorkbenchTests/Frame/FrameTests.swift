import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Frames")
struct FrameTests {
  @Test(
    "Scrolling moves just as far as the focus asks for, with a margin of one",
    arguments: [
      // start, visible, focus, extent, expected
      (0, 5, 0..<1, 0..<20, 0), (0, 5, 3..<4, 0..<20, 0), (0, 5, 4..<5, 0..<20, 1), (8, 5, 8..<9, 0..<20, 7),
      (0, 5, 19..<20, 0..<20, 15), (15, 5, 0..<1, -2..<20, -1), (0, 30, 19..<20, 0..<20, 0), (0, 3, 5..<8, 0..<20, 5),
      (9, 3, 2..<9, 0..<20, 2),
    ])
  func follow(start: Int, visible: Int, focus: Range<Int>, extent: Range<Int>, expected: Int) {
    #expect(GridPlacement.followed(start: start, visible: visible, focus: focus, extent: extent) == expected)
  }

  @Test("An edit marks the outputs it changed until the next step")
  func marks() throws {
    var state = try ScreenExamples.workbench()
    _ = state.prepareFrame()
    _ = state.apply(.explorer(.edit(.input, Coordinate(row: 0, column: 0), 5)))
    let edited = state.prepareFrame()
    #expect(edited.changed[.input] == [FrameMemory.Place(row: 0, column: 0)])
    // Of the 2 × 2 outputs that see the corner, the kernel's middle column weighs nothing.
    #expect(
      edited.changed[.output] == [FrameMemory.Place(row: 0, column: 1), FrameMemory.Place(row: 1, column: 1)])
    #expect(state.prepareFrame().changed == edited.changed)
    _ = state.apply(.explorer(.step(.forward)))
    #expect(state.prepareFrame().changed[.output] == [])
  }

  @Test("The window stays in view while it goes through a picture larger than the screen")
  func windowStaysInView() throws {
    let shape = try Shape(height: 60, width: 60)
    var state = try ScreenExamples.workbench(
      input: Tensor(shape: shape, repeating: 0.123456), kernel: try ScreenExamples.kernel("blur"))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      _ = state.apply(
        .explorer(
          .jump(row: Int.random(in: 0..<58, using: &generator), column: Int.random(in: 0..<58, using: &generator))))
      let frame = state.prepareFrame()
      for grid in [GridName.input, .output] {
        let focus = state.explorer.focus(of: grid)
        let visible = frame.scene[grid].visible
        #expect(visible.rows.clamped(to: focus.rows) == focus.rows)
        #expect(visible.columns.clamped(to: focus.columns) == focus.columns)
      }
    }
  }

  @Test("The lesson's scroll position stays inside the page")
  func lessonScroll() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    state.lessonScroll = 10_000
    let frame = state.prepareFrame()
    let rows = try #require(frame.layout?.panels[.lesson]).rows - 2
    #expect(state.lessonScroll == frame.lessonLines.count - rows)
  }

  @Test("Every size draws, from nothing to huge, in every depth, with and without a lesson")
  func everySize() throws {
    for depth in ColorDepth.allCases {
      for lesson in [nil, ScreenExamples.lesson(), ScreenExamples.chineseLesson()] {
        var state = try ScreenExamples.workbench(depth: depth, unicode: depth != .mono, lesson: lesson)
        _ = state.apply(.explorer(.jump(row: 3, column: 3)))
        for (rows, columns) in [(0, 0), (1, 1), (3, 10), (10, 40), (12, 40), (23, 79), (25, 81), (40, 120), (90, 300)] {
          state.resize(to: Size(rows: rows, columns: columns))
          for mode in [Mode.normal, .help(scroll: 99), .prompt(Prompt(kind: .command, text: "窗口"))] {
            state.mode = mode
            #expect(state.draw().size == state.size)
          }
        }
      }
    }
  }

  @Test("Several channels and filters say which of them is shown")
  func channels() throws {
    var state = try ScreenExamples.workbench(
      input: Tensor(shape: try Shape(channels: 3, height: 5, width: 5), repeating: 1),
      kernel: Tensor(shape: try Shape(batch: 2, channels: 3, height: 3, width: 3), repeating: 1),
      size: Size(rows: 24, columns: 150))
    _ = state.apply(.explorer(.channel(1)))
    _ = state.apply(.explorer(.filter(1)))
    let screen = state.screen()
    #expect(screen.contains("Input 5×5 · channel 1 of 3"))
    #expect(screen.contains("Output 3×3 · 1/2"))
    #expect(screen.contains("channel 2:"))
    #expect(screen.contains("= 27"))
  }
}
