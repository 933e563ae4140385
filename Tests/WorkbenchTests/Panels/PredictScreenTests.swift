import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of the predict mode")
struct PredictScreenTests {
  @Test("the asked cell has its terms and a question, a wrong answer its reason, a right one moves on, ! shows the sum")
  func run() throws {
    var state = try ScreenExamples.workbench()
    _ = state.apply(.explorer(.jump(row: 2, column: 1)))
    state.type("w")
    var screens = [state.screen()]
    state.type("2")
    state.press(.enter)
    screens.append(state.screen())
    state.type("1")
    state.press(.enter)
    screens.append(state.screen())
    state.type("!")
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "predict-80x24.txt")
  }

  @Test("a small screen still says that one is asked")
  func small() throws {
    var state = try ScreenExamples.workbench(Size(rows: 12, columns: 40))
    _ = state.apply(.explorer(.jump(row: 2, column: 1)))
    state.type("w1")
    state.press(.enter)
    state.press(.escape)
    let asked = state.screen()
    state.type("17")
    state.press(.enter)
    expectGolden(asked + "\n\n" + state.screen(), named: "predict-40x12.txt")
  }

  @Test("no panel of a wide screen gives the value away, however the products are stepped")
  func wide() throws {
    // 100 × 7 + 30 × 11: neither product nor sum occurs in the operands.
    var state = try ScreenExamples.workbench(
      input: try Tensor(rows: [[100, 30, 5]]), kernel: try Tensor(rows: [[7, 11]]), size: Size(rows: 40, columns: 140))
    state.type("w")
    for key in ["", ">", ">", "<", "<", "="] {
      state.type(key)
      let screen = state.screen()
      for number in ["700", "330", "1030"] { #expect(!screen.contains(number), "\(number) in\n\(screen)") }
      #expect(screen.contains("sum ?"))
    }
    state.type("!")
    #expect(state.screen().contains("1030"))
  }

  @Test("of a sum of very many products neither value nor part is shown")
  func manyProducts() throws {
    let ones = try Tensor(shape: try Shape(height: 151, width: 151), values: [Float](repeating: 1, count: 151 * 151))
    var state = try ScreenExamples.workbench(input: ones, kernel: ones)
    state.type("w")
    #expect(state.screen().contains(" out[0,0] = ? (22801 products)\n"), "\(state.screen())")
  }
}
