/// The grey value of a colour, 0…255.
///
/// Pillow's `convert("L")` in its own integers (`L24` of libImaging/Convert.c), which is
/// (R·299 + G·587 + B·114) / 1000 rounded: results equal Pillow's bit for bit, and grids show whole numbers.
@inline(__always)
func luminance(red: UInt8, green: UInt8, blue: UInt8) -> Float {
  Float((UInt32(red) &* 19_595 &+ UInt32(green) &* 38_470 &+ UInt32(blue) &* 7_471 &+ 0x8000) >> 16)
}

/// A sample of opacity `alpha` laid over white paper, rounded to nearest.
@inline(__always)
func overWhite(_ sample: UInt8, alpha: UInt8) -> UInt8 {
  let sum = UInt32(sample) &* UInt32(alpha) &+ 255 &* (255 &- UInt32(alpha))
  return UInt8(truncatingIfNeeded: (sum &+ 127) / 255)
}
