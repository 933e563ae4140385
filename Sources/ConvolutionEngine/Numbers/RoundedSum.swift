extension Float {
  /// A sum rounded to Float32 once, the last step of every exact cell.
  ///
  /// Not a number becomes the one quiet NaN: which sign and payload an addition of two NaNs keeps depends on the processor
  /// and on the order in which the compiler names the operands, and equal computations must have equal bits.
  init(roundingSum sum: Double) {
    self = sum.isNaN ? .nan : Float(sum)
  }
}
