import LessonKit
import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that the lessons come from, and the lessons in it.
struct LessonShelf: Sendable {
  /// The interface language's folder of lessons; nil when none was found.
  let folder: String?

  /// Looks where lessons may be: the option, the environment, beside the program, the checkout above the program.
  init(options: LessonOptions) {
    folder = LessonFolder.find(
      explicit: options.folder, environment: getenv("CONVOSCOPE_LESSONS").map { String(cString: $0) },
      executable: Self.executablePath)
  }

  /// Reads every lesson. What cannot be read is among the library's problems.
  func load() -> LessonLibrary {
    guard let folder, let files = try? LessonFiles.read(folder: folder) else { return LessonLibrary(files: []) }
    return LessonLibrary(files: files.files.map { (name: $0.name, text: $0.bytes) })
  }

  /// The path of the running program, links resolved; nil where the system does not tell.
  private static var executablePath: String? {
    let path = "/proc/self/exe"
    guard let resolved = realpath(path, nil) ?? realpath(CommandLine.arguments.first ?? "", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
