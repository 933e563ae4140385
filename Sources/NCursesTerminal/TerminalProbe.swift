import CNCurses
import TerminalKit

/// What a screen on standard output would find; nothing is opened or written for it.
package struct TerminalProbe: Equatable, Sendable {
  /// `TERM`; empty when it is not set.
  package let type: String
  /// Why the type is of no use; nil when it is.
  package let problem: TerminalError?
  /// The colours of the type; 0 without colour.
  package let colors: Int
  /// Nil where standard output is no terminal, or one that does not tell its size.
  package let size: Size?
  package let outputIsTerminal: Bool
  /// Whether the locale allows UTF-8, as a screen would adopt it.
  package let isUTF8: Bool
  /// Milliseconds that an escape waits for the rest of a key's sequence.
  package let escapeDelay: Int

  /// Looks at the process's own terminal and environment.
  package init() {
    isUTF8 = TerminalLocale.adopt()
    let found = cnc_probe(1)
    type = String(cString: cnc_type())
    problem =
      switch Int(found.type) {
      case CNC_UNKNOWN_TYPE: .unknownTerminalType(type)
      case CNC_TYPE_TOO_SIMPLE: .terminalTypeTooSimple(type)
      default: nil
      }
    colors = Int(found.colors)
    size = found.height > 0 && found.width > 0 ? Size(rows: Int(found.height), columns: Int(found.width)) : nil
    outputIsTerminal = found.output_is_terminal
    escapeDelay = Int(cnc_escape_delay())
  }
}
