/// What is wrong with a progress file.
package enum ProgressDamage: Equatable, Sendable {
  /// The first line does not name a version that is known; nothing was read.
  case unknownVersion
  /// The text is not UTF-8; nothing was read.
  case notUTF8
  /// The file is larger than `limit` bytes; nothing was read.
  case tooLarge(limit: Int)
  /// A line that means nothing, counted from 1; the other lines were read.
  case badLine(Int)
  /// The last line is missing; the lines before it were read.
  case truncated
}

/// The text form of progress.
///
///     convoscope-progress 1
///     sliding-window<TAB>reach-cell<TAB>done
///     stride<TAB>skip-a-row<TAB>skipped
///     @current<TAB>sliding-window<TAB>predict
///     @end<TAB>3
///
/// `@end` counts the lines between the first and itself, so a file that was cut anywhere is known for it. No identifier
/// contains `@`, so a lesson may have any name.
enum ProgressText {
  private static let firstLine = "convoscope-progress 1"

  static func write(_ progress: Progress) -> [UInt8] {
    var lines = progress.done.sorted().map { "\($0.lesson)\t\($0.task)\tdone" }
    lines += progress.skipped.sorted().map { "\($0.lesson)\t\($0.task)\tskipped" }
    if let current = progress.current { lines.append("@current\t\(current.lesson)\t\(current.task)") }
    lines.append("@end\t\(lines.count)")
    return Array(([firstLine] + lines).joined(separator: "\n").utf8) + [0x0A]
  }

  /// Everything that can be understood, and the first damage that was met.
  static func read(_ bytes: [UInt8]) -> (progress: Progress, damage: ProgressDamage?) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return (Progress(), .notUTF8) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == firstLine[...] else { return (Progress(), .unknownVersion) }

    var progress = Progress()
    var damage: ProgressDamage?
    for (index, line) in lines.enumerated().dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields == ["@end", "\(index - 1)"], lines.count == index + 2, lines[index + 1].isEmpty {
        return (progress, damage)
      }
      let isLast = index == lines.count - 1
      if fields.count == 3, !isLast {
        let isCurrent = fields[0] == "@current"
        let isTask = !isCurrent && (fields[2] == "done" || fields[2] == "skipped")
        let names = isTask ? (fields[0], fields[1]) : (fields[1], fields[2])
        if isTask || isCurrent, let task = try? TaskReference(lesson: names.0, task: names.1) {
          if isCurrent {
            progress.current = task
          } else if fields[2] == "done" {
            progress.markDone(task)
          } else {
            progress.markSkipped(task)
          }
          continue
        }
      }
      if !isLast { damage = damage ?? .badLine(index + 1) }
    }
    return (progress, damage ?? .truncated)
  }
}
