/// The gradients of a convolution as the chain rule says them, tap by tap; the oracle for every faster form. Never optimise
/// this file.
///
/// With g = dL/d(output), and x(tap) and w(tap) the input value and the weight that meet in a tap of an output cell:
/// dL/dw = Σ g(cell)·x(tap) over the taps with that weight, dL/dx = Σ g(cell)·w(tap) over the taps whose value is that
/// cell's (a ghost's part goes to the cell it mirrors, a zero's to nobody), dL/db(o) = Σ g(cell) over the map of filter o.
/// The sample step stands before each sum but the bias's, which the forward operator adds after the scaling.
///
/// Products of Float32 values are exact in Double and summed there over the output cells in storage order, then rounded to
/// Float32 once. Source: Goodfellow, Bengio, Courville, "Deep Learning" (2016), 9.5; the gradients of PyTorch's `Conv2d`.
public enum ReferenceConvolutionGradient {
  /// Gradients for the operands of `convolution`, from that of its output. Complexity: O(output × C/groups × kH × kW).
  ///
  /// The tensors must have the shapes that `convolution` was made with; `outputGradient` that of its output.
  public static func gradients(
    of convolution: Convolution, input: Tensor, weights: Tensor, outputGradient: Tensor
  ) -> OperandGradients {
    var inputSums = Array(repeating: 0.0, count: convolution.input.count)
    var weightSums = Array(repeating: 0.0, count: convolution.weights.count)
    var biasSums = Array(repeating: 0.0, count: convolution.output.channels)
    for offset in 0..<convolution.output.count {
      let cell = convolution.output.coordinate(at: offset)
      let gradient = Double(outputGradient[cell])
      convolution.forEachTap(of: cell) { tap in
        let value = tap.source.map { Double(input[$0]) } ?? 0
        weightSums[convolution.weights.offset(of: tap.weight)] += gradient * value
        if let source = tap.source {
          inputSums[convolution.input.offset(of: source)] += gradient * Double(weights[tap.weight])
        }
      }
      biasSums[cell.channel] += gradient
    }
    let step = convolution.sampleStep
    return OperandGradients(
      input: Tensor(shape: convolution.input, roundingSums: inputSums, times: step),
      weights: Tensor(shape: convolution.weights, roundingSums: weightSums, times: step),
      bias: Tensor(shape: Shape(vectorOf: biasSums.count), roundingSums: biasSums))
  }
}
