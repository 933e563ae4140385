#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that several files are written to.
package enum OutputFolder {
  /// Whether a folder stands at the path.
  package static func exists(_ path: String) -> Bool { FileSystem.kind(of: path) == .folder }

  /// Makes the folder unless it is there; the one above it has to be.
  ///
  /// - Throws: also where something else stands at the path.
  package static func make(_ path: String) throws(StorageError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }
    guard !exists(path) else { return }
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { throw .notDirectory(path: path) }
      throw StorageError(path: path, code: errno)
    }
  }
}
