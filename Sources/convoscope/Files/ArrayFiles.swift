import ConvolutionEngine
import Formats
import Storage
import Workbench

/// Arrays read from `.npy` files and written to them, with failures as sentences and exit codes.
enum ArrayFiles {
  /// Weights of whole networks are larger than pictures: VGG's first dense layer alone has 103 million numbers.
  private static let limits = GridLimits(bytes: 4 << 30, values: 1 << 29)

  /// The array in a file, or on standard input when the path is `-`.
  static func read<Element: ArrayElement>(
    _ path: String, as type: Element.Type, texts: TextTable
  ) throws(Failure) -> NDArray<Element> {
    do {
      return try ArrayReader.read(path: path, limits: limits, as: type)
    } catch {
      throw Failure(
        status: ExitStatus(rawValue: error.category.rawValue) ?? .badData,
        sentence: texts.sentence(for: error, file: path == "-" ? GridFiles.name(of: path) : path))
    }
  }

  /// Refuses the name of a format other than `.npy`, which is the only one that holds arrays.
  ///
  /// Meant to be asked before anything is computed.
  static func checkName(_ path: String, texts: TextTable) throws(Failure) {
    guard let format = GridFormat.named(by: path), !format.extensions.contains("npy") else { return }
    throw Failure(status: .cannotWrite, sentence: texts.text(.runOtherFormat, path, format.name))
  }

  /// Writes `.npy` to a file, or to standard output when the path is `-`; an old file stays whole until the new one is.
  ///
  /// - Throws: `Failure`, or `OutputError` for standard output.
  static func write<Element: ArrayElement>(_ array: NDArray<Element>, to path: String, texts: TextTable) throws {
    let bytes = ArrayWriter.encode(array)
    if path == "-" {
      try StandardStreams.writeOutput(bytes)
    } else {
      try GridFiles.write(bytes, to: path, texts: texts)
    }
  }
}
