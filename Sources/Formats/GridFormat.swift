import ConvolutionEngine

/// A file format of grids: how to know it, read it and, for some, write it.
package struct GridFormat: Sendable {
  /// The name in errors and in help.
  package let name: String
  /// File name extensions in lower case, without the dot.
  package let extensions: [String]
  /// Whether data that starts with these bytes (the first 64 KiB, or all of it) is of this format.
  package let recognises: @Sendable (_ prefix: [UInt8]) -> Bool
  /// Whether the file name alone may decide, because the content has no mark of its own.
  package let isKnownByExtension: Bool
  package let read: Reading
  /// `nil` for a format that is only read.
  package let write: (@Sendable (Tensor) throws(FormatError) -> EncodedGrid)?
}

extension GridFormat {
  /// How a format is read: as the numbers it holds, or as a picture that may have colours.
  package enum Reading: Sendable {
    case numbers(@Sendable (inout ByteSource, GridLimits) throws(FormatError) -> Tensor)
    case picture(@Sendable (inout ByteSource, GridLimits, PictureColors) throws(FormatError) -> Tensor)
  }
}

/// A grid as the bytes of a file, and what became of its values.
package struct EncodedGrid: Equatable, Sendable {
  package let bytes: [UInt8]
  package let mapping: ValueMapping
}

/// How values were turned into what the format can hold.
package enum ValueMapping: Equatable, Sendable {
  /// Every value is in the file, bit for bit.
  case exact
  /// All values lay in 0…255 and were rounded to whole numbers.
  case rounded
  /// `minimum` became 0 and `maximum` 255. `nonFinite` values had no place on that line: NaN and -inf are 0, inf is 255.
  case scaled(minimum: Float, maximum: Float, nonFinite: Int)
}

extension GridFormat {
  /// All formats, in the order in which they are tried. A new format is a new file and one line here.
  package static let catalog: [GridFormat] = [.npy, .png, .jpeg, .netpbm, .csv, .tsv]

  /// The format whose `extensions` hold that of `path`.
  package static func named(by path: String) -> GridFormat? {
    let suffix = fileExtension(of: path)
    return catalog.first { $0.extensions.contains(suffix) }
  }

  /// The extension of the last part of `path` in lower case without the dot; empty when it has none.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
