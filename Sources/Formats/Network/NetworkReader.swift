import ConvolutionEngine
import YAMLText

/// Reads a network from a YAML file.
///
///     name: tiny
///     input: [1, 28, 28]
///     layers:
///       - {name: conv1, kind: conv2d, filters: 8, kernel-size: 3, padding: 1}
///       - relu
///       - {name: conv2, kind: conv2d, filters: 8, kernel-size: 3, padding: 1}
///       - {kind: add, from: [conv1, conv2]}
///     output: add
///
/// - `input`: channels, height and width, or the number of features of a vector.
/// - `layers`: in the order in which they run. A kind alone stands for a layer without options.
///   - `kind`: one of `LayerCatalog`.
///   - `name`: the prefix of the layer's weights; the kind unless given, with `-2`, `-3` and so on from the second such layer on.
///   - `from`: what the layer takes: a name or a list of names of earlier layers, or `input`; the layer before it unless given.
///   - `filters` or `features`, `bias`, and the operator's parameters with their names on the command line. Several numbers
///     are a list, or, where no braces are around, have commas between them: `stride: [2, 1]` or `stride: 2,1`.
/// - `output`: the layer whose output is the network's; the last one unless given.
/// - `name`: what the network is called; `network` unless given.
///
/// Nothing else may stand in the file: a misspelt option would otherwise be left out in silence.
package enum NetworkReader {
  /// The largest file, in bytes.
  package static let byteLimit = 2 << 20
  /// The most layers.
  package static let layerLimit = 10_000

  /// The network in the regular file at `path`, or on standard input when `path` is `-`.
  package static func read(path: String) throws(NetworkFileError) -> Network {
    let bytes: [UInt8]
    do throws(FormatError) {
      var source = try ByteSource(path: path, limit: byteLimit)
      bytes = try source.remainder()
    } catch {
      throw .file(error)
    }
    return try read(bytes: bytes)
  }

  /// The network in `bytes`.
  package static func read(bytes: [UInt8]) throws(NetworkFileError) -> Network {
    guard bytes.count <= byteLimit else {
      throw .file(.tooLarge(.bytes, actual: bytes.count, limit: byteLimit))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .content(.notUTF8, line: nil) }
    let yaml: YAMLValue
    do throws(YAMLError) {
      yaml = try YAMLValue(text, sizeLimit: byteLimit)
    } catch {
      throw NetworkFileError(error)
    }
    return try NetworkText(yaml).network()
  }
}
