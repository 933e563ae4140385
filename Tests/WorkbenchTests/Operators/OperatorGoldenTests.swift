import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

/// Every operator that can be stepped has a screen of its own at every size: a new one needs no line here.
@Suite("Screens of every operator")
struct OperatorGoldenTests {
  @Test(
    "the plus under every operator, half way through its output, at three sizes", arguments: SteppableOperators.all)
  func screens(operation: OperatorName) throws {
    for size in [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), Size(rows: 40, columns: 140)] {
      var state = try ScreenExamples.workbench(size)
      // A row through the plus for signals, and negative numbers for functions.
      for line in [
        "select input 3 3", "edit input 3 2 -3", "edit input 2 3 2", "operator \(operation.rawValue)", "scrub 5",
      ] { _ = state.run(line: line) }
      #expect(state.message?.kind != .problem, "\(state.message?.text ?? "")")
      state.message = nil
      expectGolden(
        state.screen(), named: "\(operation.rawValue)-\(size.columns)x\(size.rows).txt",
        in: "Tests/WorkbenchTests/Goldens/Operators")
    }
  }

  @Test("the three views of a transposed convolution stand beside each other", arguments: TransposedView.allCases)
  func views(view: TransposedView) throws {
    var screens: [String] = []
    for size in [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
      var state = try ScreenExamples.workbench(size)
      for line in [
        "padding 0", "operator conv-transpose2d", "stride 2", "output-padding 1", "jump 7 6", "select input 3 3",
        view.rawValue,
      ] { _ = state.run(line: line) }
      state.message = nil
      screens.append(state.screen())
    }
    expectGolden(
      screens.joined(separator: "\n\n"), named: "transposed-\(view.rawValue).txt",
      in: "Tests/WorkbenchTests/Goldens/Operators")
  }

  @Test("a kernel and the same turned, and an odd column of padding, at 80×24")
  func turnedAndOdd() throws {
    var state = try ScreenExamples.workbench()
    for line in ["load kernel 1x1x3x2 six 1 2 3 4 5 6", "padding same", "flip true", "jump 3 3"] {
      _ = state.run(line: line)
    }
    for _ in 0..<2 { _ = state.run(line: "substep forward") }
    state.message = nil
    expectGolden(state.screen(), named: "turned-and-odd.txt", in: "Tests/WorkbenchTests/Goldens/Operators")
  }
}
