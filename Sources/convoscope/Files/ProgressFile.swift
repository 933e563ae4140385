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
}

extension LessonProgress {
  fileprivate init(_ progress: Progress) {
    self.init(currentLesson: progress.current?.lesson)
    for task in progress.done { solved[task.lesson, default: []].insert(task.task) }
  }
}

extension Progress {
  /// The lesson alone says where to go on: its first task that is not done. The file wants a task as well.
  private static let noTask = "-"

  /// Adds what is new and forgets what was taken back; what others wrote meanwhile stays.
  fileprivate mutating func apply(from before: LessonProgress, to after: LessonProgress) {
    let forgotten = Self.tasks(of: before).subtracting(Self.tasks(of: after))
    self = Progress(done: done.subtracting(forgotten).union(Self.tasks(of: after)), current: current)
    if let lesson = after.currentLesson, lesson != before.currentLesson {
      current = try? TaskReference(lesson: lesson, task: Self.noTask)
    }
  }

  private static func tasks(of progress: LessonProgress) -> Set<TaskReference> {
    var tasks: Set<TaskReference> = []
    for (lesson, solved) in progress.solved {
      for task in solved {
        if let reference = try? TaskReference(lesson: lesson, task: task) { tasks.insert(reference) }
      }
    }
    return tasks
  }
}
