#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The questions to the file system that the rooms of this module share.
enum FileSystem {
  /// What stands at a path, links followed.
  enum Kind: Equatable {
    case nothing
    case file
    case folder
    case link
    case other
  }

  static func kind(of path: String) -> Kind {
    var facts = stat()
    return stat(path, &facts) == 0 ? kind(facts.st_mode) : .nothing
  }

  /// What stands at a path; a link is a link.
  static func kindOfEntry(at path: String) -> Kind {
    var facts = stat()
    return lstat(path, &facts) == 0 ? kind(facts.st_mode) : .nothing
  }

  /// When a file was last written, in nanoseconds; nil when there is none.
  static func modificationTime(of path: String) -> Int? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    #if canImport(Darwin)
      return facts.st_mtimespec.tv_sec * 1_000_000_000 + facts.st_mtimespec.tv_nsec
    #else
      return facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
    #endif
  }

  static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// Whether this process may write there.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// The path without links, `.` and `..`; `nil` when it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// The names in a folder, sorted, without `.` and `..`; at most `limit` of them are looked at.
  static func names(in folder: String, limit: Int = 10_000) throws(StorageError) -> [String] {
    guard let stream = opendir(folder) else { throw StorageError(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a regular file of at most `limit` bytes. Anything else is refused without waiting for it.
  static func read(_ path: String, limit: Int) throws(StorageError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageError(path: path, code: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw StorageError(path: path, code: errno) }
    switch kind(facts.st_mode) {
    case .file: break
    case .folder: throw .isDirectory(path: path)
    default: throw .notRegularFile(path: path)
    }
    guard Int(facts.st_size) <= limit else {
      throw .tooLarge(path: path, actual: Int(facts.st_size), limit: limit)
    }
    var bytes: [UInt8] = []
    while true {
      // One byte more than allowed, so that a file that grows meanwhile is noticed.
      let wanted = min(limit - bytes.count + 1, 1 << 16)
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        var result = Self.readOnce(descriptor, buffer.baseAddress, wanted)
        while result < 0, errno == EINTR { result = Self.readOnce(descriptor, buffer.baseAddress, wanted) }
        if result < 0 { code = errno } else { count = result }
      }
      guard code == 0 else { throw StorageError(path: path, code: code) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      guard bytes.count <= limit else { throw .tooLarge(path: path, actual: bytes.count, limit: limit) }
    }
  }

  private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, size)
    #else
      Darwin.read(descriptor, buffer, size)
    #endif
  }

  /// Makes a folder and those above it that are missing.
  static func createFolder(_ path: String, mode: mode_t) throws(StorageError) {
    switch kind(of: path) {
    case .folder: return
    case .nothing: break
    default: throw .notDirectory(path: path)
    }
    let parent = Path.parent(of: path)
    if parent != path { try createFolder(parent, mode: mode) }
    // Another instance may have been quicker.
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw StorageError(path: path, code: errno) }
  }
}
