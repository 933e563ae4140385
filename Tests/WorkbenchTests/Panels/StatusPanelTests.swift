import TerminalKit
import Testing

@testable import Workbench

@Suite("The status line")
struct StatusPanelTests {
  @Test("a message too long for the line goes on above it, so that its end can be read")
  func longMessage() throws {
    var state = try ScreenExamples.workbench()
    let words = "/a/rather/long/folder/name/that/fills/the/line/photo.tif names no format that can be written here."
    _ = state.receive(.problem(words))
    let lines = state.draw().lines.suffix(2).map { $0.trimmingBlanks }
    #expect(lines.first == "/a/rather/long/folder/name/that/fills/the/line/photo.tif names no format that")
    #expect(lines.last?.hasPrefix("can be written here.") == true)
    state.press(.escape)
    #expect(state.draw().lines.suffix(2).first?.contains("names no format") == false)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
