import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The palette")
struct PaletteTests {
  private func opened(_ query: String) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    state.press(.control("p"))
    state.type(query)
    return state
  }

  private func palette(_ state: WorkbenchState) throws -> Palette {
    guard case .palette(let palette) = state.mode else {
      Issue.record("no palette is open")
      return Palette(entries: [])
    }
    return palette
  }

  @Test("finds a kernel, an operator, a key and a line by some of their letters")
  func finds() throws {
    #expect(try palette(opened("sobely")).matches.first?.title == "kernel sobel-y")
    #expect(try palette(opened("maxpool2d")).matches.first?.title == "operator max-pool2d")
    #expect(try palette(opened("stride + ")).matches.first?.detail == "s")
    #expect(try palette(opened("session save")).matches.first?.detail == ":session save")
    #expect(try palette(opened("qqqq")).matches.isEmpty)
  }

  @Test("does what the chosen entry says")
  func chooses() throws {
    var state = try opened("sobel-y")
    state.press(.enter)
    #expect(state.mode == .normal)
    #expect(state.explorer.document.origins[.weights]?.name == "sobel-y")
    state = try opened("session save")
    state.press(.enter)
    #expect(state.mode == .prompt(Prompt(kind: .command, text: "session save ")))
  }

  @Test("goes up and down, begins anew with each letter, and Esc leaves everything as it was")
  func moves() throws {
    var state = try opened("kernel")
    state.press(.down, .down, .up)
    #expect(try palette(state).selected == 1)
    state.type("s")
    #expect(try palette(state).selected == 0)
    state.press(.backspace, .escape)
    #expect(state.mode == .normal)
    #expect(state.explorer == (try Examples.explorer()))
  }

  @Test("lists every key of the panel and every line, none of them twice")
  func complete() throws {
    let entries = try palette(opened("")).entries
    #expect(Set(entries.map(\.title)).count == entries.count)
    for line in LineCommandCatalog.all {
      let title = TextTable.english.text(line.help)
      #expect(entries.contains { $0.title == title }, "\(line.words)")
    }
  }

  @Test("Words match in any order, starts of words count more, and what lacks a letter does not match")
  func fuzzy() throws {
    let start = try #require(FuzzyMatch.score("pm", in: "padding mode"))
    let inside = try #require(FuzzyMatch.score("pm", in: "stamp of some"))
    #expect(start > inside)
    #expect(FuzzyMatch.score("mode padding", in: "padding mode") != nil)
    #expect(FuzzyMatch.score("px", in: "padding mode") == nil)
    #expect(FuzzyMatch.score("", in: "anything") != nil)
  }
}
