/// An operator with shapes and parameters that fit each other: everything about it but the numbers.
///
/// Made by `OperatorDescription.makePlan`, which refuses what does not fit, so that nothing here can fail.
/// Operands passed in must have the shapes that the plan was made with.
public protocol OperatorPlan: Sendable {
  /// The shape of the output.
  var output: Shape { get }

  /// The number of terms in one output cell.
  var termsPerCell: Int { get }

  /// One output cell, by the reference operator.
  func value(at cell: Coordinate, operands: Operands) -> Float

  /// How one output cell comes about; its `result` equals `value(at:operands:)` bit for bit.
  func trace(at cell: Coordinate, operands: Operands) -> CellTrace

  /// All output cells, bit-equal to the reference for every schedule; nil when the schedule was cancelled.
  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor?
}
