import TerminalKit
import Testing

@testable import Workbench

@Suite("Colours of pixels")
struct PixelColorsTests {
  @Test("from 0 on there are greys from black to white")
  func greys() {
    let colors = PixelColors(scale: 0...10)
    #expect(colors.color(0) == .indexed(16))
    #expect(colors.color(10) == .indexed(231))
    #expect(colors.color(5) == .indexed(244))
    #expect(colors.color(.nan) == nil)
    #expect(PixelColors(scale: 0...0).color(0) == .indexed(16))
  }

  @Test("around 0 there are blue below, orange above, and white for 0")
  func signed() {
    let colors = PixelColors(scale: -2...2)
    #expect(colors.color(-2) == .indexed(25))
    #expect(colors.color(0) == .indexed(255))
    #expect(colors.color(2) == .indexed(166))
    #expect(PixelColors(scale: -Float.greatestFiniteMagnitude ... .greatestFiniteMagnitude).color(0) == .indexed(255))
  }

  @Test("three channels make the nearest colour of the palette")
  func mixed() {
    let colors = PixelColors(scale: 0...255)
    #expect(colors.color(red: 255, green: 0, blue: 0) == .indexed(196))
    #expect(colors.color(red: 0, green: 255, blue: 255) == .indexed(51))
    #expect(colors.color(red: 135, green: 175, blue: 95) == .indexed(107))
    #expect(colors.color(red: .infinity, green: 0, blue: 0) == nil)
  }

  @Test("shades run from blank to full, and what is not finite is ?")
  func shades() {
    let colors = PixelColors(scale: 0...4)
    #expect(String((0...4).map { colors.shade(Float($0), unicode: true) }) == " ░▒▓█")
    #expect(String((0...4).map { colors.shade(Float($0), unicode: false) }) == " .:+#")
    #expect(colors.shade(.nan, unicode: false) == "?")
  }
}
