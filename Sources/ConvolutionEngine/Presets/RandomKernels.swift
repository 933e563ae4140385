extension Tensor {
  /// Whole numbers from −3 to 3, equally likely: every sum can be checked in the head. The same for a seed on every
  /// platform.
  ///
  /// What a layer begins with before it has learned, made readable; a network takes small fractions instead.
  /// Complexity: O(elements).
  public static func randomKernels(_ shape: Shape, seed: UInt64) -> Tensor {
    var generator = SplitMix64(seed: seed)
    var tensor = Tensor(shape: shape)
    for offset in 0..<shape.count {
      tensor[shape.coordinate(at: offset)] = Float(Int(generator.next() % 7) - 3)
    }
    return tensor
  }
}
