import TerminalKit

/// What is to be taken away, and how it is to look.
package struct ExportRequest: Equatable, Sendable {
  /// The file; its ending says what is made.
  package let path: String
  /// What is made where the ending leaves a choice, such as `pytorch`; nil for what the ending says.
  package let format: String?
  /// Output cells per second of what moves.
  package let cellsPerSecond: Int
  /// The terminal of a recording: the one that is in use.
  package let size: Size

  package init(path: String, format: String?, cellsPerSecond: Int, size: Size) {
    self.path = path
    self.format = format
    self.cellsPerSecond = cellsPerSecond
    self.size = size
  }
}
