#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells which files of one or more folders change. It watches the folders, not the files: editors save by renaming a new file
/// over the old one, and a watch on the old file would stay with what is gone.
///
/// Put `fileDescriptor` into the poll set for reading and call `drain()` when it is ready. Nothing is polled.
package struct FileWatcher: ~Copyable {
  /// Readable when something has changed.
  package let fileDescriptor: Int32
  private let folders: [String]

  package init(folder: String) throws(StorageError) { try self.init(folders: [folder]) }

  #if os(Linux)
    package init(folders: [String]) throws(StorageError) {
      let opened = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard opened >= 0 else { throw StorageError(path: folders.first ?? "", code: errno) }
      let events =
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
      for folder in folders {
        guard inotify_add_watch(opened, folder, UInt32(events)) >= 0 else {
          let code = errno
          close(opened)
          throw StorageError(path: folder, code: code)
        }
      }
      fileDescriptor = opened
      self.folders = folders
    }

    /// The names of the files that were written, renamed, added or removed since the last call, each once and sorted.
    ///
    /// When the system lost count (too many events), the names of all files that are there.
    package func drain() -> [String] {
      var names: Set<String> = []
      var hasLost = false
      while true {
        var count = 0
        let events = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, initialized in
          count = read(fileDescriptor, buffer.baseAddress, buffer.count)
          initialized = max(count, 0)
        }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        Self.parse(events, into: &names, hasLost: &hasLost)
      }
      if hasLost { names.formUnion(allNames) }
      return names.sorted()
    }

    /// Events stand one behind the other: a fixed part with the length of the name, then the name padded with zeros.
    private static func parse(_ bytes: [UInt8], into names: inout Set<String>, hasLost: inout Bool) {
      let fixed = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + fixed <= bytes.count {
        let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
        let end = offset + fixed + Int(event.len)
        guard end <= bytes.count else { return }
        let name = bytes[offset + fixed..<end].prefix { $0 != 0 }
        if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { hasLost = true }
        offset = end
      }
    }
  #else
    /// Not tried on any machine yet. A kqueue tells that the folder changed but not which file, and does not see a file
    /// that is written in place; editors that rename are seen.
    package init(folders: [String]) throws(StorageError) {
      let queue = kqueue()
      guard queue >= 0 else { throw StorageError(path: folders.first ?? "", code: errno) }
      var descriptors: [Int32] = []
      for folder in folders {
        let watched = open(folder, O_EVTONLY | O_DIRECTORY | O_CLOEXEC)
        var code = errno
        if watched >= 0 {
          descriptors.append(watched)
          var wanted = kevent(
            ident: UInt(watched), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
            fflags: UInt32(NOTE_WRITE | NOTE_DELETE | NOTE_RENAME), data: 0, udata: nil)
          if kevent(queue, &wanted, 1, nil, 0, nil) >= 0 { continue }
          code = errno
        }
        close(queue)
        for descriptor in descriptors { close(descriptor) }
        throw StorageError(path: folder, code: code)
      }
      fileDescriptor = queue
      folderDescriptors = descriptors
      self.folders = folders
    }

    private let folderDescriptors: [Int32]

    /// The names of all files in the folders when something in one of them changed, else none.
    package func drain() -> [String] {
      var event = kevent()
      var noWait = timespec()
      var hasChanged = false
      while kevent(fileDescriptor, nil, 0, &event, 1, &noWait) > 0 { hasChanged = true }
      return hasChanged ? allNames : []
    }
  #endif

  private var allNames: [String] { folders.flatMap { (try? FileSystem.names(in: $0)) ?? [] } }

  deinit {
    close(fileDescriptor)
    #if !os(Linux)
      for descriptor in folderDescriptors { close(descriptor) }
    #endif
  }
}
