import ConvolutionEngine
import Explorer

/// Proves that a lesson can be done and that nothing in it is done for free.
///
/// Every page is opened by itself and, once more, in reading order after the solutions before it.
package enum LessonAudit {
  /// The fewest hints that a task may have.
  package static var leastHints: Int { TaskReader.leastHints }

  /// What is wrong; empty for a lesson that is fit to be shown.
  package static func findings(in lesson: Lesson) -> [LessonFinding] {
    var findings: [LessonFinding] = []
    func add(_ more: [LessonFinding]) {
      for finding in more where !findings.contains(finding) { findings.append(finding) }
    }
    guard let start = startingExplorer else { return [.noPresets] }
    for task in lesson.tasks { add(texts(of: task)) }

    for page in lesson.pages.indices {
      var alone = LessonPlay(lesson: lesson, explorer: start, page: page)
      add(alone.playPage())
    }
    var inOrder = LessonPlay(lesson: lesson, explorer: start, page: 0)
    add(inOrder.playPage())
    for _ in lesson.pages.indices.dropFirst() {
      inOrder.turnPage()
      add(inOrder.playPage())
    }
    return findings
  }

  private static func texts(of task: LessonTask) -> [LessonFinding] {
    var findings: [LessonFinding] = []
    if task.hints.count < TaskReader.leastHints {
      findings.append(.tooFewHints(task: task.id, count: task.hints.count))
    }
    for (index, hint) in task.hints.enumerated() where hint.isEmpty {
      findings.append(.emptyHint(task: task.id, index: index))
    }
    if task.prompt.isEmpty { findings.append(.emptyPrompt(task: task.id)) }
    for reason in task.reasons where task.question?.isRight(reason.value) == true {
      findings.append(.reasonIsRight(task: task.id, value: reason.value))
    }
    if (task.question == nil) != (task.solution.answer == nil) { findings.append(.answerMismatch(task: task.id)) }
    return findings
  }

  /// An explorer with the plus and the identity kernel, as the program starts without a file.
  package static var startingExplorer: ExplorerState? {
    guard let input = try? InputPreset.named("plus")?.tensor(), let kernel = KernelPreset.named("identity")?.weights,
      let experiment = try? Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: kernel]))
    else { return nil }
    return ExplorerState(document: ExplorerDocument(experiment: experiment))
  }
}

/// What an audit finds wrong with a lesson.
package enum LessonFinding: Sendable, Equatable {
  /// The explorer refuses the setup of a page (from 0).
  case setupRefused(page: Int, ExplorerError)
  /// The task's check passes before anything was done.
  case solvedAtStart(task: String)
  case solutionRefused(task: String, action: ExplorerAction, ExplorerError)
  /// The stored solution does not solve the task.
  case solutionFails(task: String, Verdict?)
  /// An answer is stored though none is asked for, or the other way round.
  case answerMismatch(task: String)
  /// A reason why an answer is wrong stands at one that is right.
  case reasonIsRight(task: String, value: Double)
  /// Par is not what an exhaustive search finds.
  case golf(task: String, GolfFinding)
  case tooFewHints(task: String, count: Int)
  case emptyHint(task: String, index: Int)
  case emptyPrompt(task: String)
  /// The program lacks the presets that every setup begins with.
  case noPresets

  /// The task that the finding is about; nil when it is about more than one task.
  package var task: String? {
    switch self {
    case .solvedAtStart(let task), .solutionRefused(let task, _, _), .solutionFails(let task, _),
      .answerMismatch(let task), .reasonIsRight(let task, _), .tooFewHints(let task, _), .emptyHint(let task, _),
      .emptyPrompt(let task), .golf(let task, _):
      task
    case .setupRefused, .noPresets: nil
    }
  }
}

/// A lesson being played by its stored solutions.
private struct LessonPlay {
  private var explorer: ExplorerState
  private var session: LessonSession

  init(lesson: Lesson, explorer: ExplorerState, page: Int) {
    self.explorer = explorer
    session = LessonSession(lesson: lesson, explorer: explorer, page: page)
  }

  mutating func turnPage() { session.nextPage() }

  /// Opens the page and solves its task.
  mutating func playPage() -> [LessonFinding] {
    do throws(ExplorerError) {
      try explorer.apply(.together(session.openingActions))
    } catch {
      return [.setupRefused(page: session.pageIndex, error)]
    }
    session.begin(explorer)
    guard let task = session.task else { return [] }
    let start = explorer
    // Once with the output computed by the check itself, once with the whole output at hand.
    for output in [nil, explorer.experiment.output()] {
      let observation = Observation(start: explorer, state: explorer, output: output)
      guard task.check.evaluate(observation) != .passed else { return [.solvedAtStart(task: task.id)] }
    }
    for action in task.solution.actions {
      do throws(ExplorerError) {
        try explorer.apply(action)
      } catch {
        return [.solutionRefused(task: task.id, action: action, error)]
      }
      _ = session.note(action, state: explorer, output: nil)
    }
    if let answer = task.solution.answer { _ = session.answer(answer, state: explorer, output: nil) }
    guard session.isTaskSolved else { return [.solutionFails(task: task.id, session.lastVerdict)] }
    return LessonAudit.golf(of: task, start: start, end: explorer)
  }
}
