extension OperatorDescription {
  /// PyTorch's `pad`, with padding per side and a mode per axis: what the layers with padding do before anything else.
  ///
  /// Input N×C×H×W, output N×C×(top + H + bottom)×(left + W + right):
  /// out(n,c,i,j) = input(n, c, i − top, j − left), and around the input what the mode says. Reflect needs padding < input,
  /// circular padding ≤ input.
  ///
  /// Source: PyTorch, `torch.nn.functional.pad`, whose mode `constant` is `zeros` here as in its layers.
  public static let pad = OperatorDescription(
    name: .pad,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.padding, .sides, default: .sides(Padding(1)), isRequired: true),
      ParameterSpecification(.paddingMode, .modes, default: .modes(PerAxis(.zeros))),
    ],
    layout: .paddedPlanes,
    makePlan: { shapes, parameters throws(ExperimentError) in try PadPlan(shapes, parameters) })
}

/// A padding that fits its input: a window of one cell that slides over the padded input.
struct PadPlan: CopyingPlan {
  private let input: Shape
  private let geometry: ConvolutionGeometry
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue` for padding by name, `.convolution` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    input = try shapes.required(.input)
    let size = PerAxis(vertical: input.height, horizontal: input.width)
    guard let padding = parameters.paddingCells else {
      throw .parameterValue(
        .padding, parameters[.padding] ?? .named(.same), legal: .integers(0...AxisGeometry.limit))
    }
    do throws(GeometryError) {
      geometry = try ConvolutionGeometry(padding: padding, mode: parameters.paddingMode)
      try geometry.validate(input: size, kernel: PerAxis(1))
    } catch {
      throw .convolution(.geometry(error))
    }
    let padded = geometry.outputSize(input: size, kernel: PerAxis(1))
    output = try Shape(arranging: (input.batch, input.channels, padded.vertical, padded.horizontal))
  }

  var window: SlidingWindow? { SlidingWindow(geometry: geometry, kernel: PerAxis(1)) }

  func reading(of cell: Coordinate) -> CopiedCell {
    var position = cell
    position.row = geometry.vertical.position(output: cell.row, tap: 0)
    position.column = geometry.horizontal.position(output: cell.column, tap: 0)
    guard
      let row = geometry.vertical.mode.source(of: position.row, count: input.height),
      let column = geometry.horizontal.mode.source(of: position.column, count: input.width)
    else { return CopiedCell(position: position, source: nil) }
    var source = cell
    (source.row, source.column) = (row, column)
    return CopiedCell(position: position, source: source)
  }
}
