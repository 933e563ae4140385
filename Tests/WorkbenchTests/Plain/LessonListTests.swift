import LessonKit
import Testing

@testable import Workbench

@Suite("Lessons in plain text")
struct LessonListTests {
  private let lessons = [
    LessonListTests.lesson("window", number: 1, tasks: ["a", "b"]),
    LessonListTests.lesson("kernels", number: 2, tasks: ["a"], title: "Kernels\u{1B}[31m"),
  ]

  @Test("Each lesson is one line whose columns stand under each other, without control characters")
  func lines() {
    let progress = LessonProgress(solved: ["window": ["b", "gone"]], currentLesson: "window")
    #expect(
      LessonList.lines(of: lessons, progress: progress) == [
        " 1  window   1 of 2 tasks done  About window (left here last)",
        " 2  kernels  0 of 1 tasks done  Kernels␛[31m",
      ])
  }

  @Test("The lesson that was left opens while it has something to do")
  func current() {
    #expect(opened(LessonProgress(currentLesson: "kernels")) == "kernels")
  }

  @Test("Without one that was left the first unfinished lesson opens")
  func firstUnfinished() {
    #expect(opened(LessonProgress()) == "window")
    #expect(opened(LessonProgress(solved: ["window": ["a", "b"]], currentLesson: "window")) == "kernels")
    #expect(opened(LessonProgress(currentLesson: "gone")) == "window")
  }

  @Test("When all is solved the lesson that was left opens again, and nothing when there are none")
  func allSolved() {
    let solved = ["window": Set(["a", "b"]), "kernels": ["a"]]
    #expect(opened(LessonProgress(solved: solved, currentLesson: "kernels")) == "kernels")
    #expect(opened(LessonProgress(solved: solved)) == "window")
    #expect(StartingLesson.choose(from: [], progress: LessonProgress()) == nil)
  }

  private func opened(_ progress: LessonProgress) -> String? {
    StartingLesson.choose(from: lessons, progress: progress)?.id
  }

  private static func lesson(_ id: String, number: Int, tasks: [String], title: String? = nil) -> Lesson {
    Lesson(
      id: id, number: number, title: title ?? "About \(id)",
      pages: tasks.map { task in
        LessonPage(
          blocks: [],
          task: LessonTask(
            id: task, prompt: [], check: .reachCell(row: 0, column: 1), hints: [[]], solution: Solution()))
      })
  }
}
