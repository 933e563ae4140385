/// The definition of a convolution, as plainly as it can be written; the oracle for every faster algorithm.
///
/// Products of Float32 values are taken in Double, where they are exact, summed in Double in tap order starting from 0,
/// multiplied by the sample step (1 but for signals), then the bias is added, and the result is rounded to Float32 once. Ghost cells take part like any other cell, so
/// an infinite weight over zero padding gives NaN. Never optimise this file.
public enum ReferenceConvolution {
  /// All output cells. Complexity: O(output × C × kH × kW).
  ///
  /// The tensors must have the shapes that `convolution` was made with.
  public static func output(
    of convolution: Convolution, input: Tensor, weights: Tensor, bias: Tensor? = nil
  ) -> Tensor {
    var output = Tensor(shape: convolution.output)
    for offset in 0..<convolution.output.count {
      let cell = convolution.output.coordinate(at: offset)
      output[cell] = value(of: convolution, at: cell, input: input, weights: weights, bias: bias)
    }
    return output
  }

  /// One output cell. Complexity: O(C × kH × kW).
  public static func value(
    of convolution: Convolution, at cell: Coordinate, input: Tensor, weights: Tensor, bias: Tensor? = nil
  ) -> Float {
    var sum = 0.0
    convolution.forEachTap(of: cell) { tap in
      let value = tap.source.map { input[$0] } ?? 0
      sum += Double(weights[tap.weight]) * Double(value)
    }
    sum *= convolution.sampleStep
    if let bias { sum += Double(bias[channel: cell.channel, row: 0, column: 0]) }
    return Float(roundingSum: sum)
  }
}
