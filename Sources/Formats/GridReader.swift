import ConvolutionEngine

/// Reads a grid or tensor from a file of any known format.
///
/// The content decides the format; the name counts only for CSV and TSV, which have no mark of their own. CSV
/// gives 1×1×H×W, `.npy` arrays up to N×C×H×W. The colours of a picture become luminance, 0…255, in 1×1×H×W, or with
/// `.rgb` three channels in 1×3×H×W. The result is never empty.
package enum GridReader {
  /// The grid in the regular file at `path`, or on standard input when `path` is `-`.
  ///
  /// - Throws: `FormatError`; `.unsupported(_, .colors)` when colours are asked of a format that holds numbers.
  package static func read(
    path: String, limits: GridLimits = GridLimits(), colors: PictureColors = .luminance
  ) throws(FormatError) -> Tensor {
    var source = try ByteSource(path: path, limit: limits.bytes)
    return try read(&source, path: path, limits: limits, colors: colors)
  }

  /// The grid in `bytes`; `name` stands for the file name.
  package static func read(
    bytes: [UInt8], name: String, limits: GridLimits = GridLimits(), colors: PictureColors = .luminance
  ) throws(FormatError) -> Tensor {
    var source = try ByteSource(bytes: bytes, name: Excerpt.of(name), limit: limits.bytes)
    return try read(&source, path: name, limits: limits, colors: colors)
  }

  private static func read(
    _ source: inout ByteSource, path: String, limits: GridLimits, colors: PictureColors
  ) throws(FormatError) -> Tensor {
    let prefix = source.prefix
    // An extension that has to decide (CSV) does so before the guess by content, which cannot tell CSV from TSV.
    let byName = GridFormat.named(by: path).flatMap { $0.isKnownByExtension ? $0 : nil }
    let marked = GridFormat.catalog.first { !$0.isKnownByExtension && $0.recognises(prefix) }
    let guessed = GridFormat.catalog.first { $0.recognises(prefix) }
    guard let format = marked ?? byName ?? guessed else { throw .unknownFormat(name: source.name) }
    switch format.read {
    case .picture(let read): return try read(&source, limits, colors)
    case .numbers(let read):
      guard colors == .luminance else { throw .unsupported(format: format.name, .colors) }
      return try read(&source, limits)
    }
  }
}
