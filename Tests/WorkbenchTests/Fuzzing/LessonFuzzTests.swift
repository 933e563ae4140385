import Foundation
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

/// Damaged lessons: a lesson that opens, draws and can be leafed through, or a problem with its line.
@Suite("Fuzzed lessons")
struct LessonFuzzTests {
  @Test("no damaged lesson breaks the reader, the pages or the screen") func lesson() throws {
    let folder = Checkout.root + "/Lessons/en"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().prefix(3)
    let shipped = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
    let samples = [FlowLesson.file().text, Array(FuzzedLessons.original.utf8)] + shipped
    try ReaderFuzzing("lesson", samples: samples, tokens: FuzzedLessons.tokens).run { input in
      let library = LessonLibrary(files: [("a.md", input)])
      var state = try Examples.plusUnderSobel()
      try Self.requireHarmless(library.problems)
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

  @Test("no damaged translation breaks the reader, the lesson it belongs to or the screen") func translation() throws {
    let original = (name: "a.md", text: Array(FuzzedLessons.original.utf8))
    let samples = [Array(FuzzedLessons.translation.utf8)]
    try ReaderFuzzing("translation", samples: samples, tokens: FuzzedLessons.tokens).run { input in
      let library = LessonLibrary(files: [original], translations: [("a.md", input)])
      try Self.requireHarmless(library.problems)
      try require(library.lessons.count == 1, "the original is lost")
      var state = try Examples.plusUnderSobel()
      _ = state.receive(.lessons(library))
      _ = state.openLesson("asking")
      for _ in 0..<4 {
        try FuzzedScreen.require(state)
        _ = state.press(.character("n"))
      }
      return library.problems.isEmpty ? .accepted : .refused
    }
  }

  private static func requireHarmless(_ problems: [LessonProblem]) throws {
    for problem in problems {
      try FuzzedScreen.require(sentence: TextTable.english.sentence(for: problem))
      try TestSupport.requireHarmless(Sanitizer.sanitized(TextTable.english.checkLine(for: problem)))
    }
  }
}
