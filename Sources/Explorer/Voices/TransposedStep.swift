import ConvolutionEngine

/// Which input cells and weights one output cell of a transposed convolution gathers.
struct TransposedStep {
  let cell: Coordinate
  let input: Shape
  let weights: Shape
  let hasBias: Bool
  let isTurned: Bool
  let map: ChannelMap
  let parameters: Parameters
  let outputPadding: PerAxis<Int>
  let cropped: Padding
  let isSignal: Bool
  let footprint: Footprint
  private let experiment: Experiment

  /// Nil for other operators.
  init?(_ experiment: Experiment, cell: Coordinate) {
    guard
      experiment.operation.isTransposed, let input = experiment.operands[.input]?.shape,
      let weights = experiment.operands[.weights]?.shape, let cropped = experiment.parameters.paddingCells
    else { return nil }
    self.cell = cell
    self.input = input
    self.weights = weights
    self.cropped = cropped
    self.experiment = experiment
    hasBias = experiment.operands[.bias] != nil
    isTurned = experiment.parameters.orientation == .convolution
    map = experiment.channelMap
    parameters = experiment.parameters
    outputPadding = experiment.parameters.outputPadding
    isSignal = experiment.operation.isForSignals
    footprint = experiment.plan.footprint(of: cell)
  }

  var axes: [Axis] { isSignal ? [.horizontal] : [.vertical, .horizontal] }
  var channels: Range<Int> { map.channels(ofFilter: cell.channel) }
  /// The filter counted in its group.
  var filter: Int { cell.channel % max(1, weights.channels) }

  func output(_ axis: Axis) -> Int { axis == .vertical ? cell.row : cell.column }

  /// The input cells along an axis that reach the output cell.
  func positions(_ axis: Axis) -> EvenPositions { axis == .vertical ? footprint.rows : footprint.columns }

  /// The weights along an axis that these cells are multiplied with, in their order: towards the start, unless turned.
  func weightSlice(_ axis: Axis) -> String {
    let positions = positions(axis)
    let taps = axis == .vertical ? weights.height : weights.width
    let stride = parameters.stride[axis]
    let dilation = parameters.dilation[axis]
    let before = axis == .vertical ? cropped.top : cropped.left
    func weight(_ index: Int) -> Int {
      let tap = (output(axis) + before - positions[index] * stride) / dilation
      return isTurned ? taps - 1 - tap : tap
    }
    let first = weight(0)
    return PythonText.slice(
      first: first, step: positions.count > 1 ? weight(1) - first : 1, count: positions.count)
  }

  /// The input cell and the weight of a product, in tap order.
  func product(_ index: Int) -> (input: Coordinate, weight: Coordinate)? {
    let terms = experiment.trace(at: cell).terms
    guard terms.indices.contains(index), let weight = terms[index].factorPosition else { return nil }
    return (terms[index].position, weight)
  }

  /// Rows and columns, or columns alone, of a place.
  func place(_ coordinate: Coordinate) -> [Int] {
    isSignal ? [coordinate.column] : [coordinate.row, coordinate.column]
  }
}
