import ConvolutionEngine

/// A decoded picture of 8-bit samples, row after row without gaps: 1 grey, 2 grey with alpha, 3 RGB, 4 RGB with alpha.
/// Alpha is not premultiplied.
struct PictureSamples {
  let perPixel: Int
  let bytes: [UInt8]

  /// The picture as a tensor of this shape: one channel of luminance, or three of red, green and blue. Alpha lies over
  /// white.
  func tensor(_ shape: Shape) -> Tensor {
    Tensor(shape: shape) { (floats) -> Void in
      // Safe: there are `perPixel` bytes for each pixel of the shape, and `floats` holds 1 or 3 planes of pixels.
      bytes.withUnsafeBufferPointer { bytes in
        let pixels = shape.height * shape.width
        if shape.channels == 1 {
          writeLuminance(bytes, to: floats, pixels: pixels)
        } else {
          for channel in 0..<shape.channels { writePlane(channel, bytes, to: floats, pixels: pixels) }
        }
      }
    }
  }

  private func writeLuminance(
    _ bytes: UnsafeBufferPointer<UInt8>, to floats: UnsafeMutableBufferPointer<Float>, pixels: Int
  ) {
    switch perPixel {
    case 1:
      for index in 0..<pixels { floats.initializeElement(at: index, to: Float(bytes[index])) }
    case 2:
      for index in 0..<pixels {
        let grey = overWhite(bytes[2 * index], alpha: bytes[2 * index + 1])
        floats.initializeElement(at: index, to: Float(grey))
      }
    case 3:
      for index in 0..<pixels {
        let value = luminance(red: bytes[3 * index], green: bytes[3 * index + 1], blue: bytes[3 * index + 2])
        floats.initializeElement(at: index, to: value)
      }
    default:
      for index in 0..<pixels {
        let alpha = bytes[4 * index + 3]
        let value = luminance(
          red: overWhite(bytes[4 * index], alpha: alpha), green: overWhite(bytes[4 * index + 1], alpha: alpha),
          blue: overWhite(bytes[4 * index + 2], alpha: alpha))
        floats.initializeElement(at: index, to: value)
      }
    }
  }

  /// One colour of every pixel, as a plane of its own.
  private func writePlane(
    _ channel: Int, _ bytes: UnsafeBufferPointer<UInt8>, to floats: UnsafeMutableBufferPointer<Float>, pixels: Int
  ) {
    let start = channel * pixels
    let offset = perPixel < 3 ? 0 : channel
    if perPixel.isMultiple(of: 2) {
      for index in 0..<pixels {
        let pixel = perPixel * index
        let sample = overWhite(bytes[pixel + offset], alpha: bytes[pixel + perPixel - 1])
        floats.initializeElement(at: start + index, to: Float(sample))
      }
    } else {
      for index in 0..<pixels {
        floats.initializeElement(at: start + index, to: Float(bytes[perPixel * index + offset]))
      }
    }
  }
}
