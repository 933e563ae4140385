#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who may read a file that is written.
package enum FileAccess: Equatable, Sendable {
  /// Its owner alone (0600).
  case ownerOnly
  /// As the file that is replaced; for a new one 0644 without what the user's umask takes away.
  case asUserFile
}

/// Replaces a file as a whole: whoever looks sees the old content or the new one, also after a crash.
package enum AtomicFile {
  /// Writes `bytes` to a temporary file in the same folder, syncs it, renames it over `path` and syncs the folder.
  ///
  /// A link is written through: its target is replaced and the link stays. On any error before the rename the old file
  /// is untouched and the temporary one is gone.
  /// - Throws: `cancelled` when `control` gives the file up; also when `path` is a folder, pipe or device, or an existing file that may not be written.
  package static func write(
    _ bytes: [UInt8], to path: String, access: FileAccess = .asUserFile, control: WriteControl = .none
  ) throws(StorageError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }
    let target = try linkTarget(of: path)
    if target.hasSuffix("/") { throw .isDirectory(path: path) }
    let replaced = try replacedFile(at: target)

    let folder = Path.parent(of: target)
    var mode: mode_t = access == .ownerOnly ? 0o600 : 0o644
    if access == .asUserFile, let replaced { mode = replaced.st_mode & 0o777 }
    let (descriptor, temporary) = try createTemporary(in: folder, mode: mode)
    do throws(StorageError) {
      defer { close(descriptor) }
      if let replaced, replaced.st_uid != geteuid() || replaced.st_gid != getegid() {
        // Root keeps the file its owner's; anybody else may fail to, and then it becomes theirs.
        _ = fchown(descriptor, replaced.st_uid, replaced.st_gid)
      }
      // What existed keeps its mode whatever the umask is.
      if replaced != nil || access == .ownerOnly {
        guard fchmod(descriptor, mode) == 0 else { throw StorageError(path: path, code: errno) }
      }
      try writeAll(bytes, to: descriptor, path: path, control: control)
      guard fsync(descriptor) == 0 else { throw StorageError(path: path, code: errno) }
      guard control.mayReplace() else { throw .cancelled(path: path) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw StorageError(path: path, code: code)
    }
    try syncFolder(folder)
  }

  /// Writes a new file where nothing is yet, whole or not at all.
  ///
  /// - Throws: `exists` when there is anything at the path, a link that leads nowhere included.
  package static func create(_ bytes: [UInt8], at path: String) throws(StorageError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }
    let (descriptor, temporary) = try createTemporary(in: Path.parent(of: path), mode: 0o644)
    defer { unlink(temporary) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path: path, control: .none)
    guard fsync(descriptor) == 0 else { throw StorageError(path: path, code: errno) }
    // Unlike a rename a link does not replace what came there meanwhile.
    guard link(temporary, path) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : StorageError(path: path, code: errno)
    }
    try syncFolder(Path.parent(of: path))
  }

  /// The path behind links, which need not exist; relative links count from their own folder.
  private static func linkTarget(of path: String) throws(StorageError) -> String {
    var target = path
    for _ in 0..<40 {
      guard FileSystem.kindOfEntry(at: target) == .link else { return target }
      var buffer = [CChar](repeating: 0, count: 4096)
      let length = readlink(target, &buffer, buffer.count)
      guard length > 0 else { throw StorageError(path: path, code: errno) }
      let link = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      target = Path.join(Path.parent(of: target), link)
    }
    throw .linkLoop(path: path)
  }

  private static func replacedFile(at path: String) throws(StorageError) -> stat? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      if errno == ENOENT { return nil }
      throw StorageError(path: path, code: errno)
    }
    switch FileSystem.kind(facts.st_mode) {
    case .file: break
    case .folder: throw .isDirectory(path: path)
    default: throw .notRegularFile(path: path)
    }
    // A rename would replace a write-protected file without asking.
    guard access(path, W_OK) == 0 else { throw StorageError(path: path, code: errno) }
    return facts
  }

  private static func createTemporary(
    in folder: String, mode: mode_t
  ) throws(StorageError) -> (descriptor: Int32, path: String) {
    while true {
      // Short, whatever the target is called: names end at 255 bytes.
      let name = ".convoscope-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp"
      let path = Path.join(folder, name)
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if descriptor >= 0 { return (descriptor, path) }
      guard errno == EEXIST || errno == EINTR else { throw StorageError(path: folder, code: errno) }
    }
  }

  /// What is written between two questions whether to go on: a few milliseconds on a slow disk.
  private static let partLength = 1 << 20

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String, control: WriteControl
  ) throws(StorageError) {
    var offset = 0
    while offset < bytes.count {
      guard control.mayGoOn(offset) else { throw .cancelled(path: path) }
      let written = bytes.withUnsafeBytes { raw in
        let rest = UnsafeRawBufferPointer(rebasing: raw[offset..<min(offset + partLength, raw.count)])
        #if canImport(Glibc)
          return Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          return Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw StorageError(path: path, code: errno)
      }
      offset += written
    }
  }

  /// Makes the rename itself last. Some file systems cannot sync a folder, which is no failure of ours.
  private static func syncFolder(_ folder: String) throws(StorageError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written but not read cannot be opened; the file is in place all the same.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw StorageError(path: folder, code: errno)
    }
  }
}
