#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An exclusive lock between instances, held as long as the value lives. The system drops it when a process dies.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Waits at most about a second: a stopped instance must not stop the others.
  init(path: String) throws(StorageError) {
    let opened = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw StorageError(path: path, code: errno) }
    var attempts = 0
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      attempts += 1
      guard code == EWOULDBLOCK || code == EINTR else {
        close(opened)
        throw StorageError(path: path, code: code)
      }
      guard attempts < 200 else {
        close(opened)
        throw .locked(path: path)
      }
      usleep(5000)
    }
    descriptor = opened
  }

  /// Takes the lock if it is free; nil when it is not, or when there can be none.
  init?(atOnce path: String) {
    let opened = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return nil }
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else {
        close(opened)
        return nil
      }
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
