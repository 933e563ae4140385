#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The copy of one run. Whoever has the value holds its lock.
package final class RecoveryFile: Sendable {
  private let base: String
  private let lock: FileLock

  /// Nil when somebody holds it, or when it cannot be locked.
  init?(claiming base: String) {
    guard let lock = FileLock(atOnce: base + ".lock") else { return nil }
    self.lock = lock
    self.base = base
  }

  package var path: String { base + RecoveryFolder.suffix }

  /// Whether there is a copy in it.
  package var exists: Bool { FileSystem.kindOfEntry(at: path) == .file }

  package func read(limit: Int) throws(StorageError) -> [UInt8] { try FileSystem.read(path, limit: limit) }

  /// Replaces the copy as a whole; its owner alone may read it.
  package func write(_ bytes: [UInt8]) throws(StorageError) {
    try AtomicFile.write(bytes, to: path, access: .ownerOnly)
  }

  /// Removes the copy and what belongs to it.
  package func remove() {
    unlink(path)
    // Last, and while the lock is held: whoever gets the lock afterwards finds no copy.
    unlink(base + ".lock")
  }

  /// Gives the copy another name, under which no run looks for it, and returns its path; the one before it is gone.
  package func setAside() throws(StorageError) -> String {
    let aside = Path.join(Path.parent(of: path), RecoveryFolder.asideName)
    guard rename(path, aside) == 0 else { throw StorageError(path: path, code: errno) }
    unlink(base + ".lock")
    return aside
  }
}
