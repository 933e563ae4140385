import LessonKit
import TerminalKit
import Workbench

/// The first screen as plain text, for pipes, tests and bug reports; needs no terminal.
enum ScreenDump {
  static func write(_ state: WorkbenchState) throws {
    var state = state
    var output = LineOutput()
    // What the loop would have computed beside the screen changes only colours and scales that plain text does not show.
    let frame = state.prepareFrame()
    try output.write(lines: Painter.draw(state, frame: frame).lines)
    try output.flush()
  }
}
