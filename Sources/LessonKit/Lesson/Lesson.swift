import Explorer

/// One lesson: a few short pages, each with a text, a start for the explorer and at most one task.
package struct Lesson: Sendable, Equatable {
  /// The stable name under which progress is kept, such as `sliding-window`: `a` to `z`, `0` to `9`, `-`, `_`.
  package let id: String
  /// The place among the lessons, from 1.
  package let number: Int
  package internal(set) var title: String
  /// How long it takes, or nil where the author gives no time.
  package let minutes: Int?
  /// The ids of the lessons to do first.
  package let prerequisites: [String]
  /// At least one page.
  package internal(set) var pages: [LessonPage]

  package init(
    id: String, number: Int, title: String, minutes: Int? = nil, prerequisites: [String] = [], pages: [LessonPage]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.minutes = minutes
    self.prerequisites = prerequisites
    self.pages = pages
  }

  /// All tasks, in the order of the pages.
  package var tasks: [LessonTask] { pages.compactMap(\.task) }
}

/// One page of a lesson; it ends with its task, if it has one.
package struct LessonPage: Sendable, Equatable {
  package let blocks: [LessonBlock]
  /// What puts the explorer in the state the text speaks of; nil leaves it as it is.
  package let setup: [ExplorerAction]?
  package let task: LessonTask?

  package init(blocks: [LessonBlock], setup: [ExplorerAction]? = nil, task: LessonTask? = nil) {
    self.blocks = blocks
    self.setup = setup
    self.task = task
  }
}
