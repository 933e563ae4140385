import Storage

/// Watches the folders of the lessons while the screen is open.
final class LessonWatch: Sendable {
  private let watcher: FileWatcher

  /// - Returns: nil when the folders cannot be watched, which costs no more than the reloading.
  init?(shelf: LessonShelf) {
    guard !shelf.folders.isEmpty, let watcher = try? FileWatcher(folders: shelf.folders) else { return nil }
    self.watcher = watcher
  }

  /// Becomes readable when something in the folder changed.
  var fileDescriptor: Int32 { watcher.fileDescriptor }

  /// Whether a lesson changed since the last call.
  func hasChanges() -> Bool {
    watcher.drain().contains(where: LessonFiles.isLessonName)
  }
}
