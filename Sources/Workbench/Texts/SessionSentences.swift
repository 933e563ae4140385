import Explorer

/// What is wrong with session files, as sentences.
extension TextTable {
  /// File, line and reason.
  package func sentence(for error: SessionError, file: String) -> String {
    text(.sessionRefused, file, "\(error.line)", sentence(for: error.fault))
  }

  package func sentence(for fault: SessionFault) -> String {
    switch fault {
    case .notASession: text(.sessionNone)
    case .newerVersion(let version): text(.sessionNewer, version)
    case .notText: text(.sessionNotText)
    case .truncated: text(.sessionTruncated)
    case .broken(let error): sentence(for: error)
    case .refused(let error): sentence(for: error)
    case .missingFile(let path): text(.sessionFileMissing, path)
    case .unreadableFile(let path, let reason): text(.sessionFileUnreadable, path, reason)
    case .changedFile(let path): text(.sessionFileChanged, path)
    case .cancelled: text(.sessionCancelled)
    case .tooLarge(let limit): text(.sessionTooLarge, "\(limit)")
    case .tooMuchWork(let limit): text(.sessionTooMuchWork, "\(limit)")
    }
  }
}
