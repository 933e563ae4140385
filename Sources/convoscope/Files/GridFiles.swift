import ConvolutionEngine
import Explorer
import Formats
import Storage
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Grids read from files and written to them, with failures as sentences and exit codes.
enum GridFiles {
  /// The grid in a file, or on standard input when the path is `-`.
  static func read(
    _ path: String, colors: PictureColors = .luminance, texts: TextTable
  ) throws(Failure) -> Tensor {
    do {
      return try GridReader.read(path: path, colors: colors)
    } catch {
      throw Failure(
        status: ExitStatus(rawValue: error.category.rawValue) ?? .badData,
        sentence: texts.sentence(for: error, file: path == "-" ? name(of: path) : path))
    }
  }

  /// Writes a grid in the format of the path's extension; the old file stays whole until the new one is.
  ///
  /// - Returns: a sentence when the file cannot hold the values as they are, such as a PNG.
  @discardableResult
  static func write(
    _ tensor: Tensor, to path: String, work: PendingWork? = nil, texts: TextTable
  ) throws(Failure) -> String? {
    let encoded: EncodedGrid
    do throws(FormatError) {
      encoded = try GridWriter.encode(tensor, path: path)
    } catch {
      throw Failure(status: .cannotWrite, sentence: texts.sentence(for: error, file: path))
    }
    try write(encoded.bytes, to: path, work: work, texts: texts)
    return texts.note(on: encoded.mapping, file: path)
  }

  /// Writes the bytes of a file; the old one stays whole until the new one is.
  static func write(
    _ bytes: [UInt8], to path: String, work: PendingWork? = nil, texts: TextTable
  ) throws(Failure) {
    do throws(StorageError) {
      try AtomicFile.write(bytes, to: path, control: work.map { .following($0, bytes: bytes.count) } ?? .none)
    } catch {
      let reason = texts.sentence(for: error)
      switch error {
      case .noSpace, .readOnly: throw Failure(status: .cannotWrite, sentence: reason)
      default: throw Failure(status: .cannotWrite, sentence: texts.text(.fileNotWritable, texts.named(path), reason))
      }
    }
  }

  /// What a session notes of the file; nil for standard input, and for a grid that it writes down in full.
  static func source(of path: String, holding tensor: Tensor, isColor: Bool = false) -> GridFile? {
    path == "-" ? nil : GridFile(path: absolute(path), holding: tensor, isColor: isColor)
  }

  /// A path that means the same from every folder.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// What a person calls the file: the last part of its path.
  static func name(of path: String) -> String {
    path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
  }
}
