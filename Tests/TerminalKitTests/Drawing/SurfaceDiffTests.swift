import TestSupport
import Testing

@testable import TerminalKit

@Suite struct SurfaceDiffTests {
  @Test("equal surfaces differ in nothing") func equal() {
    var screen = Surface(size: Size(rows: 3, columns: 5))
    screen.write("abc", row: 1, column: 1)
    #expect(SurfaceDiff(from: screen, to: screen).isEmpty)
  }

  @Test("one changed cell is one run of one cell") func oneCell() {
    let old = Surface(size: Size(rows: 2, columns: 5))
    var new = old
    new.write("x", row: 1, column: 3)
    let diff = SurfaceDiff(from: old, to: new)
    #expect(diff.runs.map(\.row) == [1])
    #expect(diff.runs.map(\.column) == [3])
    #expect(diff.cellCount == 1)
  }

  @Test("without an old surface of the same size everything is drawn") func whole() {
    let new = Surface(size: Size(rows: 2, columns: 5))
    #expect(SurfaceDiff(from: nil, to: new).cellCount == 10)
    #expect(SurfaceDiff(from: Surface(size: Size(rows: 5, columns: 2)), to: new).cellCount == 10)
  }

  @Test("a wide grapheme that replaces another is drawn whole") func wide() {
    var old = Surface(size: Size(rows: 1, columns: 4))
    old.write("卷x", row: 0, column: 0)
    var new = old
    new.write("核", row: 0, column: 0)
    #expect(SurfaceDiff(from: old, to: new).runs.first?.cells.map(\.width) == [2, 0])
  }

  @Test("the runs turn one random surface into another", arguments: 1...30 as ClosedRange<UInt64>)
  func application(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var old = Surface(size: Size(rows: 3, columns: 9))
    for _ in 0..<60 { old.drawSomething(using: &random) }
    var new = old
    for _ in 0..<Int.random(in: 0...10, using: &random) { new.drawSomething(using: &random) }
    let diff = SurfaceDiff(from: old, to: new)
    diff.apply(to: &old)
    #expect(old == new, "seed \(seed)")
    for run in diff.runs {
      #expect(run.cells.first?.isContinuation == false && run.cells.last?.width != 2, "seed \(seed)")
    }
  }
}
