extension Tensor {
  /// Weights in tenths from −1 to 1, equally likely: one decimal on screen. The same for a seed on every platform.
  ///
  /// What a layer begins with before it has learned, made readable; a network would scale it by the number of terms.
  /// Complexity: O(elements).
  public static func randomKernels(_ shape: Shape, seed: UInt64) -> Tensor {
    var generator = SplitMix64(seed: seed)
    var tensor = Tensor(shape: shape)
    for offset in 0..<shape.count {
      tensor[shape.coordinate(at: offset)] = Float(Int(generator.next() % 21) - 10) / 10
    }
    return tensor
  }
}
