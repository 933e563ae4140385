import Foundation
import Testing

/// Expects `text` to equal the recorded file `name`, and shows the first line that differs when it does not.
///
/// With `CONVOSCOPE_RECORD=1` in the environment the file is written instead, and the test passes: look at the
/// difference in version control before you keep it. A missing file fails otherwise, so no golden is recorded unseen.
/// - Parameters:
///   - name: File name with its extension, such as `step-80x24.txt`.
///   - folder: Folder of the goldens, relative to the checkout.
package func expectGolden(
  _ text: String, named name: String, in folder: String = "Tests/WorkbenchTests/Goldens",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let isRecording = ProcessInfo.processInfo.environment["CONVOSCOPE_RECORD"] == "1"
  if let complaint = goldenComplaint(
    text, name: name, folder: Checkout.root + "/" + folder, writing: isRecording ? .record : .never)
  {
    Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
  }
}

/// Whether a comparison may replace what it compares with.
enum GoldenWriting {
  case never
  case record
}

/// What is wrong with `text` against the golden file, or nil; `folder` is absolute.
func goldenComplaint(_ text: String, name: String, folder: String, writing: GoldenWriting) -> String? {
  let path = folder + "/" + name
  // A golden ends with exactly one line feed, as every text file in version control does.
  let actual = text.hasSuffix("\n") ? text : text + "\n"
  if writing == .record {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: URL(fileURLWithPath: path))
      return nil
    } catch {
      return "Golden \(path) could not be written: \(error)"
    }
  }
  guard let bytes = FileManager.default.contents(atPath: path) else {
    return "Golden \(path) is missing; CONVOSCOPE_RECORD=1 records it. Actual text:\n\(actual)"
  }
  let expected = String(decoding: bytes, as: UTF8.self)
  // Compared by scalars: String's own == calls canonically equivalent texts equal, a terminal does not.
  guard !expected.unicodeScalars.elementsEqual(actual.unicodeScalars) else { return nil }
  return "Golden \(name) differs. \(firstDifference(expected: expected, actual: actual))\nActual text:\n\(actual)"
}

private func firstDifference(expected: String, actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for row in 0..<max(old.count, new.count) {
    let was = row < old.count ? String(old[row]) : nil
    let now = row < new.count ? String(new[row]) : nil
    guard was.map({ Array($0.unicodeScalars) }) != now.map({ Array($0.unicodeScalars) }) else { continue }
    return "Line \(row + 1) was\n\(was ?? "(absent)")\nand is\n\(now ?? "(absent)")"
  }
  return ""
}
