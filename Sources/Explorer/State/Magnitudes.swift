/// The largest finite magnitude among many values, kept while single values change.
///
/// The values are cut into blocks, and the largest of each block is kept: a value that changes costs one look at its block
/// and one at the others' maxima, not one at eight million values.
struct Magnitudes: Sendable {
  private var blocks: [Float]

  /// Of 8 Mi values a change then looks at 4096 values and 2048 maxima.
  private static let blockLength = 4096

  init(_ values: [Float]) {
    blocks = stride(from: 0, to: values.count, by: Self.blockLength).map { start in
      Self.largest(in: values, start..<min(start + Self.blockLength, values.count))
    }
  }

  /// 0 when no value is finite.
  var largest: Float { blocks.max() ?? 0 }

  /// Looks again at the block of a value that has changed.
  mutating func update(at offset: Int, in values: [Float]) {
    let block = offset / Self.blockLength
    let start = block * Self.blockLength
    blocks[block] = Self.largest(in: values, start..<min(start + Self.blockLength, values.count))
  }

  /// Looks again at the blocks of values that have changed, at each once when they come in order.
  mutating func update(at offsets: some Sequence<Int>, in values: [Float]) {
    var last: Int?
    for offset in offsets where last != offset / Self.blockLength {
      last = offset / Self.blockLength
      update(at: offset, in: values)
    }
  }

  private static func largest(in values: [Float], _ range: Range<Int>) -> Float {
    var largest: Float = 0
    for value in values[range] where value.isFinite { largest = max(largest, abs(value)) }
    return largest
  }
}
