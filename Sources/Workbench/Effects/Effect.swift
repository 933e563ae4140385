import ConvolutionEngine
import Explorer

/// Work that `apply` leaves to others, because it takes time or touches the world outside.
package enum Effect: Equatable, Sendable {
  /// Compute the whole output of this experiment; the newest revision wins.
  case recompute(Experiment, revision: Int)
  /// Compare the output with another one; the newest number wins.
  case compare(ComparisonRequest)
  /// Read numbers to compare with; `expected` is the file as a session names it, nil for one that was just asked for.
  case openComparison(path: String, expected: GridFile?)
  /// Compute the output and write it to a file; `mark` is the state that is saved then.
  case save(Experiment, path: String, mark: HistoryMark)
  /// Make a picture, an animation, a recording or code of this session.
  case export(Session, ExportRequest)
  /// Read a picture or table for an operand.
  case open(OperandName, path: String)
  /// Read a picture for the input, with its three colours.
  case openColor(path: String)
  /// Write a session to a file; `mark` is the state that is saved then.
  case saveSession(Session, path: String, mark: HistoryMark)
  case openSession(path: String)
  /// Keep a copy for the case that this run does not end well.
  case storeRecovery(Session)
  /// Throw that copy away, because nothing is left that could be lost.
  case forgetRecovery
  /// Open the copy that an earlier run left.
  case recover
  /// Put it aside.
  case declineRecovery
  case storeProgress(LessonProgress)
  /// Write progress to a file of the user's, or read it from one.
  case exportProgress(LessonProgress, path: String)
  case importProgress(path: String)
  /// List what a path may go on with, for a line of the prompt.
  case listFiles(prefix: String, line: String)
  /// Puts a text on the terminal's clipboard, if it has one.
  case copy(String)
  /// Give up the foremost work that is being done.
  case cancelWork
  case suspend
  case redraw
}

extension Effect {
  fileprivate var isRecompute: Bool {
    if case .recompute = self { true } else { false }
  }
}

extension [Effect] {
  /// What several changes at once ask for: of the outputs that they would compute, only the last one is wanted.
  var keepingLastRecompute: [Effect] {
    let last = lastIndex(where: \.isRecompute)
    return indices.filter { !self[$0].isRecompute || $0 == last }.map { self[$0] }
  }
}
