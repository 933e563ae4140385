import TerminalKit
import Testing

@testable import NCursesTerminal

@Suite struct InputDecoderTests {
  private func decode(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.decode(Array(text.utf8))
  }

  private func keys(_ text: String) -> [Key] {
    decode(text).compactMap { event in
      if case .key(let key) = event { key } else { nil }
    }
  }

  private static let sequences: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5A", .up), ("\u{1B}[D", .left), ("\u{1B}OC", .right),
    ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OF", .end), ("\u{1B}[4~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[3;2~", .delete), ("\u{1B}[3^", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
    ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[1;2P", .function(1)),
    ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
    ("\u{1B}Op", .character("0")), ("\u{1B}Om", .character("-")), ("\u{1B}[27u", .escape),
    ("\u{1B}[114;5u", .control("r")), ("\u{1B}[27;5;114~", .control("r")), ("\u{1B}[9;2u", .backTab),
    ("\u{1B}[233u", .character("é")), ("\t", .tab), ("\r", .enter), ("\n", .enter), ("\u{7F}", .backspace),
    ("\u{8}", .backspace), ("\u{0}", .control("@")), ("\u{12}", .control("r")), ("\u{1F}", .control("_")),
    ("卷", .character("卷")), ("👍", .character("👍")), ("~", .character("~")), (" ", .character(" ")),
  ]

  @Test("every sequence is its key, whole or byte by byte", arguments: sequences) func known(text: String, key: Key) {
    #expect(decode(text + "q") == [.key(key), .key(.character("q"))])
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for byte in text.utf8 { events += decoder.decode([byte]) }
    #expect(events == [.key(key)])
    #expect(decoder.patience == nil)
  }

  @Test(
    "what nobody knows is swallowed whole",
    arguments: [
      "\u{1B}[99z", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[E", "\u{1B}[12;40R", "\u{1B}[>0;276;0c", "\u{1B}[?2026;2$y",
      "\u{1B}[1;2;3;4;5;6;7m", "\u{1B}[[z", "\u{1B}Oz", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[<0;10;5", "\u{1B}[999999999999999999999~",
      "\u{1B}[55555u", "\u{1B}[57399u", "\u{1B}[0;10;5x",
    ])
  func unknown(text: String) {
    let isOpen = text == "\u{1B}[<0;10;5"
    #expect(keys(text + (isOpen ? "x" : "") + "q") == [.character("q")])
  }

  @Test("a sequence without an end is bounded and leaks nothing") func endless() {
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 100_000) + "Aq") == [.character("q")])
    #expect(keys("\u{1B}[1;\u{1B}[Bq") == [.down, .character("q")])
    #expect(keys("\u{1B}[1\u{18}q") == [.character("q")])
  }

  @Test("bytes that aren't UTF-8 are dropped")
  func garbage() {
    var decoder = InputDecoder()
    let bytes: [UInt8] = [
      0x80, 0xFF, 0xC0, 0x41, 0xE5, 0x42, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xC2, 0x9B, 0x43,
    ]
    #expect(decoder.decode(bytes) == [.key(.character("A")), .key(.character("B")), .key(.character("C"))])
  }

  @Test("a lone escape is the Esc key once nothing follows") func escape() {
    var decoder = InputDecoder(escapeDelay: 40)
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == 40)
    decoder.expire()
    #expect(decoder.drain() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
  }

  @Test("an unfinished sequence is dropped once nothing follows") func unfinished() {
    for text in ["\u{1B}[1;", "\u{1B}[M!", "\u{1B}]0;x", "\u{1B}[["] {
      var decoder = InputDecoder()
      #expect(decoder.decode(Array(text.utf8)) == [])
      #expect(decoder.patience != nil)
      decoder.expire()
      #expect(decoder.drain() == [])
      #expect(decoder.decode([0x71]) == [.key(.character("q"))])
    }
  }

  @Test("a paste is one event with its escapes inside") func paste() {
    #expect(
      decode("\u{1B}[200~a\u{1B}[Ab\u{3}\r\n\u{1B}[201~q") == [
        .paste("a\u{1B}[Ab\u{3}\r\n"), .key(.character("q")),
      ])
    #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~rest".utf8)) == [])
    decoder.expire()
    #expect(decoder.drain() == [.paste("rest")])
  }

  @Test("a paste is kept up to its limit and ends at its mark all the same") func longPaste() {
    var decoder = InputDecoder()
    var events = decoder.decode(Array("\u{1B}[200~".utf8))
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    for _ in 0..<5 { events += decoder.decode(piece) }
    events += decoder.decode(Array("\u{1B}[201~q".utf8))
    #expect(
      events == [
        .paste(String(repeating: "a", count: InputDecoder.longestPaste)), .key(.character("q")),
      ])
  }

  @Test("arrows with shift are keys of their own, with other modifiers they are plain") func shiftedArrows() {
    #expect(
      decode("\u{1B}[1;2A\u{1B}[1;2B\u{1B}[1;2C\u{1B}[1;2D")
        == [.key(.shiftUp), .key(.shiftDown), .key(.shiftRight), .key(.shiftLeft)])
    // rxvt's way to say shift.
    #expect(decode("\u{1B}[a\u{1B}[d") == [.key(.shiftUp), .key(.shiftLeft)])
    #expect(decode("\u{1B}[1;5C\u{1B}[C") == [.key(.right), .key(.right)])
  }

  @Test("mouse reports of both kinds say where and what") func mouse() {
    #expect(decode("\u{1B}[<0;10;5M") == [.mouse(MouseEvent(row: 4, column: 9, kind: .press))])
    #expect(decode("\u{1B}[<2;10;5m") == [.mouse(MouseEvent(row: 4, column: 9, kind: .release, button: 3))])
    #expect(decode("\u{1B}[<32;1;1M") == [.mouse(MouseEvent(row: 0, column: 0, kind: .drag))])
    #expect(decode("\u{1B}[<64;1;2M") == [.mouse(MouseEvent(row: 1, column: 0, kind: .wheelUp, button: 0))])
    #expect(decode("\u{1B}[<65;1;2M") == [.mouse(MouseEvent(row: 1, column: 0, kind: .wheelDown, button: 0))])
    #expect(decode("\u{1B}[M *%") == [.mouse(MouseEvent(row: 4, column: 9, kind: .press))])
    #expect(decode("\u{1B}[<0;0;5M\u{1B}[<0;5M\u{1B}[<999;5;5M\u{1B}[<35;5;5M") == [])
  }

  @Test("the terminal's own description is heeded") func terminfo() {
    var decoder = InputDecoder(sequences: [
      Array("\u{1B}A".utf8): .up, Array("\u{1B}[9z".utf8): .home, Array("\u{1B}Ox".utf8): .down,
    ])
    #expect(decoder.decode(Array("\u{1B}A\u{1B}[9z\u{1B}Ox".utf8)) == [.key(.up), .key(.home), .key(.down)])
  }
}
