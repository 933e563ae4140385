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
    state.type("A")
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
    state.type("A1")
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
    state.type("A")
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
    state.type("A")
    #expect(state.screen().contains(" out[0,0] = ? (22801 products)\n"), "\(state.screen())")
  }

  @Test("of several channels and filters no sum is shown either, and the cell is called by its filter")
  func channels() throws {
    let input = try Tensor(shape: Shape(channels: 2, height: 1, width: 2), values: [100, 30, 5, 40])
    let weights = try Tensor(
      shape: Shape(batch: 2, channels: 2, height: 1, width: 2), values: [7, 11, 3, 13, 17, 19, 23, 29])
    for size in [Size(rows: 12, columns: 40), ScreenExamples.ordinary, Size(rows: 40, columns: 140)] {
      var state = try ScreenExamples.workbench(input: input, kernel: weights, size: size)
      state.type("A")
      // By channel 1030 and 535, together 1565; of the other filter 2270, 1275, 3545.
      for key in ["", ">", "<", "<", "="] {
        state.type(key)
        let screen = state.screen()
        for number in ["1030", "535", "1565", "2270", "1275", "3545"] {
          #expect(!screen.contains(number), "\(number) in\n\(screen)")
        }
      }
      state.type("1565")
      state.press(.enter)
      #expect(state.message?.text == "Right: out[0,0,0] = 1565.")
      #expect(state.explorer.askedCell == Coordinate(channel: 1, row: 0, column: 0))
    }
  }
}
