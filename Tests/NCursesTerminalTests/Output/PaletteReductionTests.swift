import TerminalKit
import Testing

@testable import NCursesTerminal

@Suite struct PaletteReductionTests {
  private func numbers(_ foreground: Color, _ background: Color, _ depth: ColorDepth) -> [Int] {
    let pair = PaletteReduction.numbers(for: Style(foreground: foreground, background: background), depth: depth)
    return [pair.foreground, pair.background]
  }

  @Test("256 colours pass, fewer become the nearest, none become the terminal's own") func depths() {
    #expect(numbers(.indexed(202), .indexed(17), .palette256) == [202, 17])
    #expect(numbers(.indexed(196), .standard, .eight) == [1, -1])
    #expect(numbers(.indexed(196), .standard, .sixteen) == [9, -1])
    #expect(numbers(.indexed(12), .indexed(8), .sixteen) == [12, 8])
    #expect(numbers(.indexed(8), .standard, .eight) == [7, -1])
    #expect(numbers(.indexed(196), .indexed(17), .mono) == [-1, -1])
  }

  @Test("text never vanishes in its background", arguments: [ColorDepth.eight, .sixteen])
  func contrast(depth: ColorDepth) {
    for foreground in UInt8.min...UInt8.max {
      for background in UInt8.min...UInt8.max where foreground != background {
        let pair = numbers(.indexed(foreground), .indexed(background), depth)
        #expect(pair[0] != pair[1])
      }
    }
  }

  @Test("every number exists on the terminal") func range() {
    for index in UInt8.min...UInt8.max {
      #expect((0..<8).contains(numbers(.indexed(index), .standard, .eight)[0]))
      #expect((0..<16).contains(numbers(.indexed(index), .standard, .sixteen)[0]))
    }
  }
}
