import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Comparing, shifting and maps by keys and lines")
struct ComparisonKeysTests {
  private func workbench() throws -> WorkbenchState {
    var state = try ScreenExamples.workbench()
    state.settle(state.start())
    return state
  }

  @Test("the rule and the tolerance are said, what is wrong is refused with what there is")
  func lines() throws {
    var state = try workbench()
    state.runSettled("compare row-bands")
    #expect(
      state.message?.text
        == "≠ where |out − row-bands| > 1e-5 + 1.3e-6×|row-bands|, as in numpy.isclose; NaN equals NaN.")
    #expect(state.screen().contains("all 49 cells equal") == false)
    state.press(.redrawKey)
    #expect(state.screen().contains("row-bands: all 49 cells equal"))
    state.runSettled("tolerance 1e-3 0.5")
    #expect(state.message?.text.contains("> 0.5 + 0.001×|row-bands|") == true)
    state.runSettled("compare magic")
    #expect(state.message?.kind == .problem)
    #expect(state.message?.text.contains("float32-sums, auto, exact, reference, padded-maps, row-bands") == true)
    state.runSettled("tolerance -1")
    #expect(state.message?.kind == .problem)
    state.runSettled("compare off")
    state.runSettled("next-difference")
    #expect(state.message?.text == "There is nothing to compare with; Y chooses something.")
    state.runSettled("show other")
    #expect(state.message?.kind == .problem)
  }

  @Test("a file is read beside the loop, refused with both shapes, and stale when the output changes")
  func file() throws {
    var state = try workbench()
    let effects = state.run(line: "compare my dir/o.npy")
    #expect(effects == [.openComparison(path: "my dir/o.npy", expected: nil)])
    let small = Tensor(shape: try Shape(channels: 2, height: 3, width: 4))
    state.settle(
      state.receive(.comparisonOpened(small, GridFile(path: "/my dir/o.npy", comparedWith: small), expected: nil)))
    #expect(state.message?.text == "o.npy is 1×2×3×4, the output is 7×7; they have to be alike.")
    let other = Tensor(shape: state.explorer.outputShape)
    state.settle(
      state.receive(.comparisonOpened(other, GridFile(path: "/my dir/o.npy", comparedWith: other), expected: nil)))
    state.press(.redrawKey)
    #expect(state.screen().contains("16 of 49 cells beyond 1e-5 + 1.3e-6×|o.npy|, largest difference 4 at 3,2"))
    state.settle(state.run(line: "stride 2"))
    state.press(.redrawKey)
    let stale = state.screen()
    #expect(stale.contains("o.npy is 7×7, the output is 4×4; they have to be alike."))
    #expect(stale.contains("Output 4×4"))
  }

  @Test("M moves the whole input by arrows and letters, one undo for each, Esc and M end it")
  func shift() throws {
    var state = try workbench()
    let before = state.explorer.document
    state.settle(state.press(.character("M")))
    #expect(state.focus == .input)
    state.settle(state.press(.character("j"), .right, .up, .character("h")))
    #expect(state.explorer.history.undoCount == 4)
    #expect(state.explorer.comparison.shift?.offset == PerAxis(0))
    state.settle(state.press(.character("u"), .character("u"), .character("u"), .character("u")))
    #expect(state.explorer.document == before)
    #expect(state.message?.text == "undone: Input shifted by 1,0")
    state.settle(state.press(.escape))
    #expect(state.explorer.comparison.shift == nil)
    // Without it the arrows move the selection again.
    state.settle(state.press(.character("j")))
    #expect(state.explorer.inputCursor.row == 1)
    state.settle(state.press(.character("M"), .character("M")))
    #expect(state.explorer.comparison.shift == nil)
  }

  @Test("V goes from the grids to one scale, to own scales, and back; input and kernel have no focus meanwhile")
  func maps() throws {
    var state = try workbench()
    state.press(.character("V"))
    #expect(state.mapsView == .grids)
    #expect(state.message?.kind == .problem)
    state.runSettled("kernels sobel-x blur")
    _ = state.apply(.focus(.kernel))
    state.press(.character("V"))
    #expect(state.focus == .output)
    #expect(state.panels == [.output])
    let screen = state.screen()
    #expect(screen.contains("0 sobel-x") && screen.contains("1 blur") && screen.contains("shared"))
    state.press(.character("w"))
    #expect(state.explorer.cell.channel == 1)
    state.press(.character("V"))
    #expect(state.mapsView == .own)
    // With one filter left there is nothing to stand side by side.
    state.runSettled("filters 1")
    #expect(state.screen().contains("Input 7×7"))
    state.settle(state.press(.character("u"), .character("V")))
    #expect(state.mapsView == .grids)
  }

  @Test("the kernel menu leads to several kernels at once")
  func menu() throws {
    var state = try workbench()
    state.press(.character("K"), .end, .enter)
    #expect(state.mode == .prompt(Prompt(kind: .command, text: "kernels ")))
    state.settle(state.type("sobel-x sobel-y"))
    state.settle(state.press(.enter))
    #expect(state.explorer.outputShape.channels == 2)
    #expect(state.explorer.history.undoCount == 1)
  }

  @Test("a session opens to the identical screen: compared, shifted, side by side")
  func sessions() throws {
    var compared = try workbench()
    compared.runSettled("kernels sobel-x blur")
    compared.runSettled("compare float32-sums")
    compared.runSettled("tolerance 0 1e-8")
    compared.runSettled("show other")
    var shifted = try workbench()
    shifted.runSettled("shift-fill wrap")
    shifted.settle(shifted.press(.character("M"), .character("j"), .character("l")))
    var maps = try workbench()
    maps.runSettled("kernels sobel-x blur")
    maps.press(.character("V"), .character("V"))
    for var state in [compared, shifted, maps] {
      state.press(.redrawKey)
      _ = state.screen()
      let session = try SessionText.read(try SessionText.write(state.session))
      let explorer = try ExplorerState(replaying: session) { file throws(SessionFault) in
        throw .missingFile(path: file.path)
      }
      var opened = try workbench()
      opened.settle(
        opened.receive(.sessionOpened(path: "s", ReplayedSession(explorer: explorer, notes: session.notes))))
      opened.press(.redrawKey)
      #expect(opened.screen() == state.screen())
    }
  }

  @Test("a session whose compared file is gone says so and compares with nothing; one that changed as well")
  func lostFile() throws {
    var state = try workbench()
    let other = Tensor(shape: state.explorer.outputShape)
    let file = GridFile(path: "/o.npy", comparedWith: other)
    state.settle(state.receive(.comparisonOpened(other, file, expected: nil)))
    let session = state.session
    func open() throws -> (WorkbenchState, [Effect]) {
      var opened = try workbench()
      let effects = opened.receive(
        .sessionOpened(path: "s", ReplayedSession(explorer: state.explorer, notes: session.notes)))
      return (opened, effects)
    }
    var (lost, effects) = try open()
    #expect(effects.contains(.openComparison(path: "/o.npy", expected: file)))
    _ = lost.receive(.comparisonLost("/o.npy is not there."))
    #expect(lost.message?.text == "Nothing is compared: /o.npy is not there.")
    #expect(lost.explorer.comparisonState == .off)
    var (changed, _) = try open()
    let numbers = Tensor(shape: other.shape, repeating: 3)
    _ = changed.receive(
      .comparisonOpened(numbers, GridFile(path: "/o.npy", comparedWith: numbers), expected: file))
    #expect(changed.message?.kind == .problem)
    #expect(changed.explorer.comparisonState == .off)
    var (found, _) = try open()
    found.settle(found.receive(.comparisonOpened(other, file, expected: file)))
    #expect(found.explorer.isCompared)
  }

  @Test("a step while comparing redraws little")
  func bytes() throws {
    var state = try workbench()
    state.runSettled("compare float32-sums")
    state.press(.right)
    let before = state.draw()
    state.press(.right)
    let after = state.draw()
    var cells = 0
    for row in 0..<before.size.rows {
      for column in 0..<before.size.columns where before[row: row, column: column] != after[row: row, column: column] {
        cells += 1
      }
    }
    // Window, brackets, two lines of arithmetic: no column moved, no number restyled that did not change.
    #expect(cells < 120, "\(cells) cells")
  }
}

extension Key {
  /// A key that changes nothing, so that the message of the last one is gone.
  fileprivate static let redrawKey = Key.control("l")
}
