/// The gradients of a linear layer, y(r,o) = Σ_i w(o,i)·x(r,i) + b(o), over all rows r of features.
///
/// With g = dL/dy: dL/dx(r,i) = Σ_o g(r,o)·w(o,i), dL/dw(o,i) = Σ_r g(r,o)·x(r,i), dL/db(o) = Σ_r g(r,o). Products of
/// Float32 values are exact in Double and summed there in the order of the index, then rounded to Float32 once.
/// Source: PyTorch, `torch.nn.Linear`.
public enum LinearGradient {
  /// Gradients in the shapes of the operands. Complexity: O(rows × in × out).
  ///
  /// Only storage order counts: the input holds rows of `weights.count / outputs` features whatever its axes, the weights
  /// `outputs` rows of them, and the gradient of the output as many rows of `outputs` values.
  public static func gradients(
    input: Tensor, weights: Tensor, outputGradient: Tensor, outputs: Int
  ) -> OperandGradients {
    precondition(outputs > 0 && weights.shape.count.isMultiple(of: outputs), "the weights are no rows for the outputs")
    let features = weights.shape.count / outputs
    precondition(outputGradient.shape.count.isMultiple(of: outputs), "the gradient is no rows of the outputs")
    let rows = outputGradient.shape.count / outputs
    precondition(input.shape.count == rows * features, "the input has another number of rows than the gradient")
    var weightSums = Array(repeating: 0.0, count: weights.shape.count)
    var inputSums = Array(repeating: 0.0, count: input.shape.count)
    var biasSums = Array(repeating: 0.0, count: outputs)
    // Safety: the preconditions above are the bounds of every row.
    input.values.withUnsafeBufferPointer { input in
      weights.values.withUnsafeBufferPointer { weights in
        guard let input = input.baseAddress, let weights = weights.baseAddress else { return }
        weightSums.withUnsafeMutableBufferPointer { weightSums in
          inputSums.withUnsafeMutableBufferPointer { inputSums in
            guard let weightSums = weightSums.baseAddress, let inputSums = inputSums.baseAddress else { return }
            for row in 0..<rows {
              for output in 0..<outputs {
                let gradient = Double(outputGradient.values[row * outputs + output])
                let (inputRow, weightRow) = (row * features, output * features)
                ScaledRow.add(gradient, of: input + inputRow, to: weightSums + weightRow, count: features)
                ScaledRow.add(gradient, of: weights + weightRow, to: inputSums + inputRow, count: features)
              }
            }
          }
        }
      }
    }
    for index in outputGradient.values.indices {
      biasSums[index % outputs] += Double(outputGradient.values[index])
    }
    return OperandGradients(
      input: Tensor(shape: input.shape, roundingSums: inputSums),
      weights: Tensor(shape: weights.shape, roundingSums: weightSums),
      bias: Tensor(shape: Shape(vectorOf: outputs), roundingSums: biasSums))
  }
}

extension LinearPlan: DifferentiablePlan {
  /// For input, weights and, where there is one, bias.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input], let weights = operands[.weights] else { return [:] }
    let gradients = LinearGradient.gradients(
      input: input, weights: weights, outputGradient: outputGradient, outputs: output.width)
    return gradients.named(hasBias: operands[.bias] != nil)
  }
}
