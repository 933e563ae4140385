import Explorer
import Exporting
import TerminalKit
import Workbench

/// What is wanted of an export besides its format.
struct ExportSettings {
  /// The output cell that is current, or that an animation begins with; nil for where the explorer stands.
  var cell: (row: Int, column: Int)?
  /// The pixels from left to right; nil for what suits the format.
  var width: Int?
  /// Output cells per second.
  var speed: Int
  /// The most steps of an animation.
  var steps: Int
  /// The terminal of a text cast, and of a picture of any view but the numbers; nil for what suits the format.
  var terminal: Size?

  /// As fast as the screen plays at first.
  static let standardSpeed = 6
  static let standardSteps = 100
  static let steps = 1...1000
  static let rows = 10...200
  static let columns = 30...500
  static let castTerminal = Size(rows: 24, columns: 80)
  /// As wide as a slide for its height.
  static let pictureTerminal = Size(rows: 28, columns: 100)
}

/// What an export has made: files with their bytes, and what there is to say about it.
struct ExportResult {
  /// One file without a name of its own, or several for a folder.
  var files: [(name: String?, bytes: [UInt8])]
  /// A sentence, such as that not all steps are in it.
  var note: String?
}
