import Explorer
import Storage
import Synchronization
import Workbench

/// The copy that this run keeps of itself, and the one that an earlier run left.
///
/// Both are the same file once the earlier one has been taken up.
final class RecoveryKeeper: Sendable {
  /// What an earlier run left, as a question can name it.
  struct Leftover {
    let edits: Int
    let name: String
  }

  private let folder: RecoveryFolder?
  private let texts: TextTable
  private let state = Mutex(Files())

  private struct Files {
    /// This run's copy.
    var own: RecoveryFile?
    /// What an earlier run left and nobody has decided about.
    var leftover: RecoveryFile?
    var complaint: String?
  }

  init(texts: TextTable) {
    let environment = ProcessEnvironment.variables(["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"])
    folder = (try? XDGFolders(environment: environment)).map { RecoveryFolder(folders: $0) }
    self.texts = texts
  }

  /// Something that could not be said on the screen.
  var complaint: String? { state.withLock { $0.complaint } }

  /// What an earlier run left; nil when there is nothing. A copy that cannot be read is put aside at once.
  func leftover() -> Leftover? {
    // A folder that cannot be looked into keeps nobody from working; the first copy will say so.
    guard let folder, let file = try? folder.claimLeftover() else { return nil }
    do {
      let session = try SessionText.read(try file.read(limit: Session.Limits.bytes))
      state.withLock { $0.leftover = file }
      let name = session.seed.grids.first { $0.operand == .input }?.name
      return Leftover(edits: session.edits.count, name: name ?? "-")
    } catch {
      let reason = (error as? SessionError).map { texts.sentence(for: $0, file: file.path) }
      let aside = try? file.setAside()
      state.withLock {
        $0.complaint = joined(reason, asideAt: aside)
      }
      return nil
    }
  }

  func store(_ session: Session) throws(ServiceFailure) {
    guard let folder else { return }
    let bytes: [UInt8]
    do throws(SessionFault) {
      bytes = try SessionText.write(session)
    } catch {
      throw ServiceFailure(sentence: texts.text(.recoveryFailed, texts.sentence(for: error)))
    }
    do throws(StorageError) {
      try ownFile(in: folder).write(bytes)
    } catch {
      throw ServiceFailure(sentence: texts.text(.recoveryFailed, texts.sentence(for: error)))
    }
  }

  private func ownFile(in folder: RecoveryFolder) throws(StorageError) -> RecoveryFile {
    try state.withLock { files throws(StorageError) in
      if let own = files.own { return own }
      let made = try folder.makeFile()
      files.own = made
      return made
    }
  }

  /// Removes this run's copy. What an earlier run left stays as long as nobody has decided about it.
  func forget() {
    state.withLock { files in
      files.own?.remove()
      files.own = nil
    }
  }

  /// Takes up what an earlier run left. When `work` is given up, it stays where it is, for the next start.
  func recover(_ work: PendingWork) throws(ServiceFailure) -> ReplayedSession {
    guard let file = state.withLock({ $0.leftover }) else { throw ServiceFailure(sentence: texts.text(.errorInternal)) }
    do throws(Failure) {
      let bytes: [UInt8]
      do throws(StorageError) {
        bytes = try file.read(limit: Session.Limits.bytes)
      } catch {
        throw Failure(status: .missingInput, sentence: texts.sentence(for: error))
      }
      let session = try SessionFiles.replay(bytes, path: file.path, work: work, texts: texts)
      guard work.commit() else { throw Failure(status: .missingInput, sentence: texts.text(.workRecoverCancelled)) }
      state.withLock { files in
        files.own?.remove()
        files.own = file
        files.leftover = nil
      }
      return session
    } catch {
      guard !work.isCancelled else { throw ServiceFailure(sentence: error.sentence) }
      let aside = (try? decline()).flatMap { $0 }
      throw ServiceFailure(sentence: joined(error.sentence, asideAt: aside) ?? "")
    }
  }

  /// What is wrong with a copy, and where it is now.
  private func joined(_ reason: String?, asideAt path: String?) -> String? {
    let sentences = [reason, path.map { texts.text(.recoveryAside, $0) }].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  func decline() throws(ServiceFailure) -> String? {
    let file = state.withLock { files in
      defer { files.leftover = nil }
      return files.leftover
    }
    guard let file else { return nil }
    do throws(StorageError) {
      return try file.setAside()
    } catch {
      throw ServiceFailure(sentence: texts.sentence(for: error))
    }
  }
}
