#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why something could not be kept or found. Facts only; the sentences are made where they are shown.
package enum StorageError: Error, Equatable, Sendable {
  /// Nothing exists at the path.
  case notFound(path: String)
  /// The path names a folder where a file is wanted.
  case isDirectory(path: String)
  /// The path names a pipe, device or socket.
  case notRegularFile(path: String)
  /// The path names something that is not a folder, or lies below such a thing.
  case notDirectory(path: String)
  /// The system does not allow it.
  case permissionDenied(path: String)
  /// No space is left, or the quota is used up.
  case noSpace(path: String)
  /// The folder is on a file system that cannot be written.
  case readOnly(path: String)
  /// `actual` bytes are more than the `limit`.
  case tooLarge(path: String, actual: Int, limit: Int)
  /// Links that lead in a circle.
  case linkLoop(path: String)
  /// Another instance has kept the lock for too long.
  case locked(path: String)
  /// Neither the XDG variable nor `HOME` is an absolute path.
  case noHome
  /// A file that is there already and holds something that must not be written over.
  case notOurs(path: String)
  /// Something is at a path where a new file was to be made.
  case exists(path: String)
  /// Whoever asked for the file has given it up; the old one is as it was.
  case cancelled(path: String)
  /// An identifier that is not made of `a-z`, `0-9`, `-` and `_`.
  case badIdentifier(String)
  /// The system refused with `code` (an `errno`).
  case ioError(path: String, code: Int32)

  /// The fact behind an `errno` about `path`.
  init(path: String, code: Int32) {
    self =
      switch code {
      case ENOENT: .notFound(path: path)
      case EISDIR: .isDirectory(path: path)
      case ENOTDIR: .notDirectory(path: path)
      case EACCES, EPERM: .permissionDenied(path: path)
      case ENOSPC, EDQUOT: .noSpace(path: path)
      case EROFS: .readOnly(path: path)
      case ELOOP: .linkLoop(path: path)
      default: .ioError(path: path, code: code)
      }
  }
}
