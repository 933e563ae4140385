/// A file as it is made by a C library, in memory.
struct FileBytes {
  private(set) var bytes: [UInt8] = []

  /// What a library hands to `sink` with the context it is given; nil when `make` says that something went wrong.
  static func collected(_ make: (_ context: UnsafeMutableRawPointer) -> Bool) -> [UInt8]? {
    var file = FileBytes()
    // The library may write as long as `make` lasts, and no longer.
    let isWhole = withUnsafeMutablePointer(to: &file) { make(UnsafeMutableRawPointer($0)) }
    return isWhole ? file.bytes : nil
  }

  /// Takes bytes for the `FileBytes` that `context` points to.
  static let sink: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, Int) -> Bool = {
    context, bytes, count in
    guard let context, let bytes else { return count == 0 }
    context.assumingMemoryBound(to: FileBytes.self).pointee.bytes
      .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    return true
  }
}

/// Pixels row after row, `0xRRGGBB` each.
package struct PixelPicture: Equatable, Sendable {
  package let width: Int
  package let height: Int
  package let pixels: [UInt32]
}
