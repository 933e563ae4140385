import CTurboJPEG

/// The fence around libjpeg-turbo: its TurboJPEG functions return errors and never exit or jump.
enum JPEGCodec {
  /// Decodes a file after `accept` has taken its height and width.
  ///
  /// A progressive file may ask for its whole picture to be gone over again and again; it gets 500 scans.
  static func decode(
    _ file: [UInt8], accept: (_ height: Int, _ width: Int) throws(FormatError) -> Void
  ) throws(FormatError) -> PictureSamples {
    guard let decoder = tjInitDecompress() else {
      throw .malformed(format: GridFormat.jpegName, .library("tjInitDecompress"), line: nil, column: nil)
    }
    defer { tjDestroy(decoder) }

    var width: Int32 = 0
    var height: Int32 = 0
    var subsampling: Int32 = 0
    var colours: Int32 = 0
    let size = UInt(file.count)
    let result = tjDecompressHeader3(decoder, file, size, &width, &height, &subsampling, &colours)
    guard result == 0 || isHarmless(decoder) else { throw failure(decoder) }
    guard colours != Int32(TJCS_CMYK.rawValue), colours != Int32(TJCS_YCCK.rawValue) else {
      throw .unsupported(format: GridFormat.jpegName, .printingColours)
    }
    try accept(Int(height), Int(width))

    let isGrey = colours == Int32(TJCS_GRAY.rawValue)
    let perPixel = isGrey ? 1 : 3
    let count = Int(width) * Int(height) * perPixel
    let layout = isGrey ? Int32(TJPF_GRAY.rawValue) : Int32(TJPF_RGB.rawValue)
    var isDecoded = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Zeroed first: after a warning TurboJPEG may have left rows out, and the warning may be a harmless one.
      buffer.initialize(repeating: 0)
      initialized = count
      // Pitch 0 means rows without gaps.
      let flags = TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS
      isDecoded =
        tjDecompress2(decoder, file, size, buffer.baseAddress, width, 0, height, layout, Int32(flags)) == 0
    }
    guard isDecoded || isHarmless(decoder) else { throw failure(decoder) }
    return PictureSamples(perPixel: perPixel, bytes: bytes)
  }

  /// Cameras pad their files between markers; every other warning means lost pixels.
  private static func isHarmless(_ decoder: tjhandle) -> Bool {
    tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) && message(decoder).contains("extraneous bytes")
  }

  private static func message(_ decoder: tjhandle) -> String {
    guard let text = tjGetErrorStr2(decoder) else { return "" }
    return String(cString: text)
  }

  private static func failure(_ decoder: tjhandle) -> FormatError {
    .malformed(
      format: GridFormat.jpegName, .library(Excerpt.of(message(decoder))), line: nil, column: nil)
  }
}
