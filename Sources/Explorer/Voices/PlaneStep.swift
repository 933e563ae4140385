import ConvolutionEngine

/// Where one output cell of an operator without weights reads: everything that a line of Python needs to know.
struct PlaneStep {
  let experiment: Experiment
  let cell: Coordinate
  let input: Shape
  let isSignal: Bool
  /// The window of a pool or of padding.
  let window: SlidingWindow?
  let footprint: Footprint

  /// Nil for an operator with weights, or with more operands than the input.
  init?(_ experiment: Experiment, cell: Coordinate) {
    guard
      SteppableOperators.all.contains(experiment.operation), !experiment.operation.hasWeights,
      let input = experiment.operands[.input]?.shape
    else { return nil }
    self.experiment = experiment
    self.cell = cell
    self.input = input
    isSignal = experiment.operation.isForSignals
    window = experiment.plan.window
    footprint = experiment.plan.footprint(of: cell)
  }

  var operation: OperatorName { experiment.operation }
  var parameters: Parameters { experiment.parameters }
  var axes: [Axis] { isSignal ? [.horizontal] : [.vertical, .horizontal] }
  var padding: PythonPadding? {
    window.flatMap { $0.geometry.padding == .none ? nil : PythonPadding(geometry: $0.geometry, axes: axes) }
  }

  /// What is made of the values of the window; nil for an operator that looks at one value, or at a row of them.
  enum Pool { case max, mean }

  var pool: Pool? {
    switch operation {
    case .maxPool1d, .maxPool2d, .adaptiveMaxPool2d: .max
    case .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d: .mean
    default: nil
    }
  }

  /// Whether the zeros of the padding count in a mean.
  var countsPadding: Bool { parameters[.countIncludePad] != .flag(false) }

  /// What the padding of a pool holds when it is not zeros.
  var paddingIsMinusInfinity: Bool { pool == .max }

  func positions(_ axis: Axis) -> EvenPositions { axis == .vertical ? footprint.rows : footprint.columns }

  /// Where an axis of the padded input begins.
  func origin(_ axis: Axis) -> Int {
    guard let geometry = window?.geometry else { return 0 }
    return -(axis == .vertical ? geometry.vertical : geometry.horizontal).paddingBefore
  }

  func place(_ coordinate: Coordinate) -> [Int] {
    isSignal ? [coordinate.column] : [coordinate.row, coordinate.column]
  }

  /// The place of a term on the padded input; nil where the window hangs over that.
  func paddedPlace(_ coordinate: Coordinate) -> [Int]? {
    let place = zip(place(coordinate), axes).map { $0 - origin($1) }
    let extents = axes.map { axis in
      let geometry = axis == .vertical ? window?.geometry.vertical : window?.geometry.horizontal
      return (axis == .vertical ? input.height : input.width)
        + (geometry.map { $0.paddingBefore + $0.paddingAfter } ?? 0)
    }
    return zip(place, extents).allSatisfy { $0 < $1 } ? place : nil
  }

  /// A term of the cell in the order of reduction.
  func term(_ index: Int) -> CellTrace.Term? {
    let terms = experiment.trace(at: cell).terms
    return terms.indices.contains(index) ? terms[index] : nil
  }

  /// The axis of a softmax, 0 to 3.
  var axis: Int { ((parameters.integer(.axis) ?? -1) + 4) % 4 }

  var slope: String { NumberText.shortest(parameters.number(.negativeSlope) ?? 0.01) }
}
