import ConvolutionEngine
import Explorer

/// What happened to the task of the open page.
package enum LessonEvent: Sendable, Equatable {
  /// The task of this id is solved; told once.
  case taskSolved(String)
  case wrong(CheckDiagnosis)
  case notANumber
}

/// One open lesson, as a value: the page, what was done on it, hints, and what is solved.
///
/// Opening a page: apply `openingActions` to the explorer as one `.together`, then call `begin` with the result; after that
/// every action of the learner goes through `note`.
package struct LessonSession: Sendable {
  package let lesson: Lesson
  package private(set) var pageIndex: Int
  /// The ids of the solved tasks.
  package private(set) var solved: Set<String>
  /// How many hints of the task are shown.
  package private(set) var hintsShown = 0
  /// What the last check found; nil before the first one.
  package private(set) var lastVerdict: Verdict?

  /// The best score of each task that is a game of golf, since the lesson was opened.
  package internal(set) var bestScores: [String: Int] = [:]
  /// How often the input was changed since the task began. Undo does not give these back.
  package internal(set) var probes = 0

  private(set) var start: ExplorerState
  private var actions: [ExplorerAction] = []
  /// Whether the page was reached by reading on, so that a page without a setup keeps the explorer as it is.
  private var isReadingOn = false

  /// At most this many actions are kept for checks.
  private static let actionLimit = 4096

  /// - Parameters:
  ///   - solved: the ids of the tasks that were solved earlier.
  ///   - page: the page to open, kept within the lesson; nil for the first one with an unsolved task, or the first page
  ///     when all is solved.
  package init(lesson: Lesson, explorer: ExplorerState, solved: Set<String> = [], page: Int? = nil) {
    self.lesson = lesson
    self.solved = solved
    let unsolved = lesson.pages.firstIndex { $0.task.map { !solved.contains($0.id) } ?? false }
    pageIndex = max(0, min(page ?? unsolved ?? 0, lesson.pages.count - 1))
    start = explorer
  }

  package var page: LessonPage {
    lesson.pages.indices.contains(pageIndex) ? lesson.pages[pageIndex] : LessonPage(blocks: [])
  }

  package var task: LessonTask? { page.task }

  /// Whether the page's task is solved; false for a page without a task.
  package var isTaskSolved: Bool { task.map { solved.contains($0.id) } ?? false }

  /// The hints that are shown, from the first.
  package var hints: [[LessonBlock]] { task.map { Array($0.hints.prefix(hintsShown)) } ?? [] }

  /// What to apply to the explorer when the page opens, as one `.together`; empty when it stays as it is.
  package var openingActions: [ExplorerAction] {
    LessonOpening.actions(of: lesson, page: pageIndex, isReadingOn: isReadingOn)
  }

  /// Takes the explorer as the start of the page, after its opening actions.
  package mutating func begin(_ explorer: ExplorerState) {
    start = explorer
    actions = []
    probes = 0
    lastVerdict = nil
  }

  /// Checks the task after an action of the learner.
  ///
  /// - Returns: `.taskSolved` when this solved it, else nil.
  package mutating func note(_ action: ExplorerAction, state: ExplorerState, output: Tensor?) -> LessonEvent? {
    actions.append(action)
    if action.isProbe { probes += 1 }
    if actions.count > Self.actionLimit { actions.removeFirst(Self.actionLimit / 2) }
    return check(state: state, output: output)
  }

  /// Checks the task again, because the output has become known.
  package mutating func check(state: ExplorerState, output: Tensor?) -> LessonEvent? {
    keepScore(of: state)
    guard !isTaskSolved, case .taskSolved(let id)? = evaluate(answer: nil, state: state, output: output) else {
      return nil
    }
    return .taskSolved(id)
  }

  /// Judges a typed answer.
  package mutating func answer(_ text: String, state: ExplorerState, output: Tensor?) -> LessonEvent {
    if let unit = task?.wrongUnit(in: text) {
      lastVerdict = .wrong(.notThisUnit(unit))
      return .wrong(.notThisUnit(unit))
    }
    return evaluate(answer: task?.withoutUnit(text) ?? text, state: state, output: output)
      ?? .wrong(.restMissing)
  }

  private mutating func evaluate(answer: String?, state: ExplorerState, output: Tensor?) -> LessonEvent? {
    guard let task else { return nil }
    let observation = Observation(
      start: start, state: state, actions: actions, answer: answer, output: output, probes: probes)
    let verdict = golfRefusal(of: state).map { .wrong($0) } ?? task.check.evaluate(observation)
    lastVerdict = verdict
    switch verdict {
    case .passed:
      solved.insert(task.id)
      return .taskSolved(task.id)
    case .notYet: return nil
    case .wrong(.notANumber): return .notANumber
    case .wrong(let diagnosis):
      // Nothing was answered: what is wrong is told beside the task.
      return answer == nil ? nil : .wrong(diagnosis)
    }
  }

  /// Shows the next hint; false when all of them are shown.
  package mutating func showHint() -> Bool {
    guard let task, hintsShown < task.hints.count else { return false }
    hintsShown += 1
    return true
  }

  /// Takes tasks for solved that were solved elsewhere.
  package mutating func mark(solved more: Set<String>) { solved.formUnion(more) }

  /// Opens a page, kept within the lesson.
  package mutating func go(toPage target: Int) {
    let page = max(0, min(target, lesson.pages.count - 1))
    isReadingOn = page == pageIndex + 1
    pageIndex = page
    startOver()
  }

  package mutating func nextPage() { go(toPage: pageIndex + 1) }
  package mutating func previousPage() { go(toPage: pageIndex - 1) }

  /// Makes the page's task unsolved again; the page has to be opened anew.
  package mutating func resetTask() {
    if let task { solved.remove(task.id) }
    isReadingOn = false
    startOver()
  }

  /// Makes all tasks unsolved and goes to the first page, which has to be opened.
  package mutating func resetLesson() {
    solved = []
    pageIndex = 0
    isReadingOn = false
    startOver()
  }

  private mutating func startOver() {
    hintsShown = 0
    actions = []
    probes = 0
    lastVerdict = nil
  }
}
