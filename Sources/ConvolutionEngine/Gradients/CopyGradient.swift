/// The gradients of operators that only copy: each output cell's goes to the cell it is a copy of, a zero's to nobody.
///
/// Parts that meet in one cell are summed in Double in storage order of the output and rounded to Float32 once.
extension DifferentiablePlan where Self: CopyingPlan {
  /// For every input. Complexity: O(inputs + output).
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    var gradients: [OperandName: Tensor] = [:]
    for name in [OperandName.input, .secondInput] {
      guard let shape = operands[name]?.shape else { continue }
      var sums = Array(repeating: 0.0, count: shape.count)
      for offset in 0..<output.count {
        let reading = reading(of: output.coordinate(at: offset))
        guard reading.operand == name, let source = reading.source else { continue }
        sums[shape.offset(of: source)] += Double(outputGradient.values[offset])
      }
      gradients[name] = Tensor(shape: shape, roundingSums: sums)
    }
    return gradients
  }
}

extension ConcatPlan: DifferentiablePlan {}
extension PadPlan: DifferentiablePlan {}
extension UpsampleNearestPlan: DifferentiablePlan {}

extension FlattenPlan: DifferentiablePlan {
  /// For the input: the same values in its shape.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let shape = operands[.input]?.shape, let gradient = try? Tensor(shape: shape, values: outputGradient.values)
    else { return [:] }
    return [.input: gradient]
  }
}
