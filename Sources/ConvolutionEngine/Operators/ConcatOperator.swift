extension OperatorDescription {
  /// Two activations joined along one axis, the second after the first: the join of a U-shaped network.
  ///
  /// Inputs N×C×H×W, equal but for the axis; the output has both their extents there. The axis is a number from 0 to 3 for
  /// N, C, H, W, or from −4 to −1; 0 unless given. More inputs are joined two by two.
  ///
  /// Source: PyTorch, `torch.cat`.
  public static let concat = OperatorDescription(
    name: .concat,
    requiredOperands: [.input, .secondInput],
    optionalOperands: [],
    parameters: [ParameterSpecification(.axis, .integer, default: .integer(0))],
    layout: .axis,
    makePlan: { shapes, parameters throws(ExperimentError) in try ConcatPlan(shapes, parameters) })
}

/// Two inputs that fit each other along every axis but one.
struct ConcatPlan: CopyingPlan {
  private let axis: Int
  /// The extent of the first input along the axis.
  private let first: Int
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue`, `.mismatch` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    let (input, second) = (try shapes.required(.input), try shapes.required(.secondInput))
    axis = try parameters.axisOfShape(default: 0)
    var sides = input.axes
    first = sides[axis]
    sides[axis] = second.axes[axis]
    guard sides == second.axes else {
      throw .mismatch(.input, input.axes, .secondInput, second.axes, rule: .equalButForAxis)
    }
    let (sum, overflow) = first.addingReportingOverflow(second.axes[axis])
    sides[axis] = overflow ? .max : sum
    guard !overflow else { throw .shape(.tooLarge(sides)) }
    output = try Shape(arranging: (sides[0], sides[1], sides[2], sides[3]))
  }

  func reading(of cell: Coordinate) -> CopiedCell {
    guard cell[axis] >= first else { return CopiedCell(.input, at: cell) }
    var place = cell
    place[axis] -= first
    return CopiedCell(.secondInput, at: place)
  }
}
