extension OperatorDescription {
  /// Scaled dot-product attention without a mask: each position gathers values from all positions, by how well its query
  /// fits their keys. What a convolution cannot do: the factors come from the input.
  ///
  /// Query N×C×L×E, key N×C×S×E, value N×C×S×V, output N×C×L×V. For position i of a picture and channel (or head)
  /// score_j = (Σ_e query(i,e) · key(j,e)) / √E, factors = softmax of the scores over j, out(i,v) = Σ_j factor_j · value(j,v).
  /// All in Double, rounded once; the root divides each whole sum, where PyTorch takes it into the sums.
  ///
  /// Source: Vaswani and others, "Attention Is All You Need" (2017), equation 1; PyTorch,
  /// `torch.nn.functional.scaled_dot_product_attention`.
  public static let attention = OperatorDescription(
    name: .attention,
    aliases: ["scaled-dot-product-attention"],
    requiredOperands: [.query, .key, .value],
    optionalOperands: [],
    parameters: [],
    layout: .sequences,
    makePlan: { shapes, _ throws(ExperimentError) in try AttentionPlan(shapes) })
}

/// An attention that fits its operands.
struct AttentionPlan: OperatorPlan {
  let output: Shape
  /// The number of keys, and of values.
  let termsPerCell: Int
  /// The length of a query and of a key, at least 1.
  private let depth: Int

  /// - Throws: `ExperimentError.missingOperand`, `.mismatch`, `.emptyOperand` for queries of length 0, or `.shape`.
  init(_ shapes: [OperandName: Shape]) throws(ExperimentError) {
    let (query, key, value) = (try shapes.required(.query), try shapes.required(.key), try shapes.required(.value))
    for (name, other) in [(OperandName.key, key), (.value, value)] {
      guard query.axes.prefix(2) == other.axes.prefix(2) else {
        throw .mismatch(.query, query.axes, name, other.axes, rule: .onePerPicture)
      }
    }
    guard query.width == key.width else { throw .mismatch(.query, query.axes, .key, key.axes, rule: .lastAxis) }
    guard key.height == value.height else {
      throw .mismatch(.key, key.axes, .value, value.axes, rule: .onePerPosition)
    }
    guard query.width > 0 else { throw .emptyOperand(.query, query) }
    output = try Shape(arranging: (query.batch, query.channels, query.height, value.width))
    termsPerCell = key.height
    depth = query.width
  }

  /// How much each value counts for the output position of `cell`: numbers with the sum 1.
  private func factors(of cell: Coordinate, query: Tensor, key: Tensor) -> [Double] {
    var scores: [Double] = []
    for position in 0..<termsPerCell {
      var sum = 0.0
      for index in 0..<depth {
        let asked = query[Coordinate(batch: cell.batch, channel: cell.channel, row: cell.row, column: index)]
        let offered = key[Coordinate(batch: cell.batch, channel: cell.channel, row: position, column: index)]
        sum += Double(asked) * Double(offered)
      }
      scores.append(sum / Double(depth).squareRoot())
    }
    let shift = scores.reduce(-.infinity, CellTrace.Reduction.larger)
    let powers = scores.map { ElementaryFunctions.exponential($0 - shift) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// The terms of one output cell: each value with its factor, in order.
  private func terms(of cell: Coordinate, factors: [Double], value: Tensor) -> [CellTrace.Term] {
    factors.enumerated().map { position, factor in
      let place = Coordinate(batch: cell.batch, channel: cell.channel, row: position, column: cell.column)
      return CellTrace.Term(.value, at: place, value: value[place], factor: factor)
    }
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let query = operands[.query], let key = operands[.key], let value = operands[.value] else { return .nan }
    return sum(at: cell, factors: factors(of: cell, query: query, key: key), value: value)
  }

  private func sum(at cell: Coordinate, factors: [Double], value: Tensor) -> Float {
    var sum = 0.0
    for (position, factor) in factors.enumerated() {
      let place = Coordinate(batch: cell.batch, channel: cell.channel, row: position, column: cell.column)
      sum += factor * Double(value[place])
    }
    return Float(roundingSum: sum)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let query = operands[.query], let key = operands[.key], let value = operands[.value] else {
      return CellTrace(cell: cell, groups: [], reduction: .sum)
    }
    let factors = factors(of: cell, query: query, key: key)
    return CellTrace(cell: cell, terms: terms(of: cell, factors: factors, value: value), reduction: .sum)
  }

  /// Finds the factors once for each position instead of once for each cell.
  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let query = operands[.query], let key = operands[.key], let value = operands[.value] else { return nil }
    return RunComputation.output(
      shape: output, runLength: output.width, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let first = output.coordinate(at: range.lowerBound)
      let factors = factors(of: first, query: query, key: key)
      for offset in range { cells.append(sum(at: output.coordinate(at: offset), factors: factors, value: value)) }
    }
  }
}
