/// The words of a lesson in another language. What is done and checked stands in the original alone, so that the two cannot
/// teach different things.
struct Translation {
  /// The words of one task.
  struct TaskWords {
    let id: String
    let prompt: [LessonBlock]
    /// As many as the original has.
    let hints: [[LessonBlock]]
    let explanation: [LessonBlock]
    /// As many as the original has.
    let choices: [LessonTask.Choice]
    /// To the same answers as those of the original.
    let reasons: [LessonTask.Reason]
    let unit: String?
    /// The fence.
    let line: Int
  }

  struct Page {
    let blocks: [LessonBlock]
    let words: TaskWords?
    /// Its heading.
    let line: Int
  }

  let file: String
  /// The id of the original.
  let id: String
  let title: String
  /// The hash of the original that was translated.
  let original: String
  /// The line that says so.
  let originalLine: Int
  let pages: [Page]

  var source: LessonSource {
    LessonSource(
      file: file, hash: original, requiresLine: nil,
      places: pages.map { LessonSource.Place(page: $0.line, setup: nil, task: $0.words?.line) })
  }
}
