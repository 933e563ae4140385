/// Finds the folder that holds the lessons (one sub-folder per language).
package enum LessonFolder {
  /// Looks in this order: the folder that was asked for, that of `CONVOSCOPE_LESSONS`, `share/convoscope/Lessons` beside
  /// the executable's folder, the checkout above the executable.
  ///
  /// - Parameters:
  ///   - explicit: The value of `--lessons`. When given, nothing else is tried.
  ///   - environment: The process's environment. A value that is set and not empty is not passed over either.
  ///   - executable: The path of the running program; `nil` when it is not known.
  /// - Returns: `nil` when the program has no lessons anywhere.
  /// - Throws: `notFound` or `notDirectory` for a folder that was named and is none.
  package static func find(
    explicit: String?, environment: [String: String], executable: String?
  ) throws(StorageError) -> String? {
    if let explicit { return try require(explicit) }
    if let named = environment["CONVOSCOPE_LESSONS"], !named.isEmpty { return try require(named) }
    // Through links, so that a link in ~/bin finds what stands beside the real program.
    guard let executable, let resolved = FileSystem.resolved(executable) else { return nil }
    let installed = Path.join(Path.parent(of: Path.parent(of: resolved)), "share/convoscope/Lessons")
    if FileSystem.kind(of: installed) == .folder { return installed }
    return checkout(above: resolved)
  }

  private static func require(_ folder: String) throws(StorageError) -> String {
    switch FileSystem.kind(of: folder) {
    case .folder: return folder
    case .nothing: throw .notFound(path: folder)
    default: throw .notDirectory(path: folder)
    }
  }

  /// `Lessons` beside the nearest `Package.swift` above the program.
  private static func checkout(above executable: String) -> String? {
    var folder = Path.parent(of: executable)
    while folder != "/", folder != "." {
      let lessons = Path.join(folder, "Lessons")
      if FileSystem.kind(of: Path.join(folder, "Package.swift")) == .file,
        FileSystem.kind(of: lessons) == .folder
      {
        return lessons
      }
      folder = Path.parent(of: folder)
    }
    return nil
  }
}
