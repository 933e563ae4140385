import Foundation
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

/// Damaged lessons: a lesson that opens, draws and can be leafed through, or a problem with its line.
@Suite("Fuzzed lessons")
struct LessonFuzzTests {
  private static let tokens = [
    "---\n", "## ", "# ", "```setup\n", "```task\n", "```\n", "- ", "> ", "| a | b |\n|---|---|\n", "![x](y)", "[a](b)",
    "**", "*", "`", "<b>", "&#27;", "&#x9b;", "\u{1B}]0;x\u{7}", "\u{202E}", "\u{FEFF}", "\r\n", "\0", "卷积", "&a ",
    "*a",
    "check: {reach: {row: 0, column: 0}}\n", "check: {predict: next}\n", "check: {kernel: [[1]]}\n", "hints: []\n",
    "solution: {actions: [undo]}\n", "solution: {answer: \"1\"}\n", "id: a\n", "- preset kernel blur\n",
    "- set padding 1\n", "- operator max-pool2d\n", "\t", "    ", "\n\n", ": ", "{", "}", "[", "]", "\"", "'",
    "!!int 3",
  ]

  @Test("no damaged lesson breaks the reader, the pages or the screen") func lesson() throws {
    let folder = Checkout.root + "/Lessons/en"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().prefix(3)
    let shipped = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
    let samples = [FlowLesson.file().text, FlowLesson.file().text] + shipped
    try ReaderFuzzing("lesson", samples: samples, tokens: Self.tokens).run { input in
      let library = LessonLibrary(files: [("a.md", input)])
      var state = try Examples.plusUnderSobel()
      for problem in library.problems {
        try FuzzedScreen.require(sentence: TextTable.english.sentence(for: problem))
        try requireHarmless(Sanitizer.sanitized(TextTable.english.checkLine(for: problem)))
      }
      guard let lesson = library.lessons.first else {
        try require(!library.problems.isEmpty, "neither a lesson nor a problem")
        return .refused
      }
      try require(library.problems.isEmpty, "a lesson and a problem at once")
      _ = state.receive(.lessons(library))
      if FuzzedScreen.asksForMuch(Array(input.drop { $0 != UInt8(ascii: "#") })) { return .accepted }
      _ = state.openLesson(lesson.id)
      for _ in 0..<min(lesson.pages.count, 4) {
        try FuzzedScreen.require(state)
        _ = state.press(.character("n"))
        // A setup may load what takes long to draw; small grids find the same mistakes.
        guard state.explorer.experiment.inputShape.count <= 2000 else { break }
      }
      return .accepted
    }
  }
}
