import TerminalKit

/// Reads the two kinds of mouse reports; cells are counted from 0 here.
enum MouseReport {
  /// `ESC [ < button ; column ; row` with `M` (pressed, moved) or `m` (released).
  static func sgr(_ sequence: ControlSequence) -> MouseEvent? {
    let (press, release) = (UInt8(ascii: "M"), UInt8(ascii: "m"))
    guard sequence.final == press || sequence.final == release else { return nil }
    guard sequence.parameters.first == UInt8(ascii: "<") else { return nil }
    let fields = sequence.parameters.dropFirst()
    guard fields.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let numbers = ControlSequence.numbers(in: fields)
    guard numbers.count == 3 else { return nil }
    return event(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: sequence.final == release)
  }

  /// The three bytes after `ESC [ M`, each 32 more than its value.
  static func old(button: UInt8, column: UInt8, row: UInt8) -> MouseEvent? {
    let code = Int(button) - 32
    return event(code: code, column: Int(column) - 32, row: Int(row) - 32, isRelease: code & 3 == 3 && code & 64 == 0)
  }

  private static func event(code: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
    guard code >= 0, code < 128, column >= 1, row >= 1 else { return nil }
    let (row, column) = (row - 1, column - 1)
    if code & 64 != 0 {
      switch code & 3 {
      case 0: return MouseEvent(row: row, column: column, kind: .wheelUp, button: 0)
      case 1: return MouseEvent(row: row, column: column, kind: .wheelDown, button: 0)
      default: return nil
      }
    }
    let kind: MouseEvent.Kind = isRelease ? .release : code & 32 != 0 ? .drag : .press
    let button = code & 3 == 3 ? 0 : (code & 3) + 1
    // Moving without a button isn't asked for and means nothing.
    if kind == .drag, button == 0 { return nil }
    return MouseEvent(row: row, column: column, kind: kind, button: button)
  }
}
