/// Memory that the fast convolutions need beside their operands, kept from call to call so that none of them allocates.
///
/// It grows to the largest need and is given back when the workspace goes. One call at a time may use it.
public final class Workspace {
  @exclusivity(unchecked) private var memory: UnsafeMutableRawBufferPointer

  public init() {
    memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  deinit {
    memory.deallocate()
  }

  /// Bytes held at the moment. Parts that no worker has used yet take no memory of the machine's.
  public var byteCount: Int { memory.count }

  /// A cache line, and the widest vector.
  static let alignment = 64

  /// `count` floats and those that fill up the last cache line.
  static func wholeLines(_ count: Int) -> Int {
    let line = alignment / MemoryLayout<Float>.stride
    return (count + line - 1) / line * line
  }

  /// At least `count` floats with any content, valid until the next call.
  func floats(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let bytes = count * MemoryLayout<Float>.stride
    if memory.count < bytes {
      memory.deallocate()
      memory = .allocate(byteCount: bytes, alignment: Self.alignment)
      // Safety: the memory is ours and untyped; zeros are not needed, but a type is.
      _ = memory.bindMemory(to: Float.self)
    }
    return UnsafeMutableBufferPointer(rebasing: memory.assumingMemoryBound(to: Float.self)[..<count])
  }
}
