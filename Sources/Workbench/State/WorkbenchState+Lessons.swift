import Explorer
import LessonKit

extension WorkbenchState {
  /// Whether the page has a task that has begun and is not solved.
  var isTaskOpen: Bool { !lessonIsWaiting && lesson?.task != nil && lesson?.isTaskSolved == false }

  /// What the present task waits for to be typed.
  var openQuestion: LessonQuestion? { isTaskOpen ? lesson?.task?.question : nil }

  var asksForAnswer: Bool { openQuestion != nil }

  /// Whether an output cell is asked for, which stays unknown until then.
  var asksForPrediction: Bool { openQuestion?.isPrediction == true }

  mutating func applyLesson(_ command: Command) -> [Effect] {
    switch command {
    case .openLesson(let id): return openLesson(id)
    case .nextPage: return search == nil ? turnPage(forward: true) : findNext(forward: true)
    case .previousPage: return search == nil ? turnPage(forward: false) : findNext(forward: false)
    case .hint: showHint()
    case .resetTask:
      // A lesson that waits has no task yet, and its grids are not the lesson's to replace.
      guard !lessonIsWaiting, let task = lesson?.task else {
        refuse(.noTaskHere)
        return []
      }
      mode = .confirmation(
        Confirmation(question: texts.text(.confirmResetTask, task.id), command: .confirmed(.resetTask)))
    case .resetLesson:
      guard !lessonIsWaiting, let title = lesson?.lesson.title else {
        refuse(.noLessonOpen)
        return []
      }
      mode = .confirmation(
        Confirmation(question: texts.text(.confirmResetLesson, title), command: .confirmed(.resetLesson)))
    case .resetAllProgress:
      mode = .confirmation(
        Confirmation(question: texts.text(.confirmResetAll), command: .confirmed(.resetAllProgress)))
    case .skipTask: return skipTask()
    case .toggleLesson: return toggleLesson()
    case .followLink: return followLink()
    case .exportProgress(let path): return [.exportProgress(progress, path: path)]
    case .importProgress(let path): return [.importProgress(path: path)]
    default: break
    }
    return []
  }

  /// Opens a lesson where it was left, else at its first task with something to do, with its own grids.
  package mutating func openLesson(_ id: String) -> [Effect] {
    guard let found = library.lesson(id) else {
      refuse(.noSuchLesson, id)
      return []
    }
    let hadOwnGrids = hasOwnGrids
    lesson = LessonSession(
      lesson: found, explorer: explorer, solved: progress.solved[found.id, default: []], page: progress.page(of: found))
    progress.currentLesson = found.id
    lessonIsWaiting = false
    // Another page takes the place of the one to come back to.
    pageLeft = nil
    let effects = openPage(insteadOfOwnGrids: hadOwnGrids)
    tellPrerequisites()
    return effects + [.storeProgress(progress)]
  }

  /// Opens a lesson to be read beside the present grids, which stay as they are until the learner starts it.
  package mutating func showLesson(_ id: String) {
    guard let found = library.lesson(id) else { return }
    lesson = LessonSession(
      lesson: found, explorer: explorer, solved: progress.solved[found.id, default: []], page: progress.page(of: found))
    lessonIsWaiting = true
  }

  /// Sets the explorer up for the page that has just been opened.
  ///
  /// Undo takes back what is done on the page, not the page's own grids, because its text speaks of these. Only
  /// what the learner had before the lesson can be brought back.
  private mutating func openPage(insteadOfOwnGrids: Bool = false) -> [Effect] {
    lessonScroll = 0
    progress.currentPage = lesson?.pageIndex ?? 0
    guard let actions = lesson?.openingActions else { return [] }
    if !actions.isEmpty {
      let hasSomethingToLose = insteadOfOwnGrids && explorer.history.mark != savedMark
      let effects = performSilently(.together(actions))
      undoFloor = hasSomethingToLose ? 0 : explorer.history.undoCount
      if hasSomethingToLose { say(.lessonBegan) }
      lesson?.begin(explorer)
      return effects
    }
    lesson?.begin(explorer)
    return []
  }

  /// Opens another page of the open lesson, with its grids.
  mutating func openPage(_ page: Int) -> [Effect] {
    lesson?.go(toPage: page)
    return openPage() + [.storeProgress(progress)]
  }

  /// Applies an action that is the lesson's, not the learner's.
  mutating func performSilently(_ action: ExplorerAction) -> [Effect] {
    let session = lesson
    lesson = nil
    let effects = perform(action)
    lesson = session
    return effects
  }

  private mutating func turnPage(forward: Bool) -> [Effect] {
    guard let session = lesson else {
      refuse(.noLessonOpen)
      return []
    }
    if forward ? lessonView.linesBelow > 0 : lessonScroll > 0 {
      readOn(forward: forward)
      return []
    }
    if lessonIsWaiting {
      guard forward else { return [] }
      lessonIsWaiting = false
      progress.currentLesson = session.lesson.id
      return openPage(insteadOfOwnGrids: true) + [.storeProgress(progress)]
    }
    let target = session.pageIndex + (forward ? 1 : -1)
    guard session.lesson.pages.indices.contains(target) else {
      return forward ? turnToNextLesson(after: session.lesson) : []
    }
    return openPage(target)
  }

  /// Scrolls by a panelful less two lines, which stay as a handhold for the eye: the last one and the pinned task.
  private mutating func readOn(forward: Bool) {
    let lines = max(1, lessonView.rows - 2)
    lessonScroll = max(0, lessonScroll + (forward ? lines : -lines))
  }

  /// After the last page comes the next lesson.
  private mutating func turnToNextLesson(after current: Lesson) -> [Effect] {
    guard let next = library.lessons.first(where: { $0.number > current.number }) else {
      say(.lastPage)
      return []
    }
    return openLesson(next.id)
  }

  private mutating func showHint() {
    guard !lessonIsWaiting, lesson?.task != nil else {
      refuse(.noTaskHere)
      return
    }
    if lesson?.showHint() == false { say(.noMoreHints) }
    lessonScroll = Self.endOfLesson
  }

  /// Scrolls to the end of the page; drawing limits it to what there is.
  static let endOfLesson = 10_000

  /// Lets the lesson see an action of the learner.
  mutating func note(_ action: ExplorerAction) -> [Effect] {
    guard !lessonIsWaiting else { return [] }
    let best = lesson?.golfStanding(in: explorer)?.best
    let event = lesson?.note(action, state: explorer, output: explorer.currentOutput)
    tellGolf(after: best)
    return handle(event)
  }

  /// Checks the task again, because the whole output has become known.
  mutating func checkLesson() -> [Effect] {
    guard !lessonIsWaiting else { return [] }
    return handle(lesson?.check(state: explorer, output: explorer.currentOutput))
  }

  /// Judges what was typed: the lesson's question goes before that of the predict mode.
  mutating func answer(_ text: String) -> [Effect] {
    guard asksForAnswer else { return predict(text) }
    let event = lesson?.answer(text, state: explorer, output: explorer.currentOutput)
    switch event {
    case .taskSolved:
      mode = .normal
      return handle(event)
    case .wrong(let diagnosis):
      // A grid is long, and a slip in it small.
      let kept = asksForGrid ? text : ""
      mode = .prompt(Prompt(kind: .answer, text: kept, problem: texts.sentence(for: diagnosis, in: lesson?.task)))
    case .notANumber:
      mode = .prompt(Prompt(kind: .answer, text: text, problem: texts.text(.notANumber, text)))
    case nil:
      mode = .normal
    }
    return []
  }

  private mutating func handle(_ event: LessonEvent?) -> [Effect] {
    guard case .taskSolved(let task)? = event, let session = lesson else { return [] }
    progress.solved[session.lesson.id, default: []].insert(task)
    progress.skipped[session.lesson.id]?.remove(task)
    if progress.skipped[session.lesson.id]?.isEmpty == true { progress.skipped[session.lesson.id] = nil }
    lessonScroll = Self.endOfLesson
    explorer.pausePlayback()
    message = StatusMessage(
      text: texts.text(.taskSolved, KeyMap.keyName(for: .nextPage, in: .output) ?? ""), kind: .success)
    return [.storeProgress(progress)]
  }

  /// Forgets what was solved, after the question.
  mutating func reset(_ what: Command.Confirmed) -> [Effect] {
    switch what {
    case .resetTask:
      guard let session = lesson, let task = session.task else { return [] }
      progress.solved[session.lesson.id]?.remove(task.id)
      lesson?.resetTask()
    case .resetLesson:
      guard let session = lesson else { return [] }
      progress.solved[session.lesson.id] = nil
      progress.skipped[session.lesson.id] = nil
      lesson?.resetLesson()
    case .resetAllProgress:
      progress.solved = [:]
      progress.skipped = [:]
      pageLeft = nil
      lesson?.resetLesson()
    case .quit:
      return []
    }
    let effects = lesson == nil || lessonIsWaiting ? [] : openPage()
    say(.progressReset)
    return effects + [.storeProgress(progress)]
  }

  /// Passes over the task of the page; it stays marked, and solving it later takes the mark away.
  private mutating func skipTask() -> [Effect] {
    guard !lessonIsWaiting, let session = lesson, let task = session.task else {
      refuse(.noTaskHere)
      return []
    }
    guard !session.isTaskSolved else {
      say(.taskIsSolved)
      return []
    }
    progress.skipped[session.lesson.id, default: []].insert(task.id)
    let target = session.pageIndex + 1
    let effects =
      session.lesson.pages.indices.contains(target)
      ? openPage(target) : turnToNextLesson(after: session.lesson) + [.storeProgress(progress)]
    say(.taskSkipped, KeyMap.keyName(for: .previousPage, in: .output) ?? "")
    return effects
  }

  /// Adds progress that was read from a file. The open page keeps its place, and its task may be solved now.
  mutating func take(_ imported: LessonProgress, from path: String) -> [Effect] {
    let before = progress.solved.values.reduce(0) { $0 + $1.count }
    progress.merge(imported)
    let added = progress.solved.values.reduce(0) { $0 + $1.count } - before
    if let session = lesson { lesson?.mark(solved: progress.solved[session.lesson.id, default: []]) }
    message = StatusMessage(text: texts.text(.progressImported, path, "\(added)"), kind: .success)
    return [.storeProgress(progress)]
  }

  /// Takes over the whole library in place of the lesson that the first frame showed. What that frame said stays said.
  ///
  /// - Parameter notice: what is to be said of a library unless there is something wrong.
  mutating func complete(_ library: LessonLibrary, notice: (LessonLibrary) -> String?) {
    let said = message
    reload(library)
    if let said {
      message = said
    } else if message == nil, let notice = notice(library) {
      say(notice: notice)
    } else if !lessonIsWaiting {
      tellPrerequisites()
    }
  }

  /// Takes over lessons that were read anew; the open page stays open when it still exists.
  mutating func reload(_ newLibrary: LessonLibrary) {
    let wasBroken = !library.problems.isEmpty
    library = newLibrary.keepingUnreadable(from: library)
    if let problem = newLibrary.problems.first {
      message = StatusMessage(text: texts.sentence(for: problem), kind: .problem)
    }
    guard let session = lesson, let found = newLibrary.lesson(session.lesson.id) else { return }
    guard found != session.lesson else {
      if wasBroken && newLibrary.problems.isEmpty { say(.lessonReloaded, found.title) }
      return
    }
    let page = min(session.pageIndex, found.pages.count - 1)
    lesson = LessonSession(
      lesson: found, explorer: explorer, solved: progress.solved[found.id, default: []], page: page)
    lesson?.begin(explorer)
    if newLibrary.problems.isEmpty { say(.lessonReloaded, found.title) }
  }
}
