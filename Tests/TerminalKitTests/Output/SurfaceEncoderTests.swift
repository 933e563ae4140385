import TestSupport
import Testing

@testable import TerminalKit

@Suite("Surfaces as bytes for a recording")
struct SurfaceEncoderTests {
  private let size = Size(rows: 3, columns: 12)
  private func screen() -> EmulatedScreen {
    EmulatedScreen(rows: 3, columns: 12, width: { DisplayWidth.columns(of: $0) })
  }

  @Test("The first surface clears the screen and hides the cursor; blanks are not written")
  func first() {
    var surface = Surface(size: size)
    surface.write("ab", row: 1, column: 3)
    var encoder = SurfaceEncoder()
    #expect(encoder.bytes(for: surface) == "\u{1B}[?25l\u{1B}[0m\u{1B}[2J\u{1B}[2;4Hab")
    #expect(encoder.bytes(for: surface) == "")
  }

  @Test("A change is a place and the text; styles are set once for neighbours and taken back at the end")
  func change() {
    var surface = Surface(size: size)
    surface.write("abcd", row: 0, column: 0)
    var encoder = SurfaceEncoder()
    _ = encoder.bytes(for: surface)
    surface.write("XY", row: 0, column: 1, style: Style(foreground: .indexed(5), attributes: [.bold]))
    #expect(encoder.bytes(for: surface) == "\u{1B}[1;2H\u{1B}[0;1;35mXY\u{1B}[0m")
  }

  @Test("Every kind of colour and attribute has its numbers")
  func styles() {
    let style = Style(
      foreground: .indexed(12), background: .indexed(208), attributes: [.dim, .underline, .reverse])
    var surface = Surface(size: size)
    surface.write("z", row: 2, column: 11, style: style)
    var encoder = SurfaceEncoder()
    #expect(encoder.bytes(for: surface).hasSuffix("\u{1B}[3;12H\u{1B}[0;2;4;7;94;48;5;208mz\u{1B}[0m"))
  }

  @Test("Whatever is drawn one after the other, a terminal shows the last surface")
  func replay() throws {
    var random = SeededGenerator(seed: 11)
    var encoder = SurfaceEncoder()
    var screen = screen()
    var surface = Surface(size: size)
    for _ in 0..<200 {
      let text = ["a", "12", "卷积", "·×", "é", "   ", "x卷"].randomElement(using: &random) ?? ""
      let style = Style(
        foreground: [.standard, .indexed(6), .indexed(172)].randomElement(using: &random) ?? .standard,
        attributes: [[], .bold, .reverse].randomElement(using: &random) ?? [])
      surface.write(
        text, row: .random(in: 0..<3, using: &random), column: .random(in: -1..<12, using: &random), style: style)
      try screen.write(encoder.bytes(for: surface))
      #expect(screen.lines == surface.lines)
      for row in 0..<3 {
        for column in 0..<12 {
          let isBold = surface[row: row, column: column].style.attributes.contains(.bold)
          #expect(screen.styles[row][column].contains(1) == isBold)
        }
      }
    }
  }
}
