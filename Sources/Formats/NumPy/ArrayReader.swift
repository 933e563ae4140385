import ConvolutionEngine

/// Reads an array of any rank from a `.npy` file, which is the only format that holds one.
///
/// Bool, whole numbers and floats up to 64 bits in either byte order become Float or Double; Fortran order becomes
/// C order. Unlike a grid, an array may have no axis at all (one value) or be empty (an axis of 0).
package enum ArrayReader {
  /// The most axes, which is what NumPy 1 allows.
  static let rankLimit = 32

  /// The array in the regular file at `path`, or on standard input when `path` is `-`.
  ///
  /// Float takes whole numbers beyond 2^24, and Double those beyond 2^53, as the nearest value.
  ///
  /// - Parameter limits: `bytes` and `values` hold. An array may be one long row, so that one axis may be as long as
  ///   `values` allows; `side` is for grids. As in `NDArray`, an axis of 0 does not excuse the others.
  /// - Throws: `otherFormat` for what is no `.npy`; `tooLarge` for a limit; `malformed` with `outsideFloatRange` for a
  ///   finite 64-bit number that Float cannot hold; and what `GridReader` throws for missing and damaged files.
  package static func read<Element: ArrayElement>(
    path: String, limits: GridLimits = GridLimits(), as type: Element.Type
  ) throws(FormatError) -> NDArray<Element> {
    var source = try ByteSource(path: path, limit: limits.bytes)
    return try read(&source, limits: limits)
  }

  /// The array in `bytes`; `name` stands for the file name.
  package static func read<Element: ArrayElement>(
    bytes: [UInt8], name: String, limits: GridLimits = GridLimits(), as type: Element.Type
  ) throws(FormatError) -> NDArray<Element> {
    var source = try ByteSource(bytes: bytes, name: Excerpt.of(name), limit: limits.bytes)
    return try read(&source, limits: limits)
  }

  private static func read<Element: ArrayElement>(
    _ source: inout ByteSource, limits: GridLimits
  ) throws(FormatError) -> NDArray<Element> {
    try requireMagic(source)
    let bytes = try source.remainder()
    let header = try NPYHeader(bytes)
    let rank = header.axes.count
    guard rank <= rankLimit else {
      throw .unsupported(format: GridFormat.npyName, .axes(rank, limit: rankLimit))
    }
    let count = try limits.count(of: header.axes)
    let values = try Element.npyValues(header, in: bytes, count: count)
    do {
      return try NDArray(axes: header.axes, values: values)
    } catch {
      // Not reached: the axes are not negative, and their product is known and is the number of values.
      throw .tooLarge(.values, actual: .max, limit: limits.values)
    }
  }

  /// A start of the magic number is left to the header, which says that the rest is missing.
  private static func requireMagic(_ source: borrowing ByteSource) throws(FormatError) {
    let start = source.prefix.prefix(NPYHeader.magic.count)
    guard !NPYHeader.magic.starts(with: start) else { return }
    let found = GridFormat.catalog.first { !$0.isKnownByExtension && $0.recognises(source.prefix) }
    throw .otherFormat(name: source.name, expected: GridFormat.npyName, found: found?.name)
  }
}
