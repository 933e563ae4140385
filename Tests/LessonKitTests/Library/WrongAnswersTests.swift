import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("Wrong answers to the questions of the course")
struct WrongAnswersTests {
  /// Every task that asks, with its lesson at the moment before the answer.
  private static func questions(language: String) throws -> [(session: LessonSession, explorer: ExplorerState)] {
    let translations = language == "en" ? [] : try CatalogueTests.files(language: language)
    let library = LessonLibrary(files: try CatalogueTests.files(), translations: translations)
    let start = try #require(LessonAudit.startingExplorer)
    return try library.lessons.flatMap { lesson in
      try lesson.pages.indices.filter { lesson.pages[$0].task?.question != nil }.map { page in
        var explorer = start
        var session = LessonSession(lesson: lesson, explorer: start, page: page)
        try explorer.apply(.together(session.openingActions))
        session.begin(explorer)
        for action in session.task?.solution.actions ?? [] {
          try explorer.apply(action)
          _ = session.note(action, state: explorer, output: nil)
        }
        return (session, explorer)
      }
    }
  }

  @Test("Each gets the author's reason, in both languages, and leaves the task open", arguments: ["en", "zh-Hans"])
  func reasons(language: String) throws {
    var told = 0
    for (session, explorer) in try Self.questions(language: language) {
      let task = try #require(session.task)
      func expect(_ answer: String, _ diagnosis: CheckDiagnosis, _ why: String) {
        var session = session
        let name = Comment(rawValue: "\(session.lesson.id), \(task.id): \(answer)")
        #expect(session.answer(answer, state: explorer, output: nil) == .wrong(diagnosis), name)
        #expect(task.reason(for: diagnosis) == why, name)
        #expect(!session.isTaskSolved, name)
        told += 1
      }
      switch task.question {
      case .choice(let right):
        for (index, choice) in task.choices.enumerated() where !right.contains(index + 1) {
          expect("\(index + 1)", .notThisChoice(index + 1), choice.why)
        }
      case .line:
        for reason in task.reasons { expect("\(Int(reason.value))", .notThisLine(Int(reason.value)), reason.why) }
      case .number:
        for reason in task.reasons { expect("\(reason.value)", .notThisNumber(reason.value), reason.why) }
      case .nextCell, .cell, .hiddenKernel, nil: break
      }
    }
    #expect(told > 20)
  }

  @Test("A prediction with the wrong sign, or by nothing that is known, is told as that")
  func predictions() throws {
    var told = 0
    for (session, explorer) in try Self.questions(language: "en") {
      guard let task = session.task, let question = task.question, question.isPrediction,
        let answer = task.solution.answer.flatMap({ AnswerText($0) })
      else { continue }
      var wrongs = [(answer.value + 1000.5, Prediction.Mistake.unknown)]
      if answer.value != 0 { wrongs.append((-answer.value, .flippedSign)) }
      for (wrong, mistake) in wrongs {
        var session = session
        let event = session.answer(NumberText.shortest(wrong), state: explorer, output: nil)
        guard case .wrong(.wrongValue(let diagnosis)) = event else {
          Issue.record("\(session.lesson.id), \(task.id): \(event)")
          continue
        }
        let expected =
          mistake == .unknown && explorer.experiment.operands[.weights] == nil ? .unknownWithoutWeights : mistake
        #expect(diagnosis.mistake == expected, "\(session.lesson.id), \(task.id)")
        told += 1
      }
    }
    #expect(told > 10)
  }
}
