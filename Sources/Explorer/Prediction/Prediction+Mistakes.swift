import ConvolutionEngine

extension Prediction {
  /// A sum of more terms than this is not taken apart.
  static let termLimit = 4096
  /// Kernels with more weights than this are not laid on their side.
  private static let weightLimit = 1 << 20

  /// The numbers that a mistake leads to here; none where it cannot be made.
  ///
  /// Complexity: that of one or two output cells.
  func values(of mistake: Mistake, expected: Float) -> [Float] {
    switch mistake {
    case .flippedSign: [-expected]
    case .currentCell: window == asked ? [] : value(at: window)
    case .forgotBias: valueWithoutBias
    case .forgotPadding: valueWithoutPadding
    case .paddedWithZeros: valueWithZeros
    case .ignoredStride: valuesWithUnitStride
    case .ignoredDilation: valueWithoutDilation
    case .turnedKernel: value(turned: true)
    case .unturnedKernel: value(turned: false)
    case .transposedKernel: valueWithTransposedKernel
    case .belowCurrent: window == asked ? [] : value(at: window.moved(rows: 1))
    case .cellLeft: value(at: asked.moved(columns: -1))
    case .cellRight: value(at: asked.moved(columns: 1))
    case .cellAbove: value(at: asked.moved(rows: -1))
    case .cellBelow: value(at: asked.moved(rows: 1))
    case .previousCell: value(atOffset: -1)
    case .nextCell: value(atOffset: 1)
    case .swappedAxes: valueWithSwappedAxes
    case .withoutWeights: valuesWithoutWeights
    case .onlyOneChannel: valuesOfSingleChannels
    case .meanNotLargest: meansOfMaximum
    case .largestNotMean: largestOfMean
    case .smallestValue: smallestOfPool
    case .onlyAdded: sumOfPool
    case .countedPadding: withPaddingCounted
    case .uncountedPadding: withoutPaddingCounted
    case .forgotLastTerm: withoutLastTerm
    case .roundedTooFar, .unknown, .unknownWithoutWeights: []
    }
  }

  // MARK: Other cells

  private func value(at cell: Coordinate) -> [Float] {
    experiment.outputShape.contains(cell) && cell != asked ? [experiment.value(at: cell)] : []
  }

  private func value(atOffset distance: Int) -> [Float] {
    let shape = experiment.outputShape
    let offset = shape.offset(of: asked) + distance
    return (0..<shape.count).contains(offset) ? value(at: shape.coordinate(at: offset)) : []
  }

  private var valueWithSwappedAxes: [Float] {
    var cell = asked
    (cell.row, cell.column) = (asked.column, asked.row)
    return value(at: cell)
  }

  // MARK: Other parameters

  /// The asked cell of another experiment; none where that has no such cell or cannot be.
  private func value(of other: Experiment?, at cell: Coordinate? = nil) -> [Float] {
    let cell = cell ?? asked
    guard let other, other.outputShape.contains(cell) else { return [] }
    return [other.value(at: cell)]
  }

  /// Padding that an operator crops counts as well.
  private var valueWithoutPadding: [Float] {
    let cells = experiment.parameters.paddingCells ?? experiment.padding
    return cells == .none && experiment.padding == .none ? [] : value(of: experiment.padded(.none))
  }

  private var valueWithZeros: [Float] {
    guard experiment.parameters.paddingMode != PerAxis(.zeros) else { return [] }
    return value(of: experiment.changed(.paddingMode, .modes(PerAxis(.zeros))))
  }

  /// The cell of the same number with stride 1, and the window one input cell on from where it was for the cell before.
  private var valuesWithUnitStride: [Float] {
    // That of a pool may follow its kernel.
    let stride = experiment.plan.window?.geometry.stride ?? experiment.parameters.stride
    guard stride != PerAxis(1) else { return [] }
    let dense = experiment.withPaddingInCells.changed(.stride, .axes(PerAxis(1)))
    var values = value(of: dense)
    guard experiment.plan.window != nil, asked.row > 0 || asked.column > 0 else { return values }
    var moved = asked
    if asked.column > 0, stride.horizontal > 1 {
      moved.row = asked.row * stride.vertical
      moved.column = (asked.column - 1) * stride.horizontal + 1
    } else if asked.column == 0, stride.vertical > 1 {
      moved.row = (asked.row - 1) * stride.vertical + 1
      moved.column = 0
    } else {
      return values
    }
    values += value(of: dense, at: moved)
    return values
  }

  private var valueWithoutDilation: [Float] {
    guard experiment.parameters.dilation != PerAxis(1) else { return [] }
    return value(of: experiment.withPaddingInCells.changed(.dilation, .axes(PerAxis(1))))
  }

  private func value(turned: Bool) -> [Float] {
    guard experiment.parameters.flag(.flip) != turned else { return [] }
    return value(of: experiment.changed(.flip, .flag(turned)))
  }

  // MARK: Other operands

  private var valueWithoutBias: [Float] {
    guard experiment.operands[.bias] != nil else { return [] }
    return value(of: experiment.changed(.bias, to: nil))
  }

  /// Only a square kernel can be laid on its side without showing it.
  private var valueWithTransposedKernel: [Float] {
    guard let weights = experiment.operands[.weights], weights.shape.height == weights.shape.width,
      weights.shape.height > 1, weights.shape.count <= Self.weightLimit
    else { return [] }
    return value(of: experiment.changed(.weights, to: weights.transposed))
  }

  // MARK: Parts of the sum

  /// The terms of the sum, for an operator that adds products with weights.
  private var sum: CellTrace? {
    guard experiment.operands[.weights] != nil, experiment.plan.termsPerCell <= Self.termLimit else { return nil }
    let trace = experiment.trace(at: asked)
    return trace.reduction == .sum ? trace : nil
  }

  private var valuesWithoutWeights: [Float] {
    guard let sum else { return [] }
    let groups = sum.groups.map { group in
      CellTrace.Group(
        channel: group.channel,
        terms: group.terms.map { term in
          CellTrace.Term(operand: term.operand, position: term.position, source: term.source, value: term.value)
        })
    }
    return Self.results(groups, of: sum)
  }

  private var valuesOfSingleChannels: [Float] {
    guard let sum, sum.groups.count > 1 else { return [] }
    return sum.groups.flatMap { Self.results([$0], of: sum) }
  }

  /// The sum over other terms, with what follows it and without.
  private static func results(_ groups: [CellTrace.Group], of sum: CellTrace) -> [Float] {
    let epilogues = sum.epilogue.isEmpty ? [[]] : [sum.epilogue, []]
    return epilogues.map {
      CellTrace(cell: sum.cell, groups: groups, reduction: sum.reduction, epilogue: $0).result
    }
  }
}

extension Experiment {
  /// The experiment with one parameter changed; nil when that is not possible.
  fileprivate func changed(_ name: ParameterName, _ value: ParameterValue) -> Experiment? {
    var copy = self
    return (try? copy.setParameter(name, to: value)) == nil ? nil : copy
  }

  /// The experiment with one operand replaced, or removed with nil; nil when that is not possible.
  fileprivate func changed(_ name: OperandName, to tensor: Tensor?) -> Experiment? {
    var copy = self
    return (try? copy.setOperand(name, to: tensor)) == nil ? nil : copy
  }

  /// The experiment with so many cells of padding, in one dimension those at the ends of the row.
  fileprivate func padded(_ padding: Padding) -> Experiment? {
    changed(.padding, .sides(padding))
      ?? changed(.padding, .ends(AxisPadding(before: padding.left, after: padding.right)))
  }

  /// Named padding follows stride and dilation; in cells it stays while these are changed.
  fileprivate var withPaddingInCells: Experiment {
    parameters.namedPadding == nil ? self : padded(padding) ?? self
  }
}

extension Coordinate {
  func moved(rows: Int = 0, columns: Int = 0) -> Coordinate {
    Coordinate(batch: batch, channel: channel, row: row + rows, column: column + columns)
  }
}

extension Tensor {
  /// Every plane of a tensor with square ones, with rows and columns swapped.
  fileprivate var transposed: Tensor {
    var result = self
    for offset in 0..<shape.count {
      let place = shape.coordinate(at: offset)
      result[Coordinate(batch: place.batch, channel: place.channel, row: place.column, column: place.row)] = self[place]
    }
    return result
  }
}
