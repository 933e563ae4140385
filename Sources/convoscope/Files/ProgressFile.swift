import Storage
import Synchronization
import Workbench

/// The learner's progress between runs, as the workbench speaks of it.
///
/// Several programs may run at once: only what this one added or took back since it last looked is written.
final class ProgressFile: Sendable {
  private let store: ProgressStore?
  private let texts: TextTable
  /// What the workbench had when the file was last read or written.
  private let known = Mutex(LessonProgress())

  init(texts: TextTable) {
    let environment = ProcessEnvironment.variables(["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"])
    store = (try? XDGFolders(environment: environment)).map { ProgressStore(folders: $0) }
    self.texts = texts
  }

  /// What can be read, and a sentence about what cannot. Nothing in here keeps anybody from working.
  func load() -> (progress: LessonProgress, complaint: String?) {
    guard let store else { return (LessonProgress(), texts.sentence(for: StorageError.noHome)) }
    do throws(StorageError) {
      let reading = try store.read()
      let progress = LessonProgress(reading.progress)
      known.withLock { $0 = progress }
      return (progress, reading.damage.map { texts.sentence(for: $0, file: store.path) })
    } catch {
      return (LessonProgress(), texts.sentence(for: error))
    }
  }

  /// Writes what has changed; a damaged file is kept beside the new one.
  func save(_ progress: LessonProgress) throws(ServiceFailure) {
    guard let store else { throw ServiceFailure(sentence: texts.sentence(for: StorageError.noHome)) }
    let before = known.withLock { $0 }
    guard progress != before else { return }
    do throws(StorageError) {
      _ = try store.update { $0.apply(from: before, to: progress) }
    } catch {
      throw ServiceFailure(sentence: texts.text(.progressNotSaved, texts.sentence(for: error)))
    }
    known.withLock { $0 = progress }
  }

  /// Writes progress to a file of the user's choice.
  static func export(_ progress: LessonProgress, to path: String, texts: TextTable) throws(Failure) {
    do throws(StorageError) {
      try ProgressStore.export(Progress(progress), to: path)
    } catch {
      throw Failure(status: .cannotWrite, sentence: texts.sentence(for: error))
    }
  }

  /// Reads such a file.
  ///
  /// - Throws: also when any line of it means nothing: half of somebody's progress is worse than a sentence.
  static func exported(at path: String, texts: TextTable) throws(Failure) -> LessonProgress {
    let reading: ProgressStore.Reading
    do throws(StorageError) {
      reading = try ProgressStore.exported(at: path)
    } catch {
      throw Failure(status: .missingInput, sentence: texts.sentence(for: error))
    }
    if let damage = reading.damage {
      throw Failure(status: .badData, sentence: texts.sentence(forImportOf: path, damage))
    }
    return LessonProgress(reading.progress)
  }
}

extension LessonProgress {
  fileprivate init(_ progress: Progress) {
    self.init(currentLesson: progress.current?.lesson)
    for task in progress.done { solved[task.lesson, default: []].insert(task.task) }
    for task in progress.skipped { skipped[task.lesson, default: []].insert(task.task) }
    if let place = progress.current?.task, place.hasPrefix(Progress.pagePrefix) {
      currentPage = max(0, (Int(place.dropFirst(Progress.pagePrefix.count)) ?? 1) - 1)
    }
  }
}

extension Progress {
  /// The file names the place in a lesson as it names tasks; a page is written as `page-3`, counted from 1.
  fileprivate static let pagePrefix = "page-"

  fileprivate init(_ progress: LessonProgress) {
    self.init(
      done: Self.tasks(progress.solved), skipped: Self.tasks(progress.skipped), current: Self.place(of: progress))
  }

  /// Adds what is new and forgets what was taken back; what others wrote meanwhile stays.
  fileprivate mutating func apply(from before: LessonProgress, to after: LessonProgress) {
    let (solved, skipped) = (Self.tasks(after.solved), Self.tasks(after.skipped))
    let forgotten = Self.tasks(before.solved).subtracting(solved)
    let resumed = Self.tasks(before.skipped).subtracting(skipped)
    self = Progress(
      done: done.subtracting(forgotten).union(solved), skipped: self.skipped.subtracting(resumed).union(skipped),
      current: current)
    let place = Self.place(of: after)
    if place != nil, place != Self.place(of: before) { current = place }
  }

  private static func place(of progress: LessonProgress) -> TaskReference? {
    progress.currentLesson.flatMap {
      try? TaskReference(lesson: $0, task: "\(pagePrefix)\(progress.currentPage + 1)")
    }
  }

  private static func tasks(_ tasks: [String: Set<String>]) -> Set<TaskReference> {
    Set(tasks.flatMap { lesson, tasks in tasks.compactMap { try? TaskReference(lesson: lesson, task: $0) } })
  }
}
