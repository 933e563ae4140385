/// Everything that can happen to a program that waits on its terminal.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted in one go (bracketed paste), as it came, not sanitised.
  case paste(String)
  /// The terminal has a new size, or the screen has to be drawn anew (after a stop).
  case resize(Size)
  /// The waker was used.
  case wake
  /// A watched descriptor has something to read.
  case readable(fileDescriptor: Int32)
  /// The system asks the program to end.
  case signal(TerminalSignal)
  /// Nothing happened for the time given.
  case timeout
  /// The terminal is gone: no event will come any more.
  case endOfInput
}

/// A signal that asks the program to end; it reaches the run loop first, so that work is saved.
package enum TerminalSignal: Hashable, Sendable, CaseIterable {
  case interrupt
  case terminate
  case hangup
  case quit
}

/// Something done with the mouse over one cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press
    case release
    case drag
    case wheelUp
    case wheelDown
  }

  package let row: Int
  package let column: Int
  package let kind: Kind
  /// 1 left, 2 middle, 3 right; 0 where no button is meant (wheel).
  package let button: Int

  package init(row: Int, column: Int, kind: Kind, button: Int = 1) {
    self.row = row
    self.column = column
    self.kind = kind
    self.button = button
  }
}
