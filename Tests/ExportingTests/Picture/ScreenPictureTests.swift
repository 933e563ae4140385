import Testing

@testable import Exporting

@Suite("Pictures of screens")
struct ScreenPictureTests {
  private static let red = Ink(0xFF0000)
  private static let blue = Ink(0x0000FF)

  private func cell(_ text: String, _ ink: Ink = .text, on paper: Ink? = nil, columns: Int = 1) -> ScreenPicture.Cell {
    ScreenPicture.Cell(text: text, columns: columns, ink: ink, paper: paper)
  }

  private func fills(_ drawing: Drawing, _ ink: Ink) -> [Box] {
    drawing.marks.compactMap { if case .fill(let box, _, ink) = $0 { box } else { nil } }
  }

  @Test("Letters of one look are one text, another look begins another, and blanks are none")
  func letters() {
    let row = [cell("a"), cell("b"), cell(" "), cell("c"), cell("d", Self.red)]
    #expect(ScreenPicture([row]).drawing().texts == ["ab", "c", "d"])
  }

  @Test("A wide sign is one text in the middle of its two cells")
  func wide() throws {
    let drawing = ScreenPicture([[cell("核", columns: 2), cell("", columns: 0), cell("a"), cell("b")]]).drawing()
    #expect(drawing.texts == ["核", "ab"])
    let places = drawing.marks.compactMap { mark in
      if case .text(_, let x, _, let look) = mark { (x, look.anchor) } else { nil }
    }
    let (sign, letters) = (try #require(places.first), try #require(places.last))
    #expect(sign.1 == .middle && letters.1 == .start)
    // Four cells around the middle of the page: the sign hangs at the end of the first, the letters begin at the third.
    let width = letters.0 - sign.0
    #expect(abs(letters.0 - Picture.width / 2) < 1e-9)
    #expect(abs(width - 22 * TextLook.advance) < 1e-9, "a cell lies between them")
  }

  @Test("Half blocks are two rectangles, each half as high as a line; neighbours of one colour are one")
  func halves() {
    let row = [cell("▀", Self.red, on: Self.blue), cell("▀", Self.red, on: Self.blue)]
    let drawing = ScreenPicture([row]).drawing()
    #expect(drawing.texts.isEmpty)
    let (upper, lower) = (fills(drawing, Self.red), fills(drawing, Self.blue))
    #expect(upper.count == 1 && lower.count == 1)
    #expect(upper[0].width == lower[0].width && abs(upper[0].width - 2 * 22 * TextLook.advance) < 1e-9)
    #expect(lower[0].y > upper[0].y && abs(lower[0].height - 22 * 0.6) < 1e-9)
  }

  @Test("A coloured cell reaches under the next one, so that no paper shines through, and not into an empty one")
  func seams() {
    let drawing = ScreenPicture([[cell(" ", on: Self.red), cell(" ", on: Self.blue), cell("x")]]).drawing()
    let first = fills(drawing, Self.red).map(\.width)
    let second = fills(drawing, Self.blue).map(\.width)
    #expect(first.count == 2 && second.count == 2)
    #expect(zip(first, second).allSatisfy { $0 > $1 })
  }

  @Test("A shade is a mixture of its two colours")
  func shades() {
    let drawing = ScreenPicture([[cell("▒", Ink(0xFF0000), on: Ink(0x0000FF))]]).drawing()
    #expect(fills(drawing, Ink(0x800080)).count == 2)
  }

  @Test("Frames are lines that meet in the middle of their cells")
  func frames() {
    let rows = [[cell("╭", Self.red), cell("─", Self.red)], [cell("│", Self.red), cell(" ")]]
    let boxes = fills(ScreenPicture(rows).drawing(), Self.red)
    #expect(boxes.count == 4)
    // The corner goes right and down and the two others go on where it ends.
    let right = boxes[0].x + boxes[0].width
    #expect(abs(right - boxes[2].x) < 1e-9)
    #expect(abs(boxes[1].y + boxes[1].height - boxes[3].y) < 1e-9)
  }

  @Test("Empty rows at the end are left out, so that the rest stands in the middle; a height keeps them")
  func trimmed() {
    let blank = [cell(" "), cell(" ")]
    let screen = [[cell("a"), cell(" ")], blank, blank]
    #expect(ScreenPicture(screen).height == 1)
    #expect(ScreenPicture(screen, height: 3).height == 3)
    #expect(ScreenPicture([blank]).height == 1)
    #expect(ScreenPicture([]).drawing().texts.isEmpty)
  }
}
