import ConvolutionEngine

extension GridFormat {
  static let jpegName = "JPEG"

  /// JPEG in grey or colour, baseline and progressive.
  package static let jpeg = GridFormat(
    name: jpegName, extensions: ["jpg", "jpeg"], recognises: { $0.starts(with: [0xFF, 0xD8, 0xFF]) },
    isKnownByExtension: false, read: .picture(JPEGReader.read), write: nil)
}

/// Reads JPEG in colour, or as luminance through RGB as Pillow does, 0…255. The orientation that a camera notes beside the picture
/// is not applied.
enum JPEGReader {
  /// A block of 8×8 pixels takes at least one bit in a Huffman-coded file, so one byte cannot hold more than this.
  private static let pixelsPerByte = 512

  @Sendable static func read(
    _ source: inout ByteSource, limits: GridLimits, colors: PictureColors
  ) throws(FormatError) -> Tensor {
    let file = try source.remainder()
    var accepted: Shape?
    let samples = try JPEGCodec.decode(file) { (height, width) throws(FormatError) in
      let shape = try limits.shape(
        channels: colors.channels, height: height, width: width, format: GridFormat.jpegName)
      let least = height * width / pixelsPerByte
      guard file.count >= least else {
        throw .truncated(format: GridFormat.jpegName, expected: least, actual: file.count)
      }
      accepted = shape
    }
    guard let shape = accepted else {
      throw .malformed(format: GridFormat.jpegName, .empty, line: nil, column: nil)
    }
    return samples.tensor(shape)
  }
}
