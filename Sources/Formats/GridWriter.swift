import ConvolutionEngine

/// Turns a tensor into the bytes of a file whose format the extension names. Saving them is somebody else's work.
package enum GridWriter {
  /// The extensions that can be written, for help and messages.
  package static var extensions: [String] {
    GridFormat.catalog.filter { $0.write != nil }.flatMap(\.extensions)
  }

  /// - Throws: `unknownOutputFormat` for any other extension; `unsupported` when the format cannot hold the tensor.
  package static func encode(_ tensor: Tensor, path: String) throws(FormatError) -> EncodedGrid {
    guard let write = GridFormat.named(by: path)?.write else {
      throw .unknownOutputFormat(name: Excerpt.of(path))
    }
    return try write(tensor)
  }

  /// The one plane of `tensor`, for formats that hold no more.
  static func requirePlane(_ tensor: Tensor, format: String) throws(FormatError) {
    let planes = tensor.shape.batch * tensor.shape.channels
    guard planes == 1 else { throw .unsupported(format: format, .planes(planes)) }
    guard tensor.shape.count > 0 else { throw .malformed(format: format, .empty, line: nil, column: nil) }
  }
}
