import ConvolutionEngine

extension GridFormat {
  static let pngName = "PNG"

  /// PNG of every kind; written as 8-bit grey.
  package static let png = GridFormat(
    name: pngName, extensions: ["png"], recognises: { $0.starts(with: PNGHeader.signature) },
    isKnownByExtension: false, read: .picture(PNGReader.read), write: PNGWriter.write)
}

/// Reads PNG as luminance or in colour, 0…255. Alpha lies over white; 16-bit samples count as 8-bit ones; a gamma other than sRGB's
/// is converted by libpng.
enum PNGReader {
  @Sendable static func read(
    _ source: inout ByteSource, limits: GridLimits, colors: PictureColors
  ) throws(FormatError) -> Tensor {
    let file = try source.remainder()
    let header = try PNGHeader(file)
    let shape = try limits.shape(
      channels: colors.channels, height: header.height, width: header.width, format: GridFormat.pngName)
    try header.requirePlausible(available: file.count)
    let samples = try PNGCodec.decode(file, header: header)
    return samples.tensor(shape)
  }
}

/// Writes one plane as 8-bit grey: rounded when all values lie in 0…255, else with the smallest value black and the
/// largest white. A plane of one finite value outside 0…255 becomes black.
enum PNGWriter {
  @Sendable static func write(_ tensor: Tensor) throws(FormatError) -> EncodedGrid {
    try GridWriter.requirePlane(tensor, format: GridFormat.pngName)
    let mapping = mapping(of: tensor.values)
    let samples = tensor.values.map { sample($0, mapping) }
    let bytes = try PNGCodec.encodeGrey(samples, width: tensor.shape.width, height: tensor.shape.height)
    return EncodedGrid(bytes: bytes, mapping: mapping)
  }

  private static func mapping(of values: [Float]) -> ValueMapping {
    var minimum = Float.infinity
    var maximum = -Float.infinity
    var nonFinite = 0
    for value in values {
      if value.isFinite {
        minimum = min(minimum, value)
        maximum = max(maximum, value)
      } else {
        nonFinite += 1
      }
    }
    if nonFinite == values.count { (minimum, maximum) = (0, 0) }
    if nonFinite == 0, minimum >= 0, maximum <= 255 { return .rounded }
    return .scaled(minimum: minimum, maximum: maximum, nonFinite: nonFinite)
  }

  private static func sample(_ value: Float, _ mapping: ValueMapping) -> UInt8 {
    guard case .scaled(let minimum, let maximum, _) = mapping else { return UInt8(value.rounded()) }
    guard value.isFinite else { return value == .infinity ? 255 : 0 }
    // In Double, where the span of two Float32 values cannot overflow.
    let span = Double(maximum) - Double(minimum)
    guard span > 0 else { return 0 }
    return UInt8(((Double(value) - Double(minimum)) / span * 255).rounded())
  }
}
