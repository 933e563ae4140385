import Foundation
import TerminalKit
import Testing

@testable import Workbench

@Suite("Colour maps")
struct ColorMapTests {
  /// CIE lightness of a colour of xterm's palette, 0 to 100.
  private func lightness(_ index: UInt8) throws -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let value = Int(index)
    try #require(value >= 16, "the basic colours look different everywhere")
    let cube = value - 16
    let components =
      value >= 232
      ? Array(repeating: 8 + 10 * (value - 232), count: 3)
      : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = components.map { component in
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }

  @Test("cividis and grey only ever get lighter", arguments: [ColorMap.cividis, .grey])
  func monotone(map: ColorMap) throws {
    let lightnesses = try map.palette.map(lightness)
    for (darker, lighter) in zip(lightnesses, lightnesses.dropFirst()) { #expect(darker < lighter) }
  }

  /// The lightness of matplotlib 3.11.2's cividis in the middle of each thirteenth of its range.
  private static let cividis = [
    17.7, 23.5, 29.3, 35.0, 40.4, 46.1, 51.9, 57.4, 63.2, 68.9, 75.1, 81.5, 87.8,
  ]

  @Test("cividis is about as light as the published one everywhere")
  func anchors() throws {
    #expect(ColorMap.cividis.palette.count == Self.cividis.count)
    // 11 of 100: the palette's blues are 7, 14 and then 38 light, its yellow with some red is 97.
    for (color, expected) in zip(ColorMap.cividis.palette, Self.cividis) {
      #expect(abs(try lightness(color) - expected) < 11, "\(color)")
    }
  }

  @Test("diverging is lightest at zero and darker to both sides, with as many colours on either")
  func diverging() throws {
    let lightnesses = try ColorMap.diverging.palette.map(lightness)
    let middle = lightnesses.count / 2
    #expect(lightnesses.count == 2 * middle + 1)
    for index in 0..<middle {
      #expect(lightnesses[index] < lightnesses[index + 1])
      #expect(lightnesses[middle + index] > lightnesses[middle + index + 1])
    }
    #expect(ColorMap.diverging.color(0.5) == 255)
    for step in 0...200 {
      let position = Float(step) / 400
      let pair = [position, 1 - position].map {
        ColorMap.diverging.palette.firstIndex(of: ColorMap.diverging.color($0))
      }
      #expect((pair[0] ?? 0) + (pair[1] ?? 0) == 8, "\(position)")
    }
  }

  @Test("the ends of a scale have the first and the last colour", arguments: ColorMap.allCases)
  func ends(map: ColorMap) {
    #expect(map.color(0) == map.palette.first)
    #expect(map.color(1) == map.palette.last)
  }
}
