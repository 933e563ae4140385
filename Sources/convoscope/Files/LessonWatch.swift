import Storage

/// Watches the folder of the lessons while the screen is open.
final class LessonWatch: Sendable {
  private let watcher: FileWatcher

  /// - Returns: nil when the folder cannot be watched, which costs no more than the reloading.
  init?(shelf: LessonShelf) {
    guard let folder = shelf.folder, let watcher = try? FileWatcher(folder: folder) else { return nil }
    self.watcher = watcher
  }

  /// Becomes readable when something in the folder changed.
  var fileDescriptor: Int32 { watcher.fileDescriptor }

  /// Whether a lesson changed since the last call.
  func hasChanges() -> Bool {
    watcher.drain().contains(where: LessonFiles.isLessonName)
  }
}
