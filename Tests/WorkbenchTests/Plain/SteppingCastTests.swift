import ConvolutionEngine
import Explorer
import Foundation
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("The stepping as a recording")
struct SteppingCastTests {
  private let size = Size(rows: 24, columns: 80)

  private func lines(_ explorer: ExplorerState, most: Int = 5) throws -> [String] {
    let run = try SteppingRun(explorer, from: (row: 2, column: 2), most: most)
    return SteppingCast(ReplayedSession(explorer: explorer, notes: ["voice": "words"]), size: size)
      .lines(of: run, cellsPerSecond: 4)
  }

  private func json(_ line: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(line.utf8))
  }

  @Test("The first line is the header of an asciicast of version 2, the others are events in time")
  func format() throws {
    let lines = try lines(try Examples.explorer())
    let header = try #require(try json(lines[0]) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80)
    #expect(header["height"] as? Int == 24)
    #expect(header["title"] as? String == "Convoscope conv2d")
    let events = try lines.dropFirst().map { try #require(try json($0) as? [Any]) }
    #expect(events.map { ($0[0] as? Double) ?? -1 } == [0, 0.25, 0.5, 0.75, 1, 3])
    #expect(events.allSatisfy { $0.count == 3 && $0[1] as? String == "o" })
    // Carriage returns, line feeds and the like never stand in a line.
    #expect(lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test("Played back, each moment shows the screen that the program draws")
  func replay() throws {
    let explorer = try Examples.explorer()
    var screen = EmulatedScreen(rows: 24, columns: 80, width: { DisplayWidth.columns(of: $0) })
    var state = WorkbenchState(
      explorer: explorer, size: size,
      capabilities: TerminalCapabilities(colorDepth: .palette256, unicode: true))
    state.voice = .words
    let run = Array(try SteppingRun(explorer, from: (row: 2, column: 2), most: 5))
    let events = try lines(explorer).dropFirst().map { try #require(try json($0) as? [Any]) }
    for (index, event) in events.dropLast().enumerated() {
      try screen.write(try #require(event[2] as? String))
      state.explorer = run[index]
      for action in [ExplorerAction.speed(4), .play] where index < 4 { _ = try state.explorer.apply(action) }
      let frame = state.prepareFrame()
      #expect(screen.lines == Painter.draw(state, frame: frame).lines)
    }
    #expect(screen.cursorIsHidden)
    #expect(screen.lines.contains { $0.contains("out[2,6] =") })
    #expect(screen.lines.contains { $0.contains("?") })
  }

  @Test("A step costs as little as on the screen")
  func bytes() throws {
    let lines = try lines(try Examples.explorer())
    // Escape bytes are six in JSON; the arithmetic and the sentence change with each step.
    #expect(lines[2...4].allSatisfy { $0.utf8.count < 2_000 }, "\(lines.map(\.utf8.count))")
  }
}
