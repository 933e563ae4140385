/// A file that a person saves a session to.
package enum SessionFile {
  /// The bytes of a regular file of at most `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(StorageError) -> [UInt8] {
    try FileSystem.read(path, limit: limit)
  }

  /// Whether anything stands at the path.
  package static func exists(_ path: String) -> Bool { FileSystem.kindOfEntry(at: path) != .nothing }

  /// Replaces the file as a whole. One that is there already must be a session: a slip of the keyboard must not cost a
  /// picture, and a session that cannot be read must stay for whoever can.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a session has.
  ///   - isSession: whether bytes are a whole session.
  /// - Throws: `notOurs` for a file that is none, `cancelled` when `control` gives it up.
  package static func write(
    _ bytes: [UInt8], to path: String, limit: Int, control: WriteControl = .none, isSession: ([UInt8]) -> Bool
  ) throws(StorageError) {
    if FileSystem.kind(of: path) == .file {
      let old: [UInt8]
      do throws(StorageError) {
        old = try FileSystem.read(path, limit: limit)
      } catch {
        if case .tooLarge = error { throw .notOurs(path: path) }
        throw error
      }
      guard old.isEmpty || isSession(old) else { throw .notOurs(path: path) }
    }
    try AtomicFile.write(bytes, to: path, control: control)
  }
}
