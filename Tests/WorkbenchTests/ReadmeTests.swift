import Foundation
import TestSupport
import Testing

@testable import Workbench

/// The README's generated parts. `CONVOSCOPE_RECORD=1` writes them anew.
// Serialized, because recording writes one file twice.
@Suite("The README", .serialized)
struct ReadmeTests {
  private static let path = Checkout.root + "/README.md"

  @Test("has the key table as it is")
  func keys() throws {
    try expectSection("keys", Self.keyTable)
  }

  @Test("shows the screen that the golden shows")
  func screen() throws {
    let golden = Checkout.root + "/Tests/EndToEndTests/Goldens/lesson-page-2.txt"
    let screen = try String(contentsOfFile: golden, encoding: .utf8)
    try expectSection("screen", "```\n\(screen)```\n")
  }

  /// One table for each group of contexts, with the bindings that are new in it.
  private static var keyTable: String {
    let groups: [(title: String, contexts: [KeyContext])] = [
      ("On the output, where the focus is at start", [.output]),
      ("On the input and the kernel", [.input, .kernel]),
      ("In the study of a dense layer", [.dense]),
      ("In the study of a stack of layers", [.stack]),
      ("On the lesson", [.lesson]),
      ("While a number is typed", [.editing]),
      ("In the command line and the answer", [.prompt]),
      ("In lists, in help, and at a question", [.menu, .palette, .help, .confirmation]),
    ]
    var told: Set<String> = []
    return groups.map { group in
      let rows = group.contexts.flatMap { context in
        KeyMap.help(for: context, texts: .english).compactMap { row in
          let line = "| `\(row.keys.replacingOccurrences(of: "|", with: "\\|"))` | \(row.text) |\n"
          return told.insert(line).inserted ? line : nil
        }
      }
      return "**\(group.title)**\n\n| keys | |\n|---|---|\n" + rows.joined()
    }.joined(separator: "\n")
  }

  /// Compares what stands between `<!-- name:begin -->` and `<!-- name:end -->`, or writes it.
  private func expectSection(
    _ name: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- \(name):begin -->\n"))
    let end = try #require(text.range(of: "<!-- \(name):end -->"))
    if ProcessInfo.processInfo.environment["CONVOSCOPE_RECORD"] == "1" {
      let recorded = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: expected)
      try Data(recorded.utf8).write(to: URL(fileURLWithPath: Self.path))
      return
    }
    #expect(
      text[begin.upperBound..<end.lowerBound] == expected,
      "the README's “\(name)” is stale; CONVOSCOPE_RECORD=1 writes it", sourceLocation: sourceLocation)
  }
}
