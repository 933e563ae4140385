/// Why a session is not opened; nothing of it is used then.
package struct SessionError: Error, Equatable, Sendable {
  /// Counted from 1.
  package let line: Int
  package let fault: SessionFault

  package init(line: Int, fault: SessionFault) {
    self.line = line
    self.fault = fault
  }
}

/// What is wrong with a session, or with what is to become one.
package enum SessionFault: Error, Equatable, Sendable {
  /// The first line is not that of a session.
  case notASession
  /// The session was written by a later version of the program.
  case newerVersion(String)
  /// The bytes are not UTF-8, or hold control characters.
  case notText
  /// The end is missing: the last line does not count the lines before it.
  case truncated
  case broken(ActionTextError)
  /// The line can be read, but not be done.
  case refused(ExplorerError)
  /// The file of a grid is not there.
  case missingFile(path: String)
  /// The file of a grid cannot be read, for this reason.
  case unreadableFile(path: String, reason: String)
  /// The file of a grid holds other numbers than when the session was saved.
  case changedFile(path: String)
  /// The text is larger than `limit` bytes.
  case tooLarge(limit: Int)
  /// Whoever asked for it has given it up.
  case cancelled
  /// Making all edits again would write more than `limit` cells.
  case tooMuchWork(limit: Int)
}
