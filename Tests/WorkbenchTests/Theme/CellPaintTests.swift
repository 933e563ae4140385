import TerminalKit
import Testing

@testable import Workbench

@Suite("What fills cells without numbers")
struct CellPaintTests {
  private func paint(_ map: ColorMap, _ depth: ColorDepth, unicode: Bool = true) -> CellPaint {
    CellPaint(map: map, capabilities: TerminalCapabilities(colorDepth: depth, unicode: unicode))
  }

  private static let positions: [Float] = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]

  @Test("no colour is beyond what the terminal has, and without colours there are none", arguments: ColorDepth.allCases)
  func depth(depth: ColorDepth) {
    for map in ColorMap.allCases {
      for position in Self.positions {
        let style = paint(map, depth).fill(position).style
        for case .indexed(let index) in [style.foreground, style.background] {
          #expect(Int(index) < depth.rawValue, "\(map) at \(position)")
        }
        if depth == .mono { #expect(style == .plain) }
      }
    }
  }

  @Test("256 colours stand behind blanks; fewer give way to shades of five densities")
  func shades() {
    #expect(Self.positions.allSatisfy { paint(.cividis, .palette256, unicode: false).fill($0).glyph == " " })
    #expect(Self.positions.map { paint(.grey, .sixteen).fill($0).glyph } == [" ", " ", "░", "▒", "▓", "█", "█"])
    #expect(
      Self.positions.map { paint(.grey, .mono, unicode: false).fill($0).glyph } == [" ", " ", ":", "=", "%", "#", "#"])
  }

  @Test("around zero the distance from zero is shaded")
  func symmetric() {
    let glyphs = Self.positions.map { paint(.diverging, .mono).fill($0).glyph }
    #expect(glyphs == ["█", "█", "▒", " ", "▒", "█", "█"])
  }

  @Test("no shade is a sign that grids have another meaning for", arguments: [true, false])
  func distinct(unicode: Bool) {
    let glyphs = Glyphs(unicode: unicode)
    let signs = [
      "[", "]", "(", ")", "<", ">", "+", "-", glyphs.ghostZero, glyphs.unknown, glyphs.linked, glyphs.above,
      glyphs.below, glyphs.unreached,
    ]
    for shade in CellPaint.shades(unicode: unicode) { #expect(!signs.contains(String(shade))) }
    // One letter is in use twice in ASCII: `v` is the arrow down, and no shade.
    #expect(Set(signs).count == signs.count)
  }

  @Test("half blocks need both 256 colours and Unicode")
  func halfBlocks() {
    #expect(paint(.grey, .palette256).hasHalfBlocks)
    #expect(!paint(.grey, .palette256, unicode: false).hasHalfBlocks)
    #expect(!paint(.grey, .sixteen).hasHalfBlocks)
  }

  @Test("signs on a colour are black on what is light and white on what is dark")
  func contrast() {
    let ends = [Float(0), 1].map { paint(.grey, .palette256).fill($0).style.foreground }
    #expect(ends == [.indexed(231), .indexed(16)])
    #expect(paint(.diverging, .palette256).fill(0.5).style.foreground == .indexed(16))
  }
}
