import Explorer

/// What the status line says about work beside the loop.
package struct WorkProgress: Equatable, Sendable {
  package let kind: PendingWork.Kind
  /// 0 to 100; nil where nobody knows how much there is.
  package let percent: Int?

  package init(kind: PendingWork.Kind, percent: Int? = nil) {
    self.kind = kind
    self.percent = percent
  }

  init(_ work: PendingWork) { self.init(kind: work.kind, percent: work.percent) }
}

extension WorkbenchState {
  /// Shows how far work is that has taken a while; nil when there is none.
  package mutating func show(_ progress: WorkProgress?) { work = progress }

  /// Whether the whole output is unknown and nobody is computing it, because that was given up.
  var isOutputGivenUp: Bool { givenUpRevision == explorer.revision && !explorer.knowsOutput }

  /// Takes in what was given up; nil when there was nothing.
  package mutating func workWasCancelled(_ kind: PendingWork.Kind?) {
    work = nil
    switch kind {
    case nil: say(.workNone)
    case .computing:
      givenUpRevision = explorer.revision
      message = StatusMessage(text: outputGivenUpSentence, kind: .notice)
    case .opening(let path), .openingSession(let path): say(.workOpenCancelled, path)
    case .saving(let path), .savingSession(let path), .exporting(let path): say(.workSaveCancelled, path)
    case .recovering: say(.workRecoverCancelled)
    }
  }

  /// That the whole output is not computed, that what is on screen is right all the same, and how to go on; to a task that
  /// looks at the whole output also that it waits.
  var outputGivenUpSentence: String {
    let isNeeded = isTaskOpen && lesson?.task?.check.needsWholeOutput == true
    return texts.text(isNeeded ? .workTaskNeedsOutput : .workOutputCancelled)
  }

  /// Computes the whole output again from the beginning.
  mutating func recompute() -> [Effect] {
    givenUpRevision = nil
    guard !explorer.knowsOutput else {
      say(.workOutputIsKnown)
      return []
    }
    return [.recompute(explorer.experiment, revision: explorer.revision)]
  }
}

extension TextTable {
  /// What is being done, how far it is, and that Esc gives it up.
  func sentence(for progress: WorkProgress) -> String {
    let what =
      switch progress.kind {
      case .computing: text(.workComputing)
      case .opening(let path), .openingSession(let path): text(.workOpening, path)
      case .saving(let path), .savingSession(let path), .exporting(let path): text(.workSaving, path)
      case .recovering: text(.workRecovering)
      }
    return progress.percent.map { text(.workPercent, what, "\($0)") } ?? text(.workUnknown, what)
  }
}
