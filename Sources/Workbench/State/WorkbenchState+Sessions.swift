import Explorer
import LessonKit

extension WorkbenchState {
  /// Everything that a session file keeps of the present state. What is typed or chosen just now is not among it.
  package var session: Session { Session(explorer, notes: SessionNotes(self).words) }

  mutating func applySession(_ command: Command) -> [Effect] {
    switch command {
    case .saveSession(let path):
      guard let path = path ?? sessionPath else { return [] }
      guard !refusedSessions.contains(path) else {
        refuse(.sessionRefusedBefore, path)
        return []
      }
      return [.saveSession(session, path: path, mark: explorer.history.mark)]
    case .openSession(let path):
      guard hasUnsavedEdits else { return applySession(.replaceBySession(path: path)) }
      mode = .confirmation(
        Confirmation(question: texts.text(.confirmOpenSession, path), command: .replaceBySession(path: path)))
      return []
    case .replaceBySession(let path):
      return [.openSession(path: path)]
    case .recover: return [.recover]
    case .declineRecovery: return [.declineRecovery]
    default: return []
    }
  }

  mutating func receiveSession(_ delivery: Delivery) -> [Effect] {
    switch delivery {
    case .sessionSaved(let path, let mark):
      savedMark = mark
      keptMark = mark
      sessionPath = path
      message = StatusMessage(text: texts.text(.sessionSaved, path), kind: .success)
      return recoveryEffects
    case .sessionOpened(let path, let session):
      refusedSessions.remove(path)
      open(session, path: path)
      say(.sessionOpened, path, "\(explorer.history.count)")
      return [.recompute(explorer.experiment, revision: explorer.revision)] + comparisonEffects + [.forgetRecovery]
    case .sessionRefused(let path, let sentence):
      refusedSessions.insert(path)
      message = StatusMessage(text: sentence, kind: .problem)
    case .recovered(let session):
      // The file that was named at the start is still the one to save to.
      open(session, path: sessionPath)
      savedMark = .none
      keptMark = .none
      say(.recovered, "\(explorer.history.count)")
      return [.recompute(explorer.experiment, revision: explorer.revision)] + comparisonEffects
    case .recoveryDeclined(let path):
      if let path { say(.recoveryDeclined, path) }
    default: break
    }
    return []
  }

  /// Shows a session instead of what there is; everything in it counts as saved.
  package mutating func open(_ session: ReplayedSession, path: String?) {
    explorer.replace(by: session.explorer)
    memory = FrameMemory()
    mode = .normal
    savedMark = explorer.history.mark
    keptMark = savedMark
    sessionPath = path
    SessionNotes(words: session.notes).restore(&self)
  }

  /// Names the file for `:session save`, whether it exists yet or not.
  package mutating func useSession(at path: String) { sessionPath = path }

  /// Asks whether to take up what an earlier run left.
  package mutating func offerRecovery(edits: Int, of name: String) {
    mode = .confirmation(
      Confirmation(
        question: texts.text(.confirmRecover, "\(edits)", name), command: .recover, otherwise: .declineRecovery))
  }

  /// What has to be done for the case that the run does not end well, now that something has changed.
  package var recoveryEffects: [Effect] {
    // The grids of a lesson that has begun are the lesson's; what was kept of one's own before stays kept.
    guard hasOwnGrids else { return [] }
    return explorer.history.mark == keptMark ? [.forgetRecovery] : [.storeRecovery(session)]
  }
}
