/// The definition of a transposed convolution, gathered: each output cell sums the taps that reach it. Never optimise this.
///
/// Products of Float32 values are exact in Double and summed there in tap order starting from 0; then the bias is added,
/// and the result is rounded to Float32 once.
public enum ReferenceTransposedConvolution {
  /// One output cell. The tensors must have the shapes that `convolution` was made with.
  public static func value(
    of convolution: TransposedConvolution, at cell: Coordinate, input: Tensor, weights: Tensor, bias: Tensor? = nil
  ) -> Float {
    var sum = 0.0
    convolution.forEachTap(of: cell) { tap in
      sum += Double(weights[tap.weight]) * Double(input[tap.position])
    }
    if let bias { sum += Double(bias[channel: cell.channel, row: 0, column: 0]) }
    return Float(roundingSum: sum)
  }
}
