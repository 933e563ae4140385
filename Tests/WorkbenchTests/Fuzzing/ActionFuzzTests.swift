import ConvolutionEngine
import Explorer
import TestSupport
import Testing

@testable import Workbench

/// Damaged action texts and command lines: an action whose text reads back, or an error; and the explorer takes it or says no.
@Suite("Fuzzed actions")
struct ActionFuzzTests {
  private static let samples = [
    "step forward", "jump 3 -1", "select input 2 3", "channel 1", "substep all", "speed 30", "scrub 5",
    "edit input 1 2 -0.5", "edit kernel 1 0 2 2 1e-10", "edit bias 3 0.5", "resize kernel 5x1", "set stride 2,1",
    "set padding 1,0,2,0", "set padding-mode reflect,zeros", "set dilation 2", "set flip true",
    "preset input noise 8x9",
    "preset kernel sobel-x", "load kernel 1x1x1x2 edge -1 1", "load rgb 1x2 photo.png 1 2 3 4 5 6",
    "filters 16 random 7",
    "channels 3", "preset filter 2 sobel-x", "kernels sobel-x blur", "remove bias", "set groups 3", "reveal predict",
    "answer 1/9", "go-to-edit 3", "operator conv1d 3", "clear stride", "block input 1 2 2x2 1 2 3 4",
    "shift 1 -2 wrap", "compare row-bands", "tolerance 1e-3 0", "show other", "study dense 5x5 tied delta 1 seed 9",
    "study stack 1x9x9 conv:2,k3,s1,p1 max-pool:2 flatten linear:3", "study none", "shift-comparison on",
  ]
  private static let tokens =
    OperatorCatalog.all.map { "operator \($0.name.rawValue)" } + [
      " ", "  ", "%", "%20", "%zz", "\u{1B}[31m", "\u{9B}", "\u{202E}", "é", "input", "kernel", "bias", "1x1",
      "1x1x1x1",
      "nan", "inf", "-", ",", ":", "/", "\n", "\0",
    ]

  @Test("no damaged action text breaks the reader, and what was read reads back") func action() throws {
    let samples = Self.samples.map { Array($0.utf8) }
    var state = try Examples.plusUnderSobel()
    try ReaderFuzzing("action", samples: samples, tokens: Self.tokens).run { input in
      let text = String(decoding: input, as: UTF8.self)
      let action: ExplorerAction
      do throws(ActionTextError) {
        action = try ExplorerAction(text: text)
      } catch {
        try FuzzedScreen.require(sentence: TextTable.english.sentence(for: error))
        return .refused
      }
      let written = action.description
      let again = try ExplorerAction(text: written)
      // No NaN is the same as another.
      let isSame = again == action || written.contains("nan")
      try require(isSame && again.description == written, "“\(written)” reads back as another action")
      guard !FuzzedScreen.asksForMuch(input) else { return .accepted }
      do throws(ExplorerError) {
        try state.explorer.apply(action)
      } catch {
        try FuzzedScreen.require(sentence: TextTable.english.sentence(for: error))
      }
      try FuzzedScreen.require(state)
      if state.explorer.experiment.inputShape.count > 2000 || state.explorer.history.count > 50 {
        state = try Examples.plusUnderSobel()
      }
      return .accepted
    }
  }
}
