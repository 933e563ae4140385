import TerminalKit
import TestSupport

@testable import Workbench

/// What the fuzzers of the workbench ask of every screen.
enum FuzzedScreen {
  /// Draws the state and looks for what could steer a terminal.
  static func require(_ state: WorkbenchState) throws {
    var state = state
    let surface = state.draw()
    try TestSupport.require(surface.size == state.size, "the screen has another size")
    for line in surface.lines { try requireHarmless(line) }
  }

  /// Shows a sentence where messages stand, after the place that every sentence passes on its way out.
  static func require(sentence: String) throws {
    try requireHarmless(Sanitizer.sanitized(sentence))
    var state = try Examples.plusUnderSobel()
    _ = state.receive(.problem(sentence))
    try require(state)
  }

  /// Whether a text holds a number that would make grids of many cells: fuzzers leave those to the tests of limits, because
  /// a few of them would take all the time.
  static func asksForMuch(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    for byte in bytes {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits > 2 { return true }
    }
    return false
  }
}
