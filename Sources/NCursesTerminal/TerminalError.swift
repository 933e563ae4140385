/// Why there is no terminal to work on; nothing has been written to it then.
package enum TerminalError: Error, Equatable, Sendable {
  /// Where the picture should go is a file or a pipe.
  case outputIsNotATerminal
  /// Standard input is no terminal and there is no controlling terminal to read keys from.
  case inputIsNotATerminal
  /// The system has no description of the terminal type; empty when `TERM` isn't set.
  case unknownTerminalType(String)
  /// The type can't place the cursor (`dumb`).
  case terminalTypeTooSimple(String)
  /// A terminal of this process is open already.
  case alreadyOpen
  /// The system refused what a terminal needs (descriptors, memory).
  case systemRefused
}
