import ConvolutionEngine

/// Where one output cell of a convolution reads: everything that a line of Python needs to know.
struct SlidingStep {
  let cell: Coordinate
  let input: Shape
  let weights: Shape
  let hasBias: Bool
  let geometry: ConvolutionGeometry
  let isTurned: Bool
  let groups: Int
  let sampleStep: Double
  /// Whether it is one-dimensional, with rows nowhere.
  let isSignal: Bool
  /// The input channels that the filter of the cell sees.
  let channels: Range<Int>

  /// Nil for an operator that is no convolution.
  init?(_ experiment: Experiment, cell: Coordinate) {
    guard
      experiment.operation == .conv2d || experiment.operation == .conv1d, let window = experiment.plan.window,
      let input = experiment.operands[.input]?.shape, let weights = experiment.operands[.weights]?.shape
    else { return nil }
    self.cell = cell
    self.input = input
    self.weights = weights
    hasBias = experiment.operands[.bias] != nil
    geometry = window.geometry
    isTurned = experiment.parameters.orientation == .convolution
    groups = experiment.parameters.groups
    sampleStep = experiment.parameters.number(.sampleStep) ?? 1
    isSignal = experiment.operation == .conv1d
    channels = experiment.channelMap.channels(ofFilter: cell.channel)
  }

  /// The axes along which the window slides.
  var axes: [Axis] { isSignal ? [.horizontal] : [.vertical, .horizontal] }

  var hasPadding: Bool { geometry.padding != .none }

  func geometry(_ axis: Axis) -> AxisGeometry { axis == .vertical ? geometry.vertical : geometry.horizontal }

  func output(_ axis: Axis) -> Int { axis == .vertical ? cell.row : cell.column }

  private func taps(_ axis: Axis) -> Int { axis == .vertical ? weights.height : weights.width }

  /// The window on the padded input, as Python slices it: `2:5`, or `2:7:2` with a dilation.
  func slice(_ axis: Axis) -> String {
    let geometry = geometry(axis)
    let start = output(axis) * geometry.stride
    let end = start + geometry.effectiveExtent(kernel: taps(axis))
    return geometry.dilation == 1 ? "\(start):\(end)" : "\(start):\(end):\(geometry.dilation)"
  }

  /// One product of the cell: where its two factors stand.
  struct Product {
    /// Counted among all channels of the input.
    let channel: Int
    /// Rows and columns of the padded input, as many as there are axes.
    let input: [Int]
    /// The channel of the weight, counted in its filter.
    let weightChannel: Int
    let weight: [Int]
  }

  /// The product at a place of the tap order: channel, then row, then column of the window.
  func product(_ index: Int) -> Product {
    let (plane, tap) = index.quotientAndRemainder(dividingBy: weights.height * weights.width)
    let (row, column) = tap.quotientAndRemainder(dividingBy: weights.width)
    func place(_ axis: Axis) -> Int {
      let geometry = geometry(axis)
      return output(axis) * geometry.stride + (axis == .vertical ? row : column) * geometry.dilation
    }
    func weight(_ axis: Axis) -> Int {
      let tap = axis == .vertical ? row : column
      return isTurned ? taps(axis) - 1 - tap : tap
    }
    return Product(
      channel: channels.lowerBound + plane, input: axes.map(place), weightChannel: plane, weight: axes.map(weight))
  }

  /// ` * 0.5` for a sample step other than 1.
  var scaling: String { sampleStep == 1 ? "" : " * \(NumberText.shortest(sampleStep))" }
}
