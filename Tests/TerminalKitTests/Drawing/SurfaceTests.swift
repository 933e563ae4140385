import TerminalKit
import TestSupport
import Testing

@Suite struct SurfaceTests {
  private let bold = Style(attributes: .bold)

  private func surface(_ rows: Int, _ columns: Int) -> Surface { Surface(size: Size(rows: rows, columns: columns)) }

  /// The rule of the surface: every half of a wide grapheme has its other half.
  private func expectWholeGraphemes(_ surface: Surface, _ comment: Comment? = nil) {
    for row in 0..<surface.size.rows {
      var column = 0
      while column < surface.size.columns {
        let cell = surface[row: row, column: column]
        #expect(!cell.isContinuation, comment)
        if cell.width == 2 {
          guard column + 1 < surface.size.columns else {
            Issue.record("half a grapheme at the right edge")
            break
          }
          let half = surface[row: row, column: column + 1]
          #expect(half.isContinuation && half.style == cell.style, comment)
        }
        column += max(1, cell.width)
      }
    }
  }

  @Test("text lands where it is written and the columns it used come back") func writing() {
    var screen = surface(2, 10)
    #expect(screen.write("abc", row: 1, column: 2, style: bold) == 3)
    #expect(screen.lines == ["", "  abc"])
    #expect(screen[row: 1, column: 3].style == bold)
    #expect(screen[row: 1, column: 5].style == .plain)
  }

  @Test("text is cut at every edge, also when it starts outside") func clipping() {
    var screen = surface(1, 6)
    #expect(screen.write("abcdefgh", row: 0, column: 3) == 3)
    #expect(screen.lines == ["   abc"])
    #expect(screen.write("xyz", row: 0, column: -2) == 3)
    #expect(screen.lines == ["z  abc"])
    #expect(screen.write("no", row: 1, column: 0) == 0)
    #expect(screen.write("no", row: -1, column: 0) == 0)
    #expect(screen.write("no", row: 0, column: 6) == 0)
    let clip = Rect(row: 0, column: 2, rows: 1, columns: 2)
    #expect(screen.write("1234", row: 0, column: 1, in: clip) == 3)
    #expect(screen.lines == ["z 23bc"])
  }

  @Test("a wide grapheme that doesn't fit at the last column shows as a space") func wideAtLastColumn() {
    var screen = surface(1, 4)
    screen.fill(screen.bounds, with: "-")
    #expect(screen.write("a卷积", row: 0, column: 0) == 4)
    #expect(screen.lines == ["a卷"])
    #expect(screen[row: 0, column: 3] == .blank())
    expectWholeGraphemes(screen)
  }

  @Test("overwriting half of a wide grapheme blanks the other half") func halfOverwritten() {
    var left = surface(1, 4)
    left.write("卷积", row: 0, column: 0)
    left.write("x", row: 0, column: 1)
    #expect(left.lines == [" x积"])
    var right = surface(1, 4)
    right.write("卷积", row: 0, column: 0)
    right.write("x", row: 0, column: 2)
    #expect(right.lines == ["卷x"])
    var middle = surface(1, 4)
    middle.write("卷积", row: 0, column: 0)
    middle.write("核", row: 0, column: 1)
    #expect(middle.lines == [" 核"])
    [left, right, middle].forEach { expectWholeGraphemes($0) }
  }

  @Test("a fill stays in its rectangle, and a wide one leaves an odd column blank") func filling() {
    var screen = surface(2, 5)
    screen.fill(Rect(row: 0, column: 1, rows: 9, columns: 3), with: "#", style: bold)
    #expect(screen.lines == [" ###", " ###"])
    screen.fill(Rect(row: 1, column: 0, rows: 1, columns: 5), with: "核")
    #expect(screen.lines[1] == "核核")
    screen.fill(screen.bounds, with: "\r\n")
    #expect(screen.lines[0] == "�����")
    expectWholeGraphemes(screen)
  }

  @Test("restyling a half restyles the whole grapheme once") func restyling() {
    var screen = surface(1, 5)
    screen.write("a卷b", row: 0, column: 0)
    var changes = 0
    screen.restyle(Rect(row: 0, column: 2, rows: 1, columns: 2)) { style in
      changes += 1
      return style.adding(.reverse)
    }
    #expect(changes == 2)
    #expect(screen.transcript == "|a卷b|\n~ 1-3 reverse\n")
    expectWholeGraphemes(screen)
  }

  @Test("control characters never get into a cell") func hostileText() {
    var screen = surface(1, 12)
    screen.write("a\u{1B}[2Jb\u{202E}c\n", row: 0, column: 0)
    #expect(screen.lines == ["a␛[2Jb�c␊"])
  }

  @Test("a transcript names colours and attributes, and leaves plain runs out") func transcript() {
    var screen = surface(2, 8)
    screen.write("sum", row: 0, column: 0, style: Style(foreground: .indexed(196), background: .indexed(20)))
    screen.write("x", row: 0, column: 5, style: Style(attributes: [.bold, .underline]))
    #expect(screen.transcript == "|sum  x|\n~ 0-2 f196 b20; 5 bold underline\n||\n")
  }

  @Test("a resized surface keeps what fits and no half grapheme") func resizing() {
    var screen = surface(2, 4)
    screen.write("卷积", row: 0, column: 0)
    let cut = screen.resized(to: Size(rows: 1, columns: 3))
    #expect(cut.lines == ["卷"])
    expectWholeGraphemes(cut)
    #expect(screen.resized(to: Size(rows: 3, columns: 6)).lines == ["卷积", "", ""])
  }

  @Test("random drawing never leaves half a grapheme", arguments: 1...20 as ClosedRange<UInt64>)
  func randomDrawing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var screen = surface(3, 9)
    for _ in 0..<200 { screen.drawSomething(using: &random) }
    expectWholeGraphemes(screen, "seed \(seed)")
  }

  @Test("an empty surface takes everything in silence") func emptySurface() {
    var screen = surface(0, 0)
    #expect(screen.write("abc", row: 0, column: 0) == 0)
    screen.fill(screen.bounds, with: "x")
    screen.restyle(screen.bounds) { $0 }
    #expect(screen.lines.isEmpty)
  }
}

extension Surface {
  /// One random write, fill or restyle, partly outside.
  mutating func drawSomething(using random: inout SeededGenerator) {
    let texts = ["a", "卷积", "e\u{301}x", "👩‍🔬!", "\u{1B}[m", "🇫🇷", "─│", "ab核c"]
    let rect = Rect(
      row: Int.random(in: -1...2, using: &random), column: Int.random(in: -2...8, using: &random),
      rows: Int.random(in: 0...2, using: &random), columns: Int.random(in: 0...5, using: &random))
    let style = Style(foreground: .indexed(UInt8.random(in: 0...3, using: &random)))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: fill(rect, with: Bool.random(using: &random) ? "核" : "#", style: style)
    case 1: restyle(rect) { _ in style }
    case 2: write(texts[Int.random(in: 0..<8, using: &random)], row: rect.row, column: rect.column, in: rect)
    default: write(texts[Int.random(in: 0..<8, using: &random)], row: rect.row, column: rect.column, style: style)
    }
  }
}
