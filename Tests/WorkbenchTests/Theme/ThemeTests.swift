import TerminalKit
import Testing

@testable import Workbench

@Suite("Themes")
struct ThemeTests {
  private static let roles: [Role] = [
    .text, .quiet, .title, .frame, .focusedFrame, .window, .current, .ghost, .unknown, .selected, .hintKey, .notice,
    .success, .problem, .heading, .emphasis, .strong, .code, .task,
  ]

  @Test("A terminal without colours gets attributes only")
  func mono() {
    let theme = Theme(depth: .mono)
    for style in Self.roles.map(theme.style) + [theme.magnitude(3, scale: 3), theme.magnitude(-3, scale: 3)] {
      #expect(style.foreground == .standard)
      #expect(style.background == .standard)
    }
  }

  @Test("No colour is beyond what the terminal has", arguments: ColorDepth.allCases)
  func depth(depth: ColorDepth) {
    let theme = Theme(depth: depth)
    let values = [-1, -0.5, -0.1, 0, 0.1, 0.5, 1, .nan, .infinity].map { theme.magnitude($0, scale: 1) }
    for style in Self.roles.map(theme.style) + values {
      if case .indexed(let index) = style.foreground { #expect(Int(index) < depth.rawValue) }
    }
  }

  @Test("Sign and size show as different colours, zero as none")
  func magnitude() {
    let theme = Theme(depth: .palette256)
    let styles = [-3, -2, -1, 1, 2, 3].map { theme.magnitude($0, scale: 3) }
    #expect(Set(styles).count == 6)
    #expect(theme.magnitude(0, scale: 3) == .plain)
    #expect(theme.magnitude(5, scale: 3) == theme.magnitude(3, scale: 3))
  }

  @Test("ASCII signs are ASCII, and interface texts become ASCII")
  func glyphs() {
    let glyphs = Glyphs(unicode: false)
    for key in TextKey.allCases {
      let text = glyphs.plain(TextTable.english.text(key))
      #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(key): \(text)")
    }
    for binding in KeyMap.bindings {
      #expect(glyphs.plain(binding.name).utf8.allSatisfy { $0 < 0x80 }, "\(binding.name)")
    }
  }
}
