import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("The scrub bar")
struct ScrubBarTests {
  @Test("is one column long at the first cell, full at the last, and never shrinks on the way")
  func lengths() {
    #expect(ScrubBar(cell: 0, count: 49).passed(of: 10) == 1)
    #expect(ScrubBar(cell: 24, count: 49).passed(of: 10) == 5)
    #expect(ScrubBar(cell: 48, count: 49).passed(of: 10) == 10)
    #expect(ScrubBar(cell: 0, count: 1).passed(of: 10) == 10)
    for count in [2, 3, 9, 10, 11, 1000, Experiment.outputLimit] {
      var last = 0
      for cell in stride(from: 0, to: count, by: max(1, count / 100)) {
        let passed = ScrubBar(cell: cell, count: count).passed(of: 10)
        #expect(passed >= last && (1...10).contains(passed))
        last = passed
      }
    }
  }

  @Test("stands in the frame of the output and stays in its place while stepping")
  func drawn() throws {
    var state = try ScreenExamples.workbench()
    var lines: [String] = []
    for cell in [0, 8, 9, 24, 47, 48] {
      _ = state.apply(.explorer(.jump(row: cell / 7, column: cell % 7)))
      let edge = state.screen().split(separator: "\n").first { $0.contains("of 49") }
      lines.append(String(edge ?? "").suffix(32).description)
    }
    expectGolden(lines.joined(separator: "\n"), named: "scrub-bar.txt")
  }

  @Test("a step changes at most one of its cells")
  func cost() throws {
    var state = try ScreenExamples.workbench()
    var before = state.draw()
    let row = try #require(before.lines.firstIndex { $0.contains("of 49") })
    for _ in 0..<48 {
      state.press(.right)
      let after = state.draw()
      let changed = (0..<80).filter {
        before[row: row, column: $0] != after[row: row, column: $0] && after[row: row, column: $0].text == "━"
      }
      #expect(changed.count <= 1)
      before = after
    }
  }

  @Test("ten keys lead from end to end, and back by the same places")
  func keys() throws {
    var state = try ScreenExamples.workbench()
    var there: [Int] = []
    for _ in 0..<10 {
      state.press(.character(")"))
      there.append(state.explorer.cellOffset)
    }
    #expect(there == [5, 10, 14, 19, 24, 29, 34, 38, 43, 48])
    var back: [Int] = []
    for _ in 0..<10 {
      state.press(.character("("))
      back.append(state.explorer.cellOffset)
    }
    #expect(back == [43, 38, 34, 29, 24, 19, 14, 10, 5, 0])
    // From between two tenths to the next one, either way.
    _ = state.apply(.explorer(.jump(row: 1, column: 0)))
    state.press(.character("("))
    #expect(state.explorer.cellOffset == 5)
    _ = state.apply(.explorer(.jump(row: 1, column: 0)))
    state.press(.character(")"))
    #expect(state.explorer.cellOffset == 10)
    _ = state.apply(.explorer(.scrub(.max)))
    #expect(state.explorer.cellOffset == 48)
    _ = state.apply(.explorer(.scrub(.min)))
    #expect(state.explorer.cellOffset == 0)
  }

  @Test("an output of fewer than ten cells is walked through cell by cell")
  func few() throws {
    let input = try Tensor(rows: [[1, 2, 3]])
    var state = try ScreenExamples.workbench(input: input, kernel: try Tensor(rows: [[1]]))
    state.press(.character(")"))
    #expect(state.explorer.cellOffset == 1)
    state.press(.character(")"))
    #expect(state.explorer.cellOffset == 2)
    state.press(.character(")"), .character("("))
    #expect(state.explorer.cellOffset == 1)
  }
}
