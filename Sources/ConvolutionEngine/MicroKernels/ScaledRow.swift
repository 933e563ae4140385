/// Rows of Float32 values taken in Double: the innermost loops of linear layers, forward and backward.
///
/// Safety: whoever calls gives pointers to `count` elements each; nothing else is read or written.
enum ScaledRow {
  /// target(i) += factor · source(i).
  static func add(
    _ factor: Double, of source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    var index = 0
    while index < count {
      target[index] += factor * Double(source[index])
      index &+= 1
    }
  }
}
