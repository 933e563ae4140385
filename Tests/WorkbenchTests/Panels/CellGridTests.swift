import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("The tables of studies")
struct CellGridTests {
  @Test("always have the focus in view, and as much of the axis as there is room for", arguments: 0..<30)
  func scrolling(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...300, using: &generator)
    let room = Int.random(in: 1...40, using: &generator)
    for focus in 0..<count {
      let visible = CellGrid.visible(of: count, room: room, around: focus)
      #expect(visible.contains(focus), "\(focus) of \(count) in \(room)")
      #expect(visible.count == min(room, count))
      #expect(visible.lowerBound >= 0 && visible.upperBound <= count)
    }
  }

  @Test("stay where they are while the focus moves by less than half of what is in view")
  func calm() {
    // Ten of a hundred: the picture moves on by five.
    let starts = (20..<40).map { CellGrid.visible(of: 100, room: 10, around: $0).lowerBound }
    #expect(starts == [18, 23, 28, 33].flatMap { [Int](repeating: $0, count: 5) })
  }

  @Test("without any room show nothing")
  func noRoom() {
    #expect(CellGrid.visible(of: 5, room: 0, around: 2).isEmpty)
    #expect(CellGrid.visible(of: 5, room: -3, around: 2).isEmpty)
  }
}
