import ConvolutionEngine

/// Reads a grid or tensor from a file of any known format.
///
/// The content decides the format; the name counts only for CSV and TSV, which have no mark of their own. Pictures and
/// CSV give 1×1×H×W, `.npy` arrays up to N×C×H×W. Colour becomes luminance, 0…255. The result is never empty.
package enum GridReader {
  /// The grid in the regular file at `path`, or on standard input when `path` is `-`.
  package static func read(path: String, limits: GridLimits = GridLimits()) throws(FormatError) -> Tensor {
    var source = try ByteSource(path: path, limit: limits.bytes)
    return try read(&source, path: path, limits: limits)
  }

  /// The grid in `bytes`; `name` stands for the file name.
  package static func read(
    bytes: [UInt8], name: String, limits: GridLimits = GridLimits()
  ) throws(FormatError) -> Tensor {
    var source = try ByteSource(bytes: bytes, name: Excerpt.of(name), limit: limits.bytes)
    return try read(&source, path: name, limits: limits)
  }

  private static func read(
    _ source: inout ByteSource, path: String, limits: GridLimits
  ) throws(FormatError) -> Tensor {
    let prefix = source.prefix
    // An extension that has to decide (CSV) does so before the guess by content, which cannot tell CSV from TSV.
    let byName = GridFormat.named(by: path).flatMap { $0.isKnownByExtension ? $0 : nil }
    let marked = GridFormat.catalog.first { !$0.isKnownByExtension && $0.recognises(prefix) }
    let guessed = GridFormat.catalog.first { $0.recognises(prefix) }
    guard let format = marked ?? byName ?? guessed else { throw .unknownFormat(name: source.name) }
    return try format.read(&source, limits)
  }
}
