import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The lines of the prompt")
struct LineCommandTests {
  /// Whether a line is refused because nothing begins like it.
  private func isUnknown(_ line: String) throws -> Bool {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: line)
    let verb = line.split(separator: " ").first.map(String.init) ?? ""
    return state.message?.text == state.texts.text(.noSuchCommand, verb)
  }

  @Test("Every line of the table is understood", arguments: LineCommandCatalog.all.map(\.words))
  func known(words: String) throws {
    #expect(try !isUnknown(words))
    #expect(try isUnknown("no-" + words))
  }

  @Test("Every name that a line offers is one that it takes")
  func names() throws {
    for line in LineCommandCatalog.all {
      guard case .name(let list) = line.argument else { continue }
      for name in try Examples.plusUnderSobel().names(in: list) {
        var state = try Examples.plusUnderSobel()
        _ = state.run(line: "\(line.words) \(name)")
        let text = state.message?.text ?? ""
        // What does not fit these grids is refused with another reason.
        #expect(!text.contains("“\(name)”"), "\(line.words) \(name): \(text)")
      }
    }
  }

  @Test("No two lines have the same words")
  func distinct() {
    #expect(Set(LineCommandCatalog.all.map(\.words)).count == LineCommandCatalog.all.count)
  }
}
