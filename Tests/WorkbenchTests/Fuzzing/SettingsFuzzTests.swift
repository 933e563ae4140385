import TerminalKit
import TestSupport
import Testing
import YAMLText

@testable import Workbench

/// Damaged files of settings: what is left of them works on a screen, and every mistake is a harmless sentence.
@Suite("Fuzzed settings")
struct SettingsFuzzTests {
  private static let samples = [
    """
    theme: contrast
    view: heat
    map: grey
    voice: words
    mouse: false
    keys:
      everywhere:
        F5: predict
      output:
        x: kernel sobel-x
        w: key Right
        Q: none
    """,
    "keys:\n  output:\n    Ctrl-C: none\n    Esc: key q\n  lesson: {Esc: none, Ctrl-C: predict}\n",
    "keys: {input: {Ctrl-T: stride 2, é: 'edit 1', Tab: key Shift-Tab}, kernel: {\"1\": theme mono}, lesson: {q: none}}",
  ]
  private static let tokens = [
    "keys:\n", "  output:\n", "  everywhere:\n", "    x: ", "key ", "none", "theme: ", "mouse: true\n",
    "view: blocks\n",
    "\n    Ctrl-C: none\n", "\n    Esc: key q\n", "Esc", "key q", "key x", "quit!", "q!", "- a\n", "[", "]", "{", "}",
    "&a ", "*a", "'", "\"",
    "\"\\e]0;x\\a\"", "#", ": ", "\n", "\t", "voice: numpy\n", "study stack", "filters 99", "卷", "\u{202E}",
    "\u{1B}[2J",
  ]
  /// Keys that a line of the settings is likely to hang on.
  private static let keys: [Key] = [.character("x"), .character("w"), .character("q"), .tab, .control("t"), .right]

  @Test("no damaged settings break the reader, and what was read works on a screen") func settings() throws {
    try ReaderFuzzing("settings", samples: Self.samples.map { Array($0.utf8) }, tokens: Self.tokens).run { input in
      guard let text = String(validating: input, as: UTF8.self) else { return .refused }
      let entries: [UserSettings.Entry]
      do throws(YAMLError) {
        entries = try YAMLValue(text).leaves().map { UserSettings.Entry(path: $0.path, text: $0.text, line: $0.line) }
      } catch {
        return .refused
      }
      var problems: [UserSettings.Problem] = []
      let settings = UserSettings(entries, problems: &problems)
      for problem in problems {
        try FuzzedScreen.require(sentence: TextTable.english.sentence(for: problem, in: "config.yaml"))
      }
      try require(settings.keys.values.allSatisfy { $0[.control("c")] == nil && $0[.escape] == nil }, "no way out")
      // Keys that make grids of many cells would take all the time.
      guard !FuzzedScreen.asksForMuch(input) else { return .accepted }
      var state = try Examples.plusUnderSobel()
      state.use(settings)
      for key in Self.keys { state.press(key, .escape) }
      try FuzzedScreen.require(state)
      // However keys were set, these two lead out.
      state.press(.escape, .escape, .escape, .control("c"))
      if case .confirmation = state.mode { state.type("y") }
      try require(state.isFinished, "Ctrl-C does not lead out")
      return .accepted
    }
  }
}
