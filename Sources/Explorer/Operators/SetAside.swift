import ConvolutionEngine

/// An operand that had to make way when another operator was chosen: it comes back with an operator that can use it, unless
/// what stood in for it was changed meanwhile.
package struct SetAside: Equatable, Sendable {
  /// The operand as it was, and the operator it was for.
  let tensor: Tensor
  let origin: GridOrigin?
  let operation: OperatorName
  /// What took its place; nil when the operator needs no such operand.
  var standIn: Tensor?
}
