import ConvolutionEngine

extension GridFormat {
  static let netpbmName = "netpbm"

  /// Netpbm `P1` to `P6`, ASCII and raw.
  package static let netpbm = GridFormat(
    name: netpbmName, extensions: ["pbm", "pgm", "ppm", "pnm"], recognises: NetpbmScanner.recognises,
    isKnownByExtension: false, read: .picture(NetpbmReader.read), write: nil)
}

/// Reads netpbm pictures.
///
/// Bitmaps and greymaps keep the numbers of the file: 1 is ink in a bitmap, and a greymap runs from 0 to its own largest
/// value, so that a grid typed by hand shows what was typed. The samples of pixmaps are brought to 8 bits and become
/// luminance or three channels, 0…255. Only the first picture of a file is read.
enum NetpbmReader {
  @Sendable static func read(
    _ source: inout ByteSource, limits: GridLimits, colors: PictureColors
  ) throws(FormatError) -> Tensor {
    let bytes = try source.remainder()
    var scanner = NetpbmScanner(bytes)
    let header = try NetpbmHeader(&scanner)
    let shape = try limits.shape(
      channels: colors.channels, height: header.height, width: header.width, format: GridFormat.netpbmName)
    let start = scanner.index
    // A raw row has a known length; in ASCII every sample takes a digit, and a space unless it is a bit.
    let perSample = header.kind == .bitmap ? 1 : 2
    let needed =
      header.isRaw
      ? header.rawRowBytes * header.height
      : header.height * header.width * header.samples * perSample - (perSample - 1)
    guard bytes.count - start >= needed else {
      throw .truncated(format: GridFormat.netpbmName, expected: start + needed, actual: bytes.count)
    }
    return header.isRaw
      ? try readRaw(bytes[start..<start + needed], header, shape)
      : try readASCII(&scanner, header, shape)
  }

  private static func readASCII(
    _ scanner: inout NetpbmScanner, _ header: NetpbmHeader, _ shape: Shape
  ) throws(FormatError) -> Tensor {
    let pixels = shape.height * shape.width
    if header.kind == .pixmap {
      var samples: [UInt8] = []
      samples.reserveCapacity(3 * pixels)
      for _ in 0..<3 * pixels { samples.append(eightBits(try sample(&scanner, header), header.maximum)) }
      return PictureSamples(perPixel: 3, bytes: samples).tensor(shape)
    }
    var plane: [Float] = []
    plane.reserveCapacity(pixels)
    for _ in 0..<pixels {
      plane.append(header.kind == .bitmap ? Float(try scanner.bit()) : Float(try sample(&scanner, header)))
    }
    return Tensor(shape: shape) { (floats) -> Void in
      // Safe: every plane of the shape has as many cells as `plane`.
      for index in 0..<floats.count { floats.initializeElement(at: index, to: plane[index % pixels]) }
    }
  }

  private static func sample(_ scanner: inout NetpbmScanner, _ header: NetpbmHeader) throws(FormatError) -> Int {
    let value = try scanner.number()
    guard value <= header.maximum else {
      throw scanner.fault(.sampleAboveMaximum(value, maximum: header.maximum))
    }
    return value
  }

  private static func readRaw(
    _ raster: ArraySlice<UInt8>, _ header: NetpbmHeader, _ shape: Shape
  ) throws(FormatError) -> Tensor {
    let isWide = header.maximum > 255
    try checkSamples(raster, isWide: isWide, header: header)
    let pixels = shape.height * shape.width
    // Safe: the raster holds exactly `rawRowBytes * height` bytes, which the loops below stay within.
    return raster.withUnsafeBufferPointer { bytes in
      func sample(_ index: Int) -> Int {
        isWide ? Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1]) : Int(bytes[index])
      }
      if header.kind == .pixmap {
        let samples =
          header.maximum == 255 ? Array(bytes) : (0..<3 * pixels).map { eightBits(sample($0), header.maximum) }
        return PictureSamples(perPixel: 3, bytes: samples).tensor(shape)
      }
      return Tensor(shape: shape) { (floats) -> Void in
        for index in 0..<floats.count {
          let pixel = index % pixels
          guard header.kind == .bitmap else {
            floats.initializeElement(at: index, to: Float(sample(pixel)))
            continue
          }
          let (row, column) = pixel.quotientAndRemainder(dividingBy: shape.width)
          let byte = bytes[row * header.rawRowBytes + column >> 3]
          floats.initializeElement(at: index, to: Float(byte >> UInt8(7 - column & 7) & 1))
        }
      }
    }
  }

  /// A sample that runs to `maximum`, rounded to 0…255.
  private static func eightBits(_ sample: Int, _ maximum: Int) -> UInt8 {
    UInt8(clamping: (sample * 255 + maximum / 2) / maximum)
  }

  /// Refuses a raw raster with a sample above the header's largest value.
  private static func checkSamples(
    _ raster: ArraySlice<UInt8>, isWide: Bool, header: NetpbmHeader
  ) throws(FormatError) {
    guard header.kind != .bitmap, header.maximum != 255, header.maximum != 65_535 else { return }
    let start = raster.startIndex
    for index in 0..<(isWide ? raster.count / 2 : raster.count) {
      let sample =
        isWide
        ? Int(raster[start + 2 * index]) << 8 | Int(raster[start + 2 * index + 1]) : Int(raster[start + index])
      guard sample <= header.maximum else {
        throw .malformed(
          format: GridFormat.netpbmName, .sampleAboveMaximum(sample, maximum: header.maximum), line: nil,
          column: nil)
      }
    }
  }
}
