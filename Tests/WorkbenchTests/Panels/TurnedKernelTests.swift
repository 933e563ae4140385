import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("A turned kernel on the screen")
struct TurnedKernelTests {
  @Test("a convolution shows its kernel, the turn, and the kernel as it lies, with the partner of a product in both")
  func turn() throws {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "load kernel 1x1x3x3 nine 1 2 3 4 5 6 7 8 9")
    #expect(!state.screen().contains("180°"))
    state.press(.character("f"))
    for _ in 0..<2 { state.press(.character("<")) }
    _ = state.run(line: "jump 3 3")
    state.press(.character("="))
    for _ in 0..<20 { state.press(.character("<")) }
    for _ in 0..<2 { state.press(.character(">")) }
    state.message = nil
    let lines = state.screen().split(separator: "\n").map(String.init)
    let turn = try #require(lines.firstIndex { $0.contains("↻ 180°") })
    // The second product has the weight at 2,1, which lies turned at 0,1.
    #expect(lines[turn - 1].contains("7( 8) 9"), "\(lines.joined(separator: "\n"))")
    #expect(lines[turn + 1].contains("9( 8) 7"), "\(lines.joined(separator: "\n"))")
    #expect(lines[turn + 2].contains("6  5  4") && lines[turn + 3].contains("3  2  1"))
    #expect(!lines[turn + 7..<lines.count].contains { $0.contains("╰─ turned") })
  }

  @Test("where there is no room for both, one line says it")
  func small() throws {
    var state = try ScreenExamples.workbench(Size(rows: 12, columns: 40))
    _ = state.run(line: "kernel gaussian-5")
    state.press(.character("f"))
    state.message = nil
    let screen = state.screen()
    #expect(!screen.contains("↻") && screen.contains("turned"), "\(screen)")
  }

  @Test("a signal has it turned under itself, and not a second time")
  func signal() throws {
    var state = try ScreenExamples.workbench()
    for line in ["operator conv1d", "input step", "flip true"] { _ = state.run(line: line) }
    state.message = nil
    #expect(!state.screen().contains("↻"))
  }
}
