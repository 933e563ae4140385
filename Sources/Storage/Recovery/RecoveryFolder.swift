/// The folder of the copies that running programs keep for the case that they do not end well.
///
/// Each run has a file of its own, named at random, and a lock beside it that it holds as long as it lives; the system
/// drops the lock when the process dies, however it dies. A copy whose lock nobody holds was left behind.
package struct RecoveryFolder: Sendable {
  package let path: String

  static let suffix = ".session"
  /// The copy that was not wanted last.
  static let asideName = "declined.txt"

  package init(path: String) { self.path = path }

  /// The folder in its usual place.
  package init(folders: XDGFolders) { path = Path.join(folders.state, "recovery") }

  /// The newest copy that a run left behind, now held by this one; nil when there is none.
  ///
  /// - Throws: when the folder cannot be looked into; that it does not exist is no error.
  package func claimLeftover() throws(StorageError) -> RecoveryFile? {
    let names: [String]
    do throws(StorageError) {
      names = try FileSystem.names(in: path).filter {
        // A link, a pipe or a folder is somebody else's, and stays.
        $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") && FileSystem.kindOfEntry(at: Path.join(path, $0)) == .file
      }
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
    let dated = names.map { (name: $0, date: FileSystem.modificationTime(of: Path.join(path, $0)) ?? 0) }
    for (name, _) in dated.sorted(by: { ($0.date, $0.name) > ($1.date, $1.name) }) {
      let base = Path.join(path, String(name.dropLast(Self.suffix.count)))
      guard let file = RecoveryFile(claiming: base) else { continue }
      if file.exists { return file }
      // Its owner has just ended well.
      file.remove()
    }
    return nil
  }

  /// A new file of this run; nothing is written yet.
  package func makeFile() throws(StorageError) -> RecoveryFile {
    try XDGFolders.create(path)
    while true {
      let name = String(UInt64.random(in: .min ... .max), radix: 36)
      if let file = RecoveryFile(claiming: Path.join(path, name)), !file.exists { return file }
    }
  }
}
