import TerminalKit
import Testing

@Suite struct RectTests {
  @Test("negative sides become empty") func negativeSides() {
    #expect(Size(rows: -1, columns: 3) == Size(rows: 0, columns: 3))
    #expect(Rect(row: 1, column: 1, rows: -2, columns: 5).isEmpty)
    #expect(Rect(row: 0, column: 0, rows: 3, columns: 3).inset(by: 2).isEmpty)
  }

  @Test("a rectangle holds its corner and not its end") func containment() {
    let rect = Rect(row: 2, column: 3, rows: 4, columns: 5)
    #expect(rect.contains(row: 2, column: 3))
    #expect(rect.contains(row: 5, column: 7))
    #expect(!rect.contains(row: 6, column: 7))
    #expect(!rect.contains(row: 5, column: 8))
  }

  @Test("an intersection is what both have") func intersection() {
    let left = Rect(row: 0, column: 0, rows: 4, columns: 4)
    #expect(
      left.intersection(Rect(row: 2, column: 3, rows: 9, columns: 9)) == Rect(row: 2, column: 3, rows: 2, columns: 1))
    #expect(left.intersection(Rect(row: 4, column: 0, rows: 1, columns: 1)).isEmpty)
    #expect(left.inset(rows: 1, columns: 0) == Rect(row: 1, column: 0, rows: 2, columns: 4))
  }
}
