/// Why a grid could not be read, or could not be encoded. Facts only; the sentences are made where they are shown.
package enum FormatError: Error, Equatable, Sendable {
  /// Nothing exists at the path.
  case notFound(path: String)
  /// The path names a folder.
  case isDirectory(path: String)
  /// The path names a pipe, device or socket. Pipes are read as standard input (`-`) only.
  case notRegularFile(path: String)
  /// The path may not be read.
  case permissionDenied(path: String)
  /// The system refused with `code` (an `errno`).
  case ioError(path: String, code: Int32)
  /// `actual` is more than the `limit`; refused before anything of that size was allocated.
  case tooLarge(FormatQuantity, actual: Int, limit: Int)
  /// Neither the first bytes nor the name say what this is.
  case unknownFormat(name: String)
  /// The first bytes are not those of the one format that is asked for; `found` is the format whose bytes they are.
  case otherFormat(name: String, expected: String, found: String?)
  /// The data ends early: `expected` bytes are the least that the header promises, `nil` where it promises none.
  case truncated(format: String, expected: Int?, actual: Int)
  /// The data breaks the rules of its format. `line` and `column` count from 1; in CSV the column is the cell's.
  case malformed(format: String, FormatFault, line: Int?, column: Int?)
  /// Valid data, but of a kind that is not read or not written here.
  case unsupported(format: String, UnsupportedFeature)
  /// No format that is written has this file name extension.
  case unknownOutputFormat(name: String)
}

/// What is too large.
package enum FormatQuantity: String, Equatable, Sendable {
  case bytes
  /// The bytes of a header.
  case header
  case values
  case side
}

/// What is wrong inside malformed data. Texts are excerpts of at most 40 harmless characters.
package enum FormatFault: Equatable, Sendable {
  /// The header, or its named part, cannot be understood.
  case header(String)
  /// This is where a number was expected.
  case notANumber(String)
  /// A number that no finite Float32 can hold.
  case outsideFloatRange(String)
  /// A cell of more bytes than any number needs.
  case cellTooLong(limit: Int)
  /// A row of another length than the first.
  case unevenRow(expected: Int, actual: Int)
  /// A sample above the largest value that the header allows.
  case sampleAboveMaximum(Int, maximum: Int)
  /// A side is 0, or there is no cell at all.
  case empty
  /// Bytes follow the last value.
  case trailingBytes(Int)
  /// What the decoding library said.
  case library(String)
}

/// What is valid and yet not handled.
package enum UnsupportedFeature: Equatable, Sendable {
  /// NumPy elements that are Python objects.
  case objectElements
  /// NumPy elements made of several fields.
  case structuredElements
  /// A NumPy element type such as `c16`.
  case elementType(String)
  /// A version of the format.
  case version(Int)
  /// An array of more axes than are read: four as a grid.
  case axes(Int, limit: Int)
  /// A JPEG in printing colours (CMYK or YCCK).
  case printingColours
  /// Netpbm's `P7`.
  case arbitraryMap
  /// Colours were asked of a format that holds numbers.
  case colors
  /// A format that holds one plane was asked to hold this many.
  case planes(Int)
}

/// Which kind of failure this is; the program's exit code follows from it.
package enum FormatErrorCategory: Int32, Equatable, Sendable {
  /// Input missing or unreadable: exit code 66.
  case missing = 66
  /// Bad data: exit code 65.
  case badData = 65
  /// Cannot be written: exit code 73.
  case cannotWrite = 73
}

extension FormatError {
  package var category: FormatErrorCategory {
    switch self {
    case .notFound, .isDirectory, .notRegularFile, .permissionDenied, .ioError: .missing
    case .tooLarge, .unknownFormat, .otherFormat, .truncated, .malformed: .badData
    case .unsupported(_, .planes): .cannotWrite
    case .unsupported: .badData
    case .unknownOutputFormat: .cannotWrite
    }
  }
}
