import ConvolutionEngine
import Explorer
import Formats
import Storage
import Workbench

/// Sessions read from files and written to them, with failures as sentences and exit codes.
enum SessionFiles {
  static func exists(_ path: String) -> Bool { SessionFile.exists(path) }

  /// Reads a session, from standard input for `-`, and makes it again, with the pictures that it names.
  static func read(
    _ path: String, work: PendingWork? = nil, texts: TextTable
  ) throws(Failure) -> ReplayedSession {
    if path == "-" {
      return try replay(try standardInput(texts), path: GridFiles.name(of: path), work: work, texts: texts)
    }
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try SessionFile.read(path, limit: Session.Limits.bytes)
    } catch {
      if case .tooLarge = error {
        throw Failure(status: .badData, sentence: texts.sentence(for: error))
      }
      throw Failure(status: .missingInput, sentence: texts.sentence(for: error))
    }
    return try replay(bytes, path: path, work: work, texts: texts)
  }

  private static func standardInput(_ texts: TextTable) throws(Failure) -> [UInt8] {
    do throws(FormatError) {
      var source = try ByteSource(path: "-", limit: Session.Limits.bytes)
      return try source.remainder()
    } catch {
      throw Failure(
        status: ExitStatus(rawValue: error.category.rawValue) ?? .badData,
        sentence: texts.sentence(for: error, file: GridFiles.name(of: "-")))
    }
  }

  static func replay(
    _ bytes: [UInt8], path: String, work: PendingWork? = nil, texts: TextTable
  ) throws(Failure) -> ReplayedSession {
    do throws(SessionError) {
      let session = try SessionText.read(bytes)
      work?.begin(total: session.edits.count)
      func goesOn() -> Bool {
        work?.advance(by: 1)
        return work?.isCancelled != true
      }
      let explorer = try ExplorerState(replaying: session, goesOn: goesOn) { file throws(SessionFault) in
        try grid(file, beside: path, texts: texts)
      }
      return ReplayedSession(explorer: explorer, notes: session.notes)
    } catch {
      throw Failure(status: error.fault.status, sentence: texts.sentence(for: error, file: path))
    }
  }

  /// Writes a session; a file that holds anything else is left alone.
  static func write(
    _ session: Session, to path: String, work: PendingWork? = nil, texts: TextTable
  ) throws(ServiceFailure) {
    let bytes: [UInt8]
    do throws(SessionFault) {
      bytes = try SessionText.write(session)
    } catch {
      throw ServiceFailure(sentence: texts.text(.sessionNotSaved, texts.sentence(for: error)))
    }
    do throws(StorageError) {
      try SessionFile.write(
        bytes, to: path, limit: Session.Limits.bytes,
        control: work.map { .following($0, bytes: bytes.count) } ?? .none
      ) { SessionText.isSession($0) }
    } catch {
      throw ServiceFailure(sentence: texts.text(.sessionNotSaved, texts.sentence(for: error)))
    }
  }

  /// The grid of a file that a session names. A folder that was moved as a whole has it beside the session.
  private static func grid(
    _ file: GridFile, beside session: String, texts: TextTable
  ) throws(SessionFault) -> Tensor {
    let folder = session.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let neighbour = folder.isEmpty && !session.hasPrefix("/") ? file.name : "\(folder)/\(file.name)"
    let path = !SessionFile.exists(file.path) && SessionFile.exists(neighbour) ? neighbour : file.path
    // Standard input is the keyboard.
    guard path != "-" else { throw .missingFile(path: path) }
    do throws(FormatError) {
      return try GridReader.read(path: path, colors: file.isColor ? .rgb : .luminance)
    } catch {
      if case .notFound = error { throw .missingFile(path: file.path) }
      throw .unreadableFile(path: file.path, reason: texts.sentence(for: error, file: file.path))
    }
  }
}

extension SessionFault {
  fileprivate var status: ExitStatus {
    switch self {
    case .missingFile, .unreadableFile: .missingInput
    default: .badData
    }
  }
}

extension SessionServices {
  static func files(recovery: RecoveryKeeper, texts: TextTable) -> SessionServices {
    SessionServices(
      save: { session, path, work throws(ServiceFailure) in
        try SessionFiles.write(session, to: path, work: work, texts: texts)
      },
      open: { path, work throws(ServiceFailure) in
        do throws(Failure) {
          return try SessionFiles.read(path, work: work, texts: texts)
        } catch {
          throw ServiceFailure(sentence: error.sentence)
        }
      },
      storeRecovery: { session throws(ServiceFailure) in try recovery.store(session) },
      forgetRecovery: { recovery.forget() },
      recover: { work throws(ServiceFailure) in try recovery.recover(work) },
      declineRecovery: { () throws(ServiceFailure) in try recovery.decline() },
      absolutePath: { GridFiles.absolute($0) })
  }
}
