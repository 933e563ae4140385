extension OperatorDescription {
  /// PyTorch's `Upsample` with `mode="nearest"` and a scale factor per axis: every cell is repeated.
  ///
  /// Input N×C×H×W, output N×C×⌊H·scale⌋×⌊W·scale⌋ (vertical and horizontal scale): out(n,c,i,j) = input(n, c, s(i), s(j)), where
  /// s(i) = min(⌊i · (1/scale)⌋, H − 1) in Float32 arithmetic, as PyTorch counts it. An axis whose extent stays the same or just
  /// doubles is copied or doubled whatever the scale, as PyTorch does on a CPU while H′ + W′ ≤ 128. For larger outputs it
  /// takes the rule above there too, which differs for scales near 1 and 2 only.
  ///
  /// Source: PyTorch, `torch.nn.functional.interpolate` and `nearest_idx` in its `UpSample.h`.
  public static let upsampleNearest = OperatorDescription(
    name: .upsampleNearest,
    aliases: ["upsample"],
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [ParameterSpecification(.scale, .numbers, default: .numbers(PerAxis(2)), isRequired: true)],
    layout: .planes,
    makePlan: { shapes, parameters throws(ExperimentError) in try UpsampleNearestPlan(shapes, parameters) })
}

/// A nearest-neighbour scaling that fits its input.
struct UpsampleNearestPlan: CopyingPlan {
  private let vertical: ScaledAxis
  private let horizontal: ScaledAxis
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue` for a scale that is not positive or leaves no cell,
  ///   `.emptyOperand` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    let input = try shapes.required(.input)
    guard input.height > 0, input.width > 0 else { throw .emptyOperand(.input, input) }
    var scale = PerAxis(2.0)
    if case .numbers(let numbers)? = parameters[.scale] { scale = numbers }
    vertical = try ScaledAxis(input: input.height, scale: scale.vertical)
    horizontal = try ScaledAxis(input: input.width, scale: scale.horizontal)
    output = try Shape(arranging: (input.batch, input.channels, vertical.output, horizontal.output))
  }

  func reading(of cell: Coordinate) -> CopiedCell {
    var place = cell
    place.row = vertical.source(of: cell.row)
    place.column = horizontal.source(of: cell.column)
    return CopiedCell(at: place)
  }
}

/// One axis of a nearest-neighbour scaling.
private struct ScaledAxis {
  let input: Int
  let output: Int
  /// Input cells for each output cell.
  private let step: Float

  /// - Throws: `ExperimentError.parameterValue` for a scale with which the axis has no cell or too many.
  init(input: Int, scale: Double) throws(ExperimentError) {
    let limit = Double(AxisGeometry.limit)
    let extent = (Double(input) * scale).rounded(.down)
    guard scale > 0, extent >= 1, extent <= limit else {
      throw .parameterValue(
        .scale, .numbers(PerAxis(scale)),
        legal: Double(input) <= limit ? .numbers(1 / Double(input)...limit / Double(input)) : .positive)
    }
    self.input = input
    output = Int(extent)
    step = Float(1 / scale)
  }

  /// The input cell that output cell `index` copies.
  func source(of index: Int) -> Int {
    if output == input { return index }
    if output == 2 * input { return index / 2 }
    return min(Int((Float(index) * step).rounded(.down)), input - 1)
  }
}
