extension OperatorDescription {
  /// PyTorch's `Flatten`: several axes become one; the values stay in their order.
  ///
  /// Input N×C×H×W, output N×1×1×(C·H·W): out(n, (c·H + y)·W + x) = input(n,c,y,x). `start-dim` and `end-dim` name the axes of
  /// an array that are joined, from the end when negative; its layout does that, since the order of the values is the same
  /// whichever they are.
  ///
  /// Source: PyTorch, `torch.nn.Flatten` and `torch.flatten`; the defaults are those of the layer.
  public static let flatten = OperatorDescription(
    name: .flatten,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.startDimension, .integer, default: .integer(1)),
      ParameterSpecification(.endDimension, .integer, default: .integer(-1)),
    ],
    layout: .flattened,
    makePlan: { shapes, _ throws(ExperimentError) in try FlattenPlan(shapes) })
}

/// The join of the axes C, H and W.
struct FlattenPlan: CopyingPlan {
  private let input: Shape
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand` or `.shape`.
  init(_ shapes: [OperandName: Shape]) throws(ExperimentError) {
    input = try shapes.required(.input)
    output = try Shape(arranging: (input.batch, 1, 1, try Shape.side(input.axes.dropFirst())))
  }

  func reading(of cell: Coordinate) -> CopiedCell {
    CopiedCell(at: input.coordinate(at: output.offset(of: cell)))
  }

  /// The same values under another shape. Complexity: O(1).
  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input], !schedule.isCancelled() else { return nil }
    return try? Tensor(shape: output, values: input.values)
  }
}
