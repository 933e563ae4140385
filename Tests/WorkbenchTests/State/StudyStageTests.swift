import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The stage of a study")
struct StudyStageTests {
  private func opened() throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    state.type("O")
    #expect(state.keyContext == .menu)
    state.press(.down, .enter)
    return state
  }

  @Test("takes the place of the grids and the focus")
  func stage() throws {
    var state = try opened()
    #expect(state.explorer.document.study?.name == .dense)
    #expect(state.focus == .study)
    #expect(state.keyContext == .dense)
    let layout = try #require(state.prepareFrame().layout)
    #expect(layout.panels[.study] != nil)
    #expect(layout.panels[.output] == nil && layout.panels[.input] == nil)
  }

  @Test("gives the focus back to the grid that had it")
  func focusReturns() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    #expect(state.focus == .input)
    state.type("O")
    state.press(.down, .enter)
    #expect(state.focus == .study)
    state.press(.escape)
    #expect(state.focus == .input)
  }

  @Test("is left by Esc, and undo brings it back")
  func leaving() throws {
    var state = try opened()
    state.press(.escape)
    #expect(state.explorer.document.study == nil)
    #expect(state.focus == .output)
    state.type("u")
    #expect(state.explorer.document.study?.name == .dense)
    #expect(state.focus == .study)
  }
}
