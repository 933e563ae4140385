#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The progress file of a learner. Several instances may use it at once.
package struct ProgressStore: Sendable {
  /// Progress as far as it could be read.
  package struct Reading: Equatable, Sendable {
    package let progress: Progress
    package let damage: ProgressDamage?
  }

  /// Progress as it is now in the file.
  package struct Update: Equatable, Sendable {
    package let progress: Progress
    /// Set when the file was damaged: what was wrong, and where its old content is kept.
    package let damage: ProgressDamage?
    package let keptCopy: String?
  }

  /// A thousand lessons with ten tasks each stay below this.
  package static let largestFile = 1 << 20

  package let path: String

  package init(path: String) { self.path = path }

  /// The store in its usual place.
  package init(folders: XDGFolders) { path = Path.join(folders.state, "progress") }

  /// A file that does not exist is no progress yet; a damaged one gives what can be understood.
  /// - Throws: when the file cannot be read at all.
  package func read() throws(StorageError) -> Reading {
    do throws(StorageError) {
      let (progress, damage) = ProgressText.read(try FileSystem.read(path, limit: Self.largestFile))
      return Reading(progress: progress, damage: damage)
    } catch {
      switch error {
      case .notFound: return Reading(progress: Progress(), damage: nil)
      case .tooLarge(_, _, let limit): return Reading(progress: Progress(), damage: .tooLarge(limit: limit))
      default: throw error
      }
    }
  }

  /// Reads the file again, changes what it says and writes it, all under a lock: what another instance added since stays.
  ///
  /// A damaged file is kept beside the new one as `.bad`, or `.bad2` to `.bad9` where that exists.
  package func update(_ change: (inout Progress) -> Void) throws(StorageError) -> Update {
    try XDGFolders.create(Path.parent(of: path))
    let lock = try FileLock(path: path + ".lock")
    let reading = try read()
    let keptCopy = reading.damage == nil ? nil : try keepCopy()
    var progress = reading.progress
    change(&progress)
    if progress != reading.progress || reading.damage != nil {
      try AtomicFile.write(ProgressText.write(progress), to: path, access: .ownerOnly)
    }
    _ = consume lock
    return Update(progress: progress, damage: reading.damage, keptCopy: keptCopy)
  }

  /// Writes a copy of progress to a file of the user's choice. A file that holds anything else is not overwritten.
  ///
  /// - Throws: `exists` for such a file.
  package static func export(_ progress: Progress, to path: String) throws(StorageError) {
    let old: Reading?
    do throws(StorageError) {
      old = FileSystem.kind(of: path) == .nothing ? nil : try ProgressStore(path: path).read()
    } catch {
      throw .exists(path: path)
    }
    switch old?.damage {
    case .unknownVersion, .notUTF8, .tooLarge: throw .exists(path: path)
    case .badLine, .truncated, nil: break
    }
    try AtomicFile.write(ProgressText.write(progress), to: path)
  }

  /// Reads a copy that was written by `export`.
  ///
  /// - Throws: `notFound` where there is no file.
  package static func exported(at path: String) throws(StorageError) -> Reading {
    guard FileSystem.kind(of: path) != .nothing else { throw .notFound(path: path) }
    return try ProgressStore(path: path).read()
  }

  /// Gives the damaged file a second name. A link costs nothing however large the file is, and unlike a rename it leaves
  /// no moment without a progress file; where links are not possible the file is renamed.
  private func keepCopy() throws(StorageError) -> String {
    for number in 1...9 {
      let copy = path + ".bad" + (number == 1 ? "" : "\(number)")
      if link(path, copy) == 0 { return copy }
      if errno == EEXIST { continue }
      guard rename(path, copy) == 0 else { throw StorageError(path: copy, code: errno) }
      return copy
    }
    let last = path + ".bad9"
    guard rename(path, last) == 0 else { throw StorageError(path: last, code: errno) }
    return last
  }
}
