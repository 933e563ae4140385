import Testing

@testable import NCursesTerminal

@Suite struct ColorPairTableTests {
  private func pair(_ foreground: Int) -> ColorPair { ColorPair(foreground: foreground, background: -1) }

  @Test("a combination keeps its number, the standard one too")
  func kept() {
    var table = ColorPairTable(pairs: 8)
    #expect(table.entry(for: .standard) { [] } == .init(number: 1, isNew: true))
    #expect(table.entry(for: pair(1)) { [] } == .init(number: 2, isNew: true))
    #expect(table.entry(for: pair(2)) { [] } == .init(number: 3, isNew: true))
    #expect(table.entry(for: pair(1)) { [] } == .init(number: 2, isNew: false))
    #expect(table.entry(for: .standard) { [] } == .init(number: 1, isNew: false))
  }

  @Test("without colours everything is number 0")
  func mono() {
    var table = ColorPairTable(pairs: 0)
    #expect(table.entry(for: .standard) { [] } == .init(number: 0, isNew: false))
    #expect(table.entry(for: pair(1)) { [] } == .init(number: 0, isNew: false))
  }

  @Test("a full table gives up what was used longest ago and isn't on the screen") func reuse() {
    var table = ColorPairTable(pairs: 4)
    for color in 1...3 { _ = table.entry(for: pair(color)) { [] } }
    _ = table.entry(for: pair(1)) { [] }
    #expect(table.entry(for: pair(4)) { [] } == .init(number: 2, isNew: true))
    #expect(table.entry(for: pair(5)) { [pair(3)] } == .init(number: 1, isNew: true))
    #expect(table.entry(for: pair(6)) { [pair(3), pair(4), pair(5)] } == .init(number: 0, isNew: false))
  }
}
