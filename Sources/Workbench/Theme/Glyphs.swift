/// The signs that frames, grids and sums are drawn with: Unicode, or ASCII for terminals that show nothing else.
package struct Glyphs: Equatable, Sendable {
  package let unicode: Bool

  package init(unicode: Bool) {
    self.unicode = unicode
  }

  package var horizontal: Character { unicode ? "─" : "-" }
  /// The part of a bar that lies behind one.
  package var passed: Character { unicode ? "━" : "=" }
  package var vertical: Character { unicode ? "│" : "|" }
  package var topLeft: Character { unicode ? "╭" : "+" }
  package var topRight: Character { unicode ? "╮" : "+" }
  package var bottomLeft: Character { unicode ? "╰" : "+" }
  package var bottomRight: Character { unicode ? "╯" : "+" }
  /// Before the title of the panel that has the keys.
  package var focus: String { unicode ? "▸" : ">" }
  /// A cell outside the picture that counts as zero.
  package var ghostZero: String { unicode ? "·" : "." }
  /// A cell of the padding in the row or column that one side has more than the other.
  package var ghostOdd: String { unicode ? "∘" : "o" }
  /// Before a number of the output padding.
  package var outputPadding: String { unicode ? "┊" : ":" }
  package var unknown: String { "?" }
  /// Before a number that hangs on the selected cell.
  package var linked: String { "*" }
  /// Before a number that differs from the one it is compared with.
  package var beyond: String { unicode ? "≠" : "!" }
  package var times: String { unicode ? "×" : "x" }
  package var ellipsis: String { unicode ? "…" : "..." }
  package var approximately: String { unicode ? "≈" : "~" }
  package var separator: String { unicode ? " · " : " - " }
  package var bullet: String { unicode ? "•" : "*" }
  package var quote: String { unicode ? "▏" : "|" }
  package var open: String { unicode ? "☐" : "[ ]" }
  package var done: String { unicode ? "☑" : "[x]" }
  /// What is chosen rightly or wrongly, each one column wide.
  package var right: String { unicode ? "✓" : "+" }
  package var wrong: String { unicode ? "✗" : "x" }
  package var skipped: String { unicode ? "☒" : "[-]" }
  package var typing: String { unicode ? "▏" : "_" }

  /// A text of the interface or a lesson as this terminal shows it: unchanged, or with the usual typographic signs
  /// and arrows written in ASCII. Other letters stay; the terminal decides what becomes of them.
  package func plain(_ text: String) -> String {
    guard !unicode, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.reduce(into: "") { result, character in
      result += Self.ascii[character] ?? String(character)
    }
  }

  private static let ascii: [Character: String] = [
    "×": "x", "·": "-", "–": "-", "—": "-", "−": "-", "…": "...", "“": "\"", "”": "\"", "‘": "'", "’": "'",
    "→": "Right", "←": "Left", "↑": "Up", "↓": "Down", "▶": ">", "‖": "||", "≤": "<=", "≥": ">=", "≈": "~", "≠": "!=",
    "±": "+-",
    "☐": "[ ]", "☑": "[x]", "☒": "[-]", "•": "*", "Σ": "sum", "∞": "inf", "│": "|", "●": "*", "○": " ", "★": "*",
    "∗": "*",
    "°": " degrees", "↻": "turned", "∘": "o", "┊": ":", "Δ": "delta", "²": "^2",
    "⌊": "floor(", "⌋": ")", "∫": "integral", "▸": ">",
  ]
}
