import Explorer

/// Reads the pages of a lesson, and says of every block that is wrong what is wrong with it.
enum PageReader {
  struct Reading {
    /// At least one, unless there are faults.
    fileprivate(set) var pages: [LessonPage] = []
    fileprivate(set) var places: [LessonSource.Place] = []
    /// One for each block that cannot be read, in the order of their lines.
    fileprivate(set) var faults: [LessonFault] = []
  }

  static func pages(of document: MarkdownDocument) -> Reading {
    var reading = Reading()
    var ids: Set<String> = []
    for raw in RawPage.cut(document) {
      reading.faults += raw.faults
      let setup = raw.setup.flatMap { $0.read(into: &reading.faults, SetupReader.read) }
      let task = raw.task.flatMap { $0.read(into: &reading.faults, TaskReader.read) }
      if let task {
        if let line = raw.lineAfterTask {
          reading.faults.append(LessonFault(line: line, reason: .textAfterTask(task.id)))
        }
        if !ids.insert(task.id).inserted {
          reading.faults.append(LessonFault(line: raw.task?.line, reason: .duplicateTask(task.id)))
        }
      }
      reading.pages.append(LessonPage(blocks: raw.blocks, setup: setup, task: task))
      reading.places.append(LessonSource.Place(page: raw.line, setup: raw.setup?.line, task: raw.task?.line))
    }
    if reading.pages.isEmpty { reading.faults.append(LessonFault(line: nil, reason: .noPages)) }
    reading.faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return reading
  }
}
