/// 255 colours and a transparent one for pictures that have few colours and many shades between them.
///
/// The most frequent colours are taken as they are, every other one is shown as the nearest of them. A drawing of ours has
/// some thirty colours of its own; the rest are the edges of letters, where nobody sees the difference.
struct Palette {
  /// The index that stands for what was there before.
  static let transparent: UInt8 = 255

  private let colors: [UInt32]
  private var known: [UInt32: UInt8] = [:]

  init(of pictures: [PixelPicture]) {
    var counts: [UInt32: Int] = [:]
    for picture in pictures { for pixel in picture.pixels { counts[pixel, default: 0] += 1 } }
    // Ties are broken by the colour, so that the same pictures make the same file.
    let frequent = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    colors = frequent.prefix(Int(Self.transparent)).map(\.key)
    for (index, color) in colors.enumerated() { known[color] = UInt8(index) }
  }

  /// 256 times red, green and blue.
  var components: [UInt8] {
    var bytes = colors.flatMap { [UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
    bytes += Array(repeating: 0, count: 768 - bytes.count)
    return bytes
  }

  /// The index of each pixel's colour.
  mutating func indices(of pixels: [UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(pixels.count)
    var last: (pixel: UInt32, index: UInt8)?
    for pixel in pixels {
      if let last, last.pixel == pixel {
        result.append(last.index)
      } else {
        let index = index(of: pixel)
        last = (pixel, index)
        result.append(index)
      }
    }
    return result
  }

  private mutating func index(of pixel: UInt32) -> UInt8 {
    if let index = known[pixel] { return index }
    let nearest = colors.indices.min { distance(colors[$0], pixel) < distance(colors[$1], pixel) } ?? 0
    known[pixel] = UInt8(nearest)
    return UInt8(nearest)
  }

  /// The squared distance, the green part weighing most and the blue part least, as in the eye.
  private func distance(_ first: UInt32, _ second: UInt32) -> Int {
    func part(_ shift: UInt32) -> Int { Int(first >> shift & 0xFF) - Int(second >> shift & 0xFF) }
    let (red, green, blue) = (part(16), part(8), part(0))
    return 3 * red * red + 6 * green * green + blue * blue
  }
}
