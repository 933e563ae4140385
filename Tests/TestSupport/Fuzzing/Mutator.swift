/// Damages bytes the ways files are damaged, and the ways somebody who means harm would: from a pool of good samples.
///
/// What it gives follows from the generator alone. A reader that took a damaged input gives it back by `keep`, so that
/// later ones start from there and get deeper than one step away from the samples.
package struct Mutator: Sendable {
  /// The longest input that is made.
  package static let longest = 1 << 16
  /// How many inputs are kept beside the samples.
  private static let keptLimit = 64

  private let samples: [[UInt8]]
  private let tokens: [[UInt8]]
  private var kept: [[UInt8]] = []

  /// - Parameters:
  ///   - samples: at least one; empty ones are left out.
  ///   - tokens: words that mean something to the reader.
  package init(samples: [[UInt8]], tokens: [String] = []) {
    let whole = samples.filter { !$0.isEmpty }
    self.samples = whole.isEmpty ? [[0]] : whole
    self.tokens = tokens.map { Array($0.utf8) }
  }

  /// A sample with one damage or, as often, with two to four: most of those are refused at the first.
  package mutating func next(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = source(&random)
    for _ in 0..<(Bool.random(using: &random) ? 1 : Int.random(in: 2...4, using: &random)) {
      damage(&bytes, &random)
      if bytes.count > Self.longest { bytes.removeLast(bytes.count - Self.longest) }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }

  /// Takes an input into the pool that `next` starts from.
  package mutating func keep(_ bytes: [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty, bytes.count <= 4096 else { return }
    if kept.count < Self.keptLimit {
      kept.append(bytes)
    } else {
      kept[Int.random(in: 0..<kept.count, using: &random)] = bytes
    }
  }

  private func source(_ random: inout SeededGenerator) -> [UInt8] {
    let index = Int.random(in: 0..<samples.count + kept.count, using: &random)
    return index < samples.count ? samples[index] : kept[index - samples.count]
  }

  /// One damage; `bytes` has at least one byte.
  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = Int.random(in: 1...min(32, bytes.count - place), using: &random)
    switch Int.random(in: 0..<11, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 3: bytes.removeSubrange(place..<place + length)
    case 4: bytes.removeSubrange(place...)
    case 5: splice(into: &bytes, at: place, &random)
    case 6: repeatPart(of: &bytes, place..<place + length, &random)
    case 7: writeBinaryNumber(into: &bytes, at: place, &random)
    case 8: replaceDigits(in: &bytes, from: place, &random)
    default:
      guard let token = tokens.randomElement(using: &random) else {
        bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        return
      }
      let end = Bool.random(using: &random) ? place : min(bytes.count, place + token.count)
      bytes.replaceSubrange(place..<end, with: token)
    }
  }

  /// Goes on with the end of another input.
  private func splice(into bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator) {
    let other = source(&random)
    let start = Int.random(in: 0..<other.count, using: &random)
    bytes.replaceSubrange(place..., with: other[start...])
  }

  private func repeatPart(of bytes: inout [UInt8], _ part: Range<Int>, _ random: inout SeededGenerator) {
    let times = [1, 2, 3, 10, 100, 1000].randomElement(using: &random) ?? 1
    bytes.insert(contentsOf: Array(repeatElement(Array(bytes[part]), count: times).joined()), at: part.upperBound)
  }

  /// Overwrites what may be a length field with a number at which lengths go wrong, in either byte order.
  private func writeBinaryNumber(into bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator) {
    let numbers: [UInt64] = [
      0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
      0x7FFF_FFFF_FFFF_FFFF, .max,
    ]
    let number = numbers.randomElement(using: &random) ?? 0
    let width = [1, 2, 4, 8].randomElement(using: &random) ?? 1
    let little = (0..<width).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    let digits = Bool.random(using: &random) ? little : little.reversed()
    bytes.replaceSubrange(place..<min(bytes.count, place + width), with: digits)
  }

  /// Puts another number in the place of the next one that is written in digits.
  private func replaceDigits(in bytes: inout [UInt8], from place: Int, _ random: inout SeededGenerator) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) ?? bytes.firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    let numbers = [
      "", "0", "1", "2", "7", "00", "-1", "16", "99", "255", "256", "4096", "65535", "65536", "2147483647",
      "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999", "1e308",
      "1e-320", "-0", "nan", "inf", "0.1", "+5",
    ]
    bytes.replaceSubrange(start..<end, with: Array((numbers.randomElement(using: &random) ?? "").utf8))
  }
}
