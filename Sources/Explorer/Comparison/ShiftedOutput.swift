import ConvolutionEngine

/// How far the output has to move when the input does, if it can.
struct ShiftedOutput {
  let offset: PerAxis<Int>
  /// Whether it closes to a ring as the input does: as many outputs as steps fit into the input.
  let wraps: Bool

  /// - Throws: `ComparisonProblem.stride` where the window takes longer steps than the shift, and `.unevenWindows` where the
  ///   windows are not all alike.
  init(of experiment: Experiment, shift: PerAxis<Int>, fill: ShiftFill) throws(ComparisonProblem) {
    let vertical = try Self.move(experiment, shift.vertical, .vertical)
    let horizontal = try Self.move(experiment, shift.horizontal, .horizontal)
    offset = PerAxis(vertical: vertical.offset, horizontal: horizontal.offset)
    wraps = fill == .wrap && vertical.closes && horizontal.closes
  }

  private static func move(
    _ experiment: Experiment, _ shift: Int, _ axis: Axis
  ) throws(ComparisonProblem) -> (offset: Int, closes: Bool) {
    guard shift != 0 else { return (0, true) }
    let input = axis == .vertical ? experiment.inputShape.height : experiment.inputShape.width
    let output = axis == .vertical ? experiment.outputShape.height : experiment.outputShape.width
    if experiment.operation.isTransposed {
      // Steps of the output for one of the input, the other way round than under a window.
      let stride = experiment.parameters.stride[axis]
      return (shift * stride, output == input * stride)
    }
    let stride: Int
    if let window = experiment.plan.window {
      stride = window.geometry.stride[axis]
    } else if output == input || experiment.operation == .pad {
      stride = 1
    } else if output > 0, output > input, output.isMultiple(of: input) {
      return (shift * (output / input), true)
    } else if output > 0, input.isMultiple(of: output) {
      stride = input / output
    } else {
      throw .unevenWindows(axis)
    }
    guard shift.isMultiple(of: stride) else { throw .stride(stride, shift: shift, axis: axis) }
    return (shift / stride, output * stride == input)
  }
}
