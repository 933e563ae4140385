import ConvolutionEngine

extension GridFormat {
  static let netpbmName = "netpbm"

  /// Netpbm `P1` to `P6`, ASCII and raw.
  package static let netpbm = GridFormat(
    name: netpbmName, extensions: ["pbm", "pgm", "ppm", "pnm"], recognises: NetpbmScanner.recognises,
    isKnownByExtension: false, read: NetpbmReader.read, write: nil)
}

/// Reads netpbm pictures.
///
/// Bitmaps and greymaps keep the numbers of the file: 1 is ink in a bitmap, and a greymap runs from 0 to its own largest
/// value, so that a grid typed by hand shows what was typed. Pixmaps become luminance, 0…255, after their samples were
/// brought to 8 bits. Only the first picture of a file is read.
enum NetpbmReader {
  @Sendable static func read(_ source: inout ByteSource, limits: GridLimits) throws(FormatError) -> Tensor {
    let bytes = try source.remainder()
    var scanner = NetpbmScanner(bytes)
    let header = try NetpbmHeader(&scanner)
    let shape = try limits.shape(height: header.height, width: header.width, format: GridFormat.netpbmName)
    let start = scanner.index
    // A raw row has a known length; in ASCII every sample takes a digit, and a space unless it is a bit.
    let perSample = header.kind == .bitmap ? 1 : 2
    let needed =
      header.isRaw ? header.rawRowBytes * header.height : shape.count * header.samples * perSample - (perSample - 1)
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
    var values: [Float] = []
    values.reserveCapacity(shape.count)
    for _ in 0..<shape.count {
      switch header.kind {
      case .bitmap: values.append(Float(try scanner.bit()))
      case .greymap: values.append(Float(try sample(&scanner, header)))
      case .pixmap:
        let red = try sample(&scanner, header)
        let green = try sample(&scanner, header)
        let blue = try sample(&scanner, header)
        values.append(grey(red, green, blue, header.maximum))
      }
    }
    do {
      return try Tensor(shape: shape, values: values)
    } catch {
      throw .malformed(format: GridFormat.netpbmName, .empty, line: nil, column: nil)
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
    return Tensor(shape: shape) { (floats) -> Void in
      // Safe: the raster holds exactly `rawRowBytes * height` bytes, which the loops below stay within.
      raster.withUnsafeBufferPointer { bytes in
        func sample(_ index: Int) -> Int {
          isWide ? Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1]) : Int(bytes[index])
        }
        switch header.kind {
        case .bitmap:
          for row in 0..<shape.height {
            for column in 0..<shape.width {
              let byte = bytes[row * header.rawRowBytes + column >> 3]
              floats.initializeElement(
                at: row * shape.width + column, to: Float(byte >> UInt8(7 - column & 7) & 1))
            }
          }
        case .greymap:
          for index in 0..<floats.count { floats.initializeElement(at: index, to: Float(sample(index))) }
        case .pixmap where header.maximum == 255:
          for index in 0..<floats.count {
            let value = luminance(
              red: bytes[3 * index], green: bytes[3 * index + 1], blue: bytes[3 * index + 2])
            floats.initializeElement(at: index, to: value)
          }
        case .pixmap:
          for index in 0..<floats.count {
            let value = grey(
              sample(3 * index), sample(3 * index + 1), sample(3 * index + 2), header.maximum)
            floats.initializeElement(at: index, to: value)
          }
        }
      }
    }
  }

  /// The luminance of samples that run to `maximum`.
  private static func grey(_ red: Int, _ green: Int, _ blue: Int, _ maximum: Int) -> Float {
    func eightBits(_ sample: Int) -> UInt8 { UInt8(clamping: (sample * 255 + maximum / 2) / maximum) }
    return luminance(red: eightBits(red), green: eightBits(green), blue: eightBits(blue))
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
