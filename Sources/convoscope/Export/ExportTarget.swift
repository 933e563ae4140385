import Storage
import Workbench

/// Where an export goes: a file, a folder, or standard output.
struct ExportTarget {
  let path: String
  let texts: TextTable

  /// Whether a folder stands at the path.
  static func isFolder(_ path: String) -> Bool { OutputFolder.exists(path) }

  /// Writes everything; a file is replaced as a whole, or not at all.
  ///
  /// - Throws: `Failure` with `cannotWrite`, or `OutputError` for standard output.
  func write(_ result: ExportResult) throws {
    for file in result.files {
      if let name = file.name {
        try makeFolder()
        try GridFiles.write(file.bytes, to: path + (path.hasSuffix("/") ? "" : "/") + name, texts: texts)
      } else if path == "-" {
        try StandardStreams.writeOutput(file.bytes)
      } else {
        try GridFiles.write(file.bytes, to: path, texts: texts)
      }
    }
  }

  private func makeFolder() throws(Failure) {
    do throws(StorageError) {
      try OutputFolder.make(path)
    } catch {
      throw Failure(
        status: .cannotWrite, sentence: texts.text(.fileNotWritable, texts.named(path), texts.sentence(for: error)))
    }
  }
}
