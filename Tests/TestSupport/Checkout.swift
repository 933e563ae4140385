import Foundation

/// Where the tests find the package they belong to.
package enum Checkout {
  /// Absolute path of the folder that holds Package.swift, found from this file's own place in it.
  package static let root: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program under test: `CONVOSCOPE_BINARY` when set, otherwise the debug build in this checkout.
  ///
  /// - Throws: `TestFailure` when there is no such program.
  package static func binary() throws -> String {
    let named = ProcessInfo.processInfo.environment["CONVOSCOPE_BINARY"]
    let path = named ?? root + "/.build/debug/convoscope"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw TestFailure("No program at \(path): run `swift build` first, or set CONVOSCOPE_BINARY.")
    }
    return path
  }
}
