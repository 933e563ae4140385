import Foundation

/// A fresh empty folder that goes away, with everything in it, when the last reference does.
///
/// Tests run side by side, so none may share a folder with another.
package final class TemporaryFolder: Sendable {
  /// Absolute path, without symbolic links and without a slash at its end.
  package let path: String

  /// - Throws: what Foundation says when the folder cannot be made.
  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .resolvingSymlinksInPath()
      .appendingPathComponent("convoscope-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of `name` in this folder; nothing is created.
  package func path(_ name: String) -> String {
    path + "/" + name
  }

  /// Writes `text` as UTF-8 into `name`, which may lie in subfolders (they are made), and returns its absolute path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes `bytes` into `name`, which may lie in subfolders (they are made), and returns its absolute path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of `name`.
  package func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
