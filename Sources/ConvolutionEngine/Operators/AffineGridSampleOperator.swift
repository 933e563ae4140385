extension OperatorDescription {
  /// PyTorch's `affine_grid` and `grid_sample` in one: the input read at the points of an affinely moved grid, between cells
  /// bilinearly, with zeros around it. The core of a spatial transformer.
  ///
  /// Input N×C×H×W, theta N×1×2×3, output N×C×H′×W′ with H′×W′ the `output-size`, the input's own unless given. The output cell
  /// (i,j) has coordinates (x,y) from −1 to 1 across the output: with `align-corners` between the centres of the corner cells,
  /// otherwise between the edges. Theta maps them to a place in the input, (x′,y′) = theta · (x,y,1), and the four cells around
  /// it count by how near they are. The arithmetic is in Double, where PyTorch takes Float32.
  ///
  /// Source: Jaderberg and others, "Spatial Transformer Networks" (2015), 3.2 and 3.3; PyTorch,
  /// `torch.nn.functional.affine_grid` and `grid_sample`.
  public static let affineGridSample = OperatorDescription(
    name: .affineGridSample,
    aliases: ["affine-grid-sampling", "affine-sampling", "grid-sample"],
    requiredOperands: [.input, .theta],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.outputSize, .axes, default: nil),
      ParameterSpecification(.alignCorners, .flag, default: .flag(false)),
    ],
    layout: .sampled,
    makePlan: { shapes, parameters throws(ExperimentError) in try AffineGridSamplePlan(shapes, parameters) })
}

/// A sampling that fits its operands.
struct AffineGridSamplePlan: OperatorPlan {
  private let input: Shape
  private let corners: Corners
  let output: Shape

  /// What stands at the coordinates −1 and 1.
  private enum Corners {
    case centres, edges
  }

  /// - Throws: `ExperimentError.missingOperand`, `.mismatch`, `.emptyOperand`, `.parameterValue` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    input = try shapes.required(.input)
    let theta = try shapes.required(.theta)
    guard theta.axes == [input.batch, 1, 2, 3] else {
      throw .mismatch(.input, input.axes, .theta, theta.axes, rule: .onePerPicture)
    }
    guard input.height > 0, input.width > 0 else { throw .emptyOperand(.input, input) }
    let size = parameters.axes(.outputSize) ?? PerAxis(vertical: input.height, horizontal: input.width)
    let legal = 1...AxisGeometry.limit
    guard legal.contains(size.vertical), legal.contains(size.horizontal) else {
      throw .parameterValue(.outputSize, .axes(size), legal: .integers(legal))
    }
    corners = parameters.flag(.alignCorners) ? .centres : .edges
    output = try Shape(arranging: (input.batch, input.channels, size.vertical, size.horizontal))
  }

  var termsPerCell: Int { 4 }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let theta = operands[.theta] else { return .nan }
    var sum = 0.0
    for tap in taps(of: cell, theta: theta) {
      sum += tap.factor * (input.shape.contains(tap.position) ? Double(input[tap.position]) : 0)
    }
    return Float(roundingSum: sum)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input], let theta = operands[.theta] else {
      return CellTrace(cell: cell, groups: [], reduction: .sum)
    }
    let terms = taps(of: cell, theta: theta).map { tap in
      let isInside = input.shape.contains(tap.position)
      return CellTrace.Term(
        position: tap.position, source: isInside ? tap.position : nil, value: isInside ? input[tap.position] : 0,
        factor: tap.factor)
    }
    return CellTrace(cell: cell, terms: terms, reduction: .sum)
  }

  /// The four cells around the place that an output cell is read at, row by row, and how much each counts.
  ///
  /// A place that is no number makes all factors so, and with them the output.
  private func taps(of cell: Coordinate, theta: Tensor) -> [(position: Coordinate, factor: Double)] {
    let x = coordinate(of: cell.column, count: output.width)
    let y = coordinate(of: cell.row, count: output.height)
    func mapped(_ row: Int) -> Double {
      func entry(_ column: Int) -> Double { Double(theta[batch: cell.batch, row: row, column: column]) }
      return entry(0) * x + entry(1) * y + entry(2)
    }
    let columns = neighbours(of: place(at: mapped(0), count: input.width))
    let rows = neighbours(of: place(at: mapped(1), count: input.height))
    return rows.flatMap { row in
      columns.map { column in
        let position = Coordinate(batch: cell.batch, channel: cell.channel, row: row.index, column: column.index)
        return (position, row.factor * column.factor)
      }
    }
  }

  /// The coordinate, from −1 to 1, of a cell on an axis of `count` cells; 0 for a single one.
  private func coordinate(of index: Int, count: Int) -> Double {
    switch corners {
    case .centres: count == 1 ? 0 : Double(2 * index - (count - 1)) / Double(count - 1)
    case .edges: Double(2 * index + 1 - count) / Double(count)
    }
  }

  /// The place of a coordinate on an axis of `count` cells, in cells from the centre of the first.
  private func place(at coordinate: Double, count: Int) -> Double {
    switch corners {
    case .centres: (coordinate + 1) / 2 * Double(count - 1)
    case .edges: ((coordinate + 1) * Double(count) - 1) / 2
    }
  }

  /// The cells before and after a place on an axis, and how much each counts; far away, some cells outside.
  private func neighbours(of place: Double) -> [(index: Int, factor: Double)] {
    let floor = place.rounded(.down)
    let fraction = place - floor
    let limit = Double(2 * AxisGeometry.limit)
    let index = floor.isNaN ? -2 : Int(max(-limit, min(floor, limit)))
    return [(index, 1 - fraction), (index + 1, fraction)]
  }
}
