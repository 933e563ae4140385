import Explorer
import Exporting

/// What can be taken away from the program, by the name of its format.
enum ExportFormat: String, CaseIterable {
  case png, svg, pdf, gif, cast
  case numpy, pytorch, swift
  case npy

  /// The format that a name ends in; a folder, which ends in a slash, gets the grids. Nil for other endings.
  static func named(by path: String) -> ExportFormat? {
    guard !path.hasSuffix("/") else { return .npy }
    let file = path.split(separator: "/").last ?? ""
    guard let point = file.lastIndex(of: "."), point != file.startIndex else { return nil }
    let ending = file[file.index(after: point)...].lowercased()
    return endings.first { $0.ending == ending }?.format
  }

  /// The endings that say what is wanted.
  static let endings: [(ending: String, format: ExportFormat)] = [
    ("png", .png), ("svg", .svg), ("pdf", .pdf), ("gif", .gif), ("cast", .cast), ("py", .numpy), ("swift", .swift),
  ]

  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
  var language: CodeLanguage? { CodeLanguage(rawValue: rawValue) }
}
