import ConvolutionEngine
import Explorer

package struct Lesson: Sendable, Equatable {
  package let id: String
  package let number: Int
  package let title: String
  package let pages: [LessonPage]
  package var tasks: [LessonTask] { pages.compactMap(\.task) }
}
package struct LessonPage: Sendable, Equatable { package let task: LessonTask? }
package struct LessonTask: Sendable, Equatable {
  package let id: String
  package var asksForAnswer: Bool { false }
}
package struct CheckDiagnosis: Sendable, Equatable {}
package enum LessonEvent: Sendable, Equatable { case taskSolved(String), wrong(CheckDiagnosis), notANumber }
package struct LessonProblem: Error, Equatable, Sendable {}
package struct LessonSession: Sendable {
  package let lesson: Lesson
  package var pageIndex = 0
  package var isTaskSolved = false
  package var task: LessonTask? { nil }
  package init(lesson: Lesson, explorer: ExplorerState, solved: Set<String> = [], page: Int? = nil) { self.lesson = lesson }
  package var openingActions: [ExplorerAction] { [] }
  package mutating func begin(_ explorer: ExplorerState) {}
  package mutating func note(_ action: ExplorerAction, state: ExplorerState, output: Tensor?) -> LessonEvent? { nil }
  package mutating func check(state: ExplorerState, output: Tensor?) -> LessonEvent? { nil }
  package mutating func answer(_ text: String, state: ExplorerState, output: Tensor?) -> LessonEvent { .notANumber }
  package mutating func showHint() -> Bool { false }
  package mutating func go(toPage: Int) {}
  package mutating func resetTask() {}
  package mutating func resetLesson() {}
}
package struct LessonLibrary: Sendable {
  package let lessons: [Lesson] = []
  package let problems: [LessonProblem] = []
  package init(files: [(name: String, text: [UInt8])]) {}
  package func lesson(_ id: String) -> Lesson? { nil }
}
