import TerminalKit
import Testing

@Suite struct KeyNameTests {
  private static let keys: [Key] = [
    .character("a"), .character("A"), .character("?"), .character(" "), .character("积"), .character("f"),
    .control("r"), .control("@"), .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left,
    .right, .home, .end, .pageUp, .pageDown, .function(1), .function(12),
  ]

  @Test("every name reads back as its key", arguments: keys) func roundTrip(key: Key) {
    #expect(!key.name.isEmpty)
    #expect(Key(name: key.name) == key)
  }

  @Test("names are what people call the keys") func names() {
    #expect(Key.control("r").name == "Ctrl-R")
    #expect(Key.character(" ").name == "Space")
    #expect(Key.pageUp.name == "PgUp")
    #expect(Key.right.name == "→")
  }

  @Test("other spellings are understood and nonsense isn't") func spellings() {
    #expect(Key(name: "ctrl-R") == .control("r"))
    #expect(Key(name: "Escape") == .escape)
    #expect(Key(name: "left") == .left)
    #expect(Key(name: "f10") == .function(10))
    for name in ["", "Ctrl-", "Ctrl-1", "Ctrl-ab", "F0", "F64", "Foo", "ab"] { #expect(Key(name: name) == nil) }
  }
}
