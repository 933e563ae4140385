import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Whole screens")
struct ScreenTests {
  @Test("The start screen shows grids, the sum, the lesson and the next keys, with their colours")
  func start() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    expectGolden(state.draw().transcript, named: "start-80x24.txt")
  }

  @Test("Stepping shows the window, its sum, and ? where it has not been")
  func stepping() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.reveal(.stepping)))
    for _ in 0..<16 { _ = state.apply(.explorer(.step(.forward))) }
    expectGolden(state.screen(), named: "step-80x24.txt")
  }

  @Test("Product by product marks the product in all grids and stops the sum there")
  func subStep() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.jump(row: 2, column: 2)))
    for _ in 0..<6 { _ = state.apply(.explorer(.subStep(.forward))) }
    expectGolden(state.draw().transcript, named: "product-80x24.txt")
  }

  @Test("Typing shows the text in its cell and on the status line; taking it marks what changed")
  func editing() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.select(.kernel, row: 1, column: 1)))
    _ = state.apply(.focus(.kernel))
    _ = state.draw()
    state.type("-1.5")
    let typing = state.screen()
    state.press(.enter)
    expectGolden(typing + "\n\n" + state.draw().transcript, named: "edit-80x24.txt")
  }

  @Test("A small screen folds the lesson and the kernel's facts")
  func small() throws {
    var state = try ScreenExamples.workbench(Size(rows: 12, columns: 40), lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.jump(row: 4, column: 4)))
    let grids = state.screen()
    _ = state.apply(.focus(.lesson))
    expectGolden(grids + "\n\n" + state.screen(), named: "small-40x12.txt")
  }

  @Test("Below the minimum the screen says what is needed and what there is")
  func tiny() throws {
    var state = try ScreenExamples.workbench(Size(rows: 5, columns: 20))
    expectGolden(state.screen(), named: "tiny-20x5.txt")
  }

  @Test("A wide screen has the lesson on the right and the products as a grid")
  func wide() throws {
    var state = try ScreenExamples.workbench(Size(rows: 40, columns: 140), lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.jump(row: 2, column: 2)))
    expectGolden(state.screen(), named: "wide-140x40.txt")
  }

  @Test("Without a lesson the grids stand at the top and the sum has more lines")
  func withoutLesson() throws {
    var state = try ScreenExamples.workbench()
    expectGolden(state.screen(), named: "no-lesson-80x24.txt")
  }

  @Test("A large picture scrolls with the window and says where one is")
  func picture() throws {
    let shape = try Shape(height: 3000, width: 4000)
    var values: [Float] = []
    values.reserveCapacity(shape.count)
    for index in 0..<shape.count { values.append(Float(index % 256) / 255) }
    var state = try ScreenExamples.workbench(
      input: try Tensor(shape: shape, values: values), kernel: try ScreenExamples.kernel("gaussian-5"))
    _ = state.draw()
    _ = state.apply(.explorer(.jump(row: 1234, column: 2345)))
    let near = state.screen()
    state.resize(to: Size(rows: 40, columns: 120))
    expectGolden(near + "\n\n" + state.screen(), named: "picture.txt")
  }

  @Test("A sum of more products than anybody can read shows its value and how many they are")
  func hugeSum() throws {
    let ones = try Tensor(
      shape: try Shape(height: 151, width: 151), values: [Float](repeating: 1, count: 151 * 151))
    var state = try ScreenExamples.workbench(input: ones, kernel: ones)
    #expect(state.screen().contains(" out[0,0] = 22801 (22801 products)\n"), "\(state.screen())")
    _ = state.apply(.explorer(.subStep(.forward)))
    #expect(state.screen().contains(" out[0,0] = ? after 1 of 22801 products\n"), "\(state.screen())")
  }

  @Test("Mirrored padding shows the copied values and says where they come from")
  func reflect() throws {
    let rows: [[Float]] = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]
    var state = try ScreenExamples.workbench(
      input: try Tensor(rows: rows), kernel: try ScreenExamples.kernel("blur"), name: "ramp")
    _ = state.apply(.explorer(.set(.padding, .sides(Padding(1)))))
    _ = state.apply(.explorer(.set(.paddingMode, .modes(PerAxis(.reflect)))))
    let whole = state.screen()
    _ = state.apply(.explorer(.subStep(.forward)))
    expectGolden(whole + "\n\n" + state.screen(), named: "reflect-80x24.txt")
  }

  @Test("At every size a voice tells the step, and the selection marks what hangs on it")
  func voices() throws {
    var screens: [String] = []
    for size in [ScreenExamples.ordinary, Size(rows: 12, columns: 40), Size(rows: 40, columns: 140)] {
      var state = try ScreenExamples.workbench(size, lesson: ScreenExamples.lesson())
      _ = state.apply(.explorer(.set(.paddingMode, .modes(PerAxis(.reflect)))))
      _ = state.apply(.explorer(.set(.padding, .sides(Padding(top: 2, left: 1, bottom: 0, right: 1)))))
      _ = state.apply(.explorer(.jump(row: 2, column: 3)))
      state.message = nil
      _ = state.apply(.explorer(.set(.stride, .axes(PerAxis(vertical: 4, horizontal: 2)))))
      screens.append(state.screen())
      state.message = nil
      state.voice = size == ScreenExamples.ordinary ? .words : .numpy
      state.press(.tab, .up, .up)
      screens.append(state.screen())
      state.press(.tab)
      screens.append(state.screen())
    }
    expectGolden(screens.joined(separator: "\n\n"), named: "voices.txt")
  }

  @Test("An ASCII terminal without colours shows the same with other signs")
  func ascii() throws {
    var state = try ScreenExamples.workbench(depth: .mono, unicode: false, lesson: ScreenExamples.lesson())
    _ = state.apply(.explorer(.jump(row: 2, column: 2)))
    let text = state.draw().transcript
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectGolden(text, named: "ascii-mono-80x24.txt")
  }

  @Test("Chinese lesson text lines up and breaks by its own rules")
  func chinese() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.chineseLesson())
    expectGolden(state.screen(), named: "chinese-80x24.txt")
  }

  @Test("Hints, help, a menu, a question and a prompt stand on the screen")
  func overlays() throws {
    var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
    var screens: [String] = []
    state.press(.character("H"))
    screens.append(state.screen())
    state.press(.character("?"))
    screens.append(state.screen())
    state.press(.escape, .character("K"), .down)
    screens.append(state.screen())
    state.press(.escape, .character("R"))
    screens.append(state.screen())
    state.press(.escape, .character(":"))
    state.type("stride 0")
    state.press(.enter)
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "overlays-80x24.txt")
  }
}
