#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that arrive from memory, a regular file or standard input, whole or in chunks, never beyond a limit.
package struct ByteSource: ~Copyable {
  /// What is shown in errors.
  package let name: String
  /// The first bytes, at most 64 KiB: enough to recognise the format. They are still part of what is read next.
  package private(set) var prefix: [UInt8]
  private let limit: Int
  private let descriptor: Int32?
  private let closesDescriptor: Bool
  private let expectedSize: Int
  private var consumed = 0

  private static let prefixSize = 64 << 10
  private static let chunkSize = 1 << 20

  /// Bytes already in memory.
  package init(bytes: [UInt8], name: String, limit: Int) throws(FormatError) {
    guard bytes.count <= limit else { throw .tooLarge(.bytes, actual: bytes.count, limit: limit) }
    self.name = name
    self.prefix = bytes
    self.limit = limit
    self.descriptor = nil
    self.closesDescriptor = false
    self.expectedSize = bytes.count
  }

  /// The regular file at `path`, or standard input for `-`.
  ///
  /// A folder, pipe, device or socket is refused without waiting for it and, where possible, without opening it.
  package init(path: String, limit: Int) throws(FormatError) {
    let shown = Excerpt.of(path)
    let isStandardInput = path == "-"
    let (opened, size) = isStandardInput ? (STDIN_FILENO, 0) : try Self.openRegular(path, limit: limit)
    var collected: [UInt8] = []
    do throws(FormatError) {
      while collected.count < Self.prefixSize {
        let chunk = try Self.readChunk(opened, Self.prefixSize - collected.count, name: shown)
        if chunk.isEmpty { break }
        collected += chunk
      }
    } catch {
      if !isStandardInput { close(opened) }
      throw error
    }
    self.name = shown
    self.prefix = collected
    self.limit = limit
    self.descriptor = opened
    self.closesDescriptor = !isStandardInput
    self.expectedSize = size
  }

  private static func openRegular(_ path: String, limit: Int) throws(FormatError) -> (Int32, Int) {
    // A NUL would silently cut the path that the system sees.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: Excerpt.of(path)) }
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw failure(path, errno) }
    try requireRegular(facts, path)
    // Non-blocking: what was a file a moment ago may be a pipe by now.
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard opened >= 0 else { throw failure(path, errno) }
    do throws(FormatError) {
      guard fstat(opened, &facts) == 0 else { throw failure(path, errno) }
      try requireRegular(facts, path)
      guard Int(facts.st_size) <= limit else {
        throw .tooLarge(.bytes, actual: Int(facts.st_size), limit: limit)
      }
      return (opened, Int(facts.st_size))
    } catch {
      close(opened)
      throw error
    }
  }

  deinit {
    if closesDescriptor, let descriptor { close(descriptor) }
  }

  /// The next bytes, at most 1 MiB of a file; empty at the end.
  package mutating func nextChunk() throws(FormatError) -> [UInt8] {
    let chunk: [UInt8]
    if prefix.isEmpty {
      chunk = try readChunk(Self.chunkSize)
    } else {
      chunk = prefix
      prefix = []
    }
    consumed += chunk.count
    guard consumed <= limit else { throw .tooLarge(.bytes, actual: consumed, limit: limit) }
    return chunk
  }

  /// Everything that was not read yet.
  package mutating func remainder() throws(FormatError) -> [UInt8] {
    var bytes = try nextChunk()
    guard descriptor != nil else { return bytes }
    if expectedSize > bytes.count { bytes.reserveCapacity(expectedSize) }
    while true {
      let chunk = try nextChunk()
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  private func readChunk(_ size: Int) throws(FormatError) -> [UInt8] {
    guard let descriptor else { return [] }
    return try Self.readChunk(descriptor, size, name: name)
  }

  private static func readChunk(
    _ descriptor: Int32, _ size: Int, name: String
  ) throws(FormatError) -> [UInt8] {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while true {
        let result = read(descriptor, buffer.baseAddress, size)
        if result >= 0 {
          count = result
          return
        }
        if errno == EAGAIN {
          // Standard input may have been made non-blocking by whoever started us.
          var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          if poll(&wait, 1, -1) >= 0 || errno == EINTR { continue }
        }
        if errno == EINTR { continue }
        code = errno
        return
      }
    }
    guard code == 0 else { throw failure(name, code) }
    return chunk
  }

  private static func requireRegular(_ facts: stat, _ path: String) throws(FormatError) {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isDirectory(path: Excerpt.of(path))
    default: throw .notRegularFile(path: Excerpt.of(path))
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> FormatError {
    let path = Excerpt.of(path)
    return switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM: .permissionDenied(path: path)
    case EISDIR: .isDirectory(path: path)
    default: .ioError(path: path, code: code)
    }
  }
}
