/// What is wrong, and in which line of the text at hand; becomes a `LessonProblem` once the file is known.
struct LessonFault: Error, Equatable {
  var line: Int?
  let reason: LessonProblem.Reason

  /// The same fault in a text that begins after `lines` lines of the file.
  func shifted(by lines: Int) -> LessonFault {
    LessonFault(line: line.map { $0 + lines }, reason: reason)
  }
}
