import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of comparing, shifting, and kernels side by side")
struct ComparisonScreenTests {
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), Size(rows: 40, columns: 140),
  ]

  /// Tenths, which Float32 does not hold: sums differ in their last digits.
  private func tenths(_ size: Size, unicode: Bool = true) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size, depth: unicode ? .palette256 : .mono, unicode: unicode)
    state.settle(state.start())
    let numbers = "0.1 0.2 0.3 0.4 0.5 0.7 0.1 0.9 0.3 0.2 0.6 0.4 0.8 0.1 0.3 0.9 0.7 0.2 0.5 0.1"
    state.runSettled("load input 1x1x4x5 tenths \(numbers)")
    state.runSettled("load kernel 1x1x3x3 thirds 0.3 0.1 0.7 -0.9 0.2 0.1 0.6 -0.4 0.3")
    state.runSettled("tolerance 0 1e-9")
    state.runSettled("compare float32-sums")
    state.runSettled("jump 1 2")
    return state
  }

  @Test("float32-sums against the reference: the difference, the other, our own, with the marks in all of them")
  func float32Sums() throws {
    var screens: [String] = []
    for size in Self.sizes {
      var state = try tenths(size)
      screens.append(state.screen())
    }
    var state = try tenths(Self.sizes[0])
    for _ in 0..<2 {
      state.settle(state.press(.character("Y")))
      screens.append(state.screen())
    }
    var plain = try tenths(Self.sizes[0], unicode: false)
    let ascii = plain.screen()
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    screens.append(ascii)
    expectGolden(screens.joined(separator: "\n\n"), named: "compare-float32.txt")
  }

  @Test("Y opens what there is to compare with")
  func menu() throws {
    var state = try ScreenExamples.workbench()
    state.press(.character("Y"))
    expectGolden(state.screen(), named: "compare-menu.txt")
    state.settle(state.press(.enter))
    #expect(state.explorer.comparison.other == .algorithm(.float32Sums))
    _ = state.run(line: "compare")
    #expect(state.screen().contains("nothing"))
    // A file is typed: the line begins with the command.
    let file = ComparedAlgorithm.all.count { $0.applies(to: state.explorer.experiment) }
    for _ in 0..<file { state.press(.down) }
    state.press(.enter)
    #expect(state.mode == .prompt(Prompt(kind: .command, text: "compare ")))
  }

  @Test("shifting by the arrows: equal, at the rim, broken by a stride, on a ring")
  func shift() throws {
    var screens: [String] = []
    for size in Self.sizes {
      var state = try ScreenExamples.workbench(size)
      state.settle(state.start())
      state.runSettled("input ramp")
      state.settle(state.press(.character("M")))
      state.settle(state.press(.down, .character("l")))
      screens.append(state.screen())
    }
    var state = try ScreenExamples.workbench()
    state.settle(state.start())
    state.runSettled("stride 2")
    state.settle(state.press(.character("M"), .character("j")))
    screens.append(state.screen())
    state.runSettled("stride 1")
    state.runSettled("padding-mode circular")
    state.runSettled("shift-fill wrap")
    state.settle(state.press(.character("j"), .character("j"), .character("l")))
    screens.append(state.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "shift.txt")
  }

  @Test("the checkerboard under four kernels: shared scale, own scale, with a lesson, in black and white, narrow")
  func maps() throws {
    func checkerboard(_ size: Size, depth: ColorDepth = .palette256, unicode: Bool = true) throws -> WorkbenchState {
      var state = try ScreenExamples.workbench(size, depth: depth, unicode: unicode)
      state.settle(state.start())
      state.runSettled("input checkerboard")
      state.runSettled("kernels sobel-x sobel-y laplacian blur")
      state.runSettled("jump 2 3")
      state.press(.character("V"))
      return state
    }
    var screens: [String] = []
    for size in Self.sizes {
      var state = try checkerboard(size)
      screens.append(state.screen())
    }
    var own = try checkerboard(Self.sizes[0])
    own.press(.character("V"))
    screens.append(own.screen())
    var narrow = try checkerboard(Self.sizes[1])
    narrow.press(.character("w"), .character("w"), .character("w"))
    screens.append(narrow.screen())
    var plain = try checkerboard(Size(rows: 18, columns: 80), depth: .mono, unicode: false)
    screens.append(plain.screen())
    expectGolden(screens.joined(separator: "\n\n"), named: "maps.txt")
  }
}
