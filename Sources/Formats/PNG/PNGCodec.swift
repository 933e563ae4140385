import CPNG

/// The fence around libpng: 8-bit samples in, 8-bit samples out.
///
/// Only the simplified `png_image` functions: they return errors, while all others longjmp over Swift frames.
enum PNGCodec {
  /// Decodes a whole file whose size is known to be affordable. 16-bit samples are scaled to 8 bits (v / 257, rounded),
  /// palettes and small bit depths expanded, interlacing undone.
  static func decode(_ file: [UInt8], header: PNGHeader) throws(FormatError) -> PictureSamples {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    // Frees what libpng holds, on every path; harmless on an image that holds nothing.
    defer { png_image_free(&image) }

    // The memory must stay in place from begin to finish, so both happen inside one closure.
    var samples: PictureSamples?
    file.withUnsafeBytes { raw in
      guard png_image_begin_read_from_memory(&image, raw.baseAddress, raw.count) != 0 else { return }
      // Without this flag libpng takes 16-bit files that name no gamma for linear light.
      image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
      let hasColour = image.format & png_uint_32(PNG_FORMAT_FLAG_COLOR) != 0
      let hasAlpha = image.format & png_uint_32(PNG_FORMAT_FLAG_ALPHA) != 0
      image.format =
        (hasColour ? png_uint_32(PNG_FORMAT_FLAG_COLOR) : 0) | (hasAlpha ? png_uint_32(PNG_FORMAT_FLAG_ALPHA) : 0)
      let perPixel = (hasColour ? 3 : 1) + (hasAlpha ? 1 : 0)
      // libpng writes width × height × perPixel bytes, so the size comes from the header that was checked.
      guard Int(image.width) == header.width, Int(image.height) == header.height else { return }
      let size = header.width * header.height * perPixel
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        // Row stride 0 means rows without gaps. No background: alpha is kept and laid over white by us.
        if png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0 { count = size }
      }
      if bytes.count == size { samples = PictureSamples(perPixel: perPixel, bytes: bytes) }
    }
    guard let samples else { throw failure(&image) }
    return samples
  }

  /// An 8-bit grey file from rows without gaps; both sides must be at least 1.
  static func encodeGrey(_ samples: [UInt8], width: Int, height: Int) throws(FormatError) -> [UInt8] {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    guard let columns = png_uint_32(exactly: width), let rows = png_uint_32(exactly: height) else {
      throw .tooLarge(.side, actual: max(width, height), limit: Int(png_uint_32.max))
    }
    image.width = columns
    image.height = rows
    image.format = 0
    // A noisy 4000×3000 plane took 4.2 s and 4.9 MB without this flag, 0.45 s and 7.5 MB with it.
    image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
    defer { png_image_free(&image) }

    // More than deflate's worst case (PNG_ZLIB_MAX_SIZE) with a filter byte per row and the chunk frames.
    let raw = samples.count + height
    let bound = raw + raw / 8 + 4096
    var isWritten = false
    let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var size = bound
      isWritten = png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, samples, 0, nil) != 0
      count = isWritten ? size : 0
    }
    guard isWritten else { throw failure(&image) }
    return bytes
  }

  /// What libpng said, as a fact.
  private static func failure(_ image: inout png_image) -> FormatError {
    let message = withUnsafeBytes(of: &image.message) { Excerpt.of($0.prefix { $0 != 0 }) }
    return .malformed(format: GridFormat.pngName, .library(message), line: nil, column: nil)
  }
}
