import TerminalKit
import TestSupport
import Testing

@testable import NCursesTerminal

/// Damaged bytes of a keyboard: they mean the same however they are cut, they end, and no key steers a terminal.
@Suite("Fuzzed keyboard")
struct KeyboardFuzzTests {
  private static let samples = [
    "\u{1B}[A\u{1B}OB\u{12}x\r卷👍", "\u{1B}[200~1\t2\r3\u{1B}[201~q", "\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[M !!q",
    "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}P1$r0m\u{1B}\\\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[114;5u\u{1B}[27;5;114~\u{1B}[[A",
  ]
  private static let tokens = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{7}", "\u{18}", "~", ";", "M", "m", "<", "?",
    "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[M", "99999999999999999999", "\u{9B}", "卷", "u", "$y",
  ]

  @Test("no bytes of a keyboard break the decoder, and how they are cut does not matter") func keyboard() throws {
    let samples = Self.samples.map { Array($0.utf8) }
    try ReaderFuzzing("keyboard", samples: samples, tokens: Self.tokens).run { input in
      var whole = InputDecoder()
      var cut = InputDecoder()
      let events = whole.decode(input)
      var parts: [TerminalEvent] = []
      for byte in input { parts += cut.decode([byte]) }
      try require(parts == events, "byte by byte there are other events")
      try require(events.count <= 2 * input.count + 2, "more events than bytes")
      for event in events {
        guard case .key(.character(let character)) = event else { continue }
        try requireHarmless(String(character))
      }
      whole.expire()
      _ = whole.drain()
      try require(whole.patience == nil, "still waiting after it has given up")
      try require(whole.decode([0x71]) == [.key(.character("q"))], "the next key is lost")
      return events.isEmpty ? .refused : .accepted
    }
  }
}
