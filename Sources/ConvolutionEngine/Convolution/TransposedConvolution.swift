/// One valid transposed convolution: shapes, geometry and orientation, checked together once.
///
/// Input N×C×H×W and weights C×(O/groups)×kH×kW give an output N×O×H′×W′ with
/// H′ = (H − 1)·stride + dilation·(kH − 1) + 1 − top − bottom + output padding, and W′ likewise (the rule of PyTorch's
/// `ConvTranspose2d`). Every input cell adds the kernel times its value to the output around i·stride: the adjoint of the
/// convolution with the same weights. Padding crops the output; output padding keeps more of it at the bottom and right.
public struct TransposedConvolution: Hashable, Sendable {
  public let input: Shape
  public let weights: Shape
  public let output: Shape
  /// Stride and dilation, and as padding the cropping; the mode is always zeros.
  public let geometry: ConvolutionGeometry
  public let outputPadding: PerAxis<Int>
  public let orientation: KernelOrientation
  public let groups: Int

  /// - Parameter bias: the shape of the bias, 1×O×1×1, or nil for none.
  /// - Throws: `ConvolutionError` with the facts of the mismatch.
  public init(
    input: Shape, weights: Shape, bias: Shape? = nil, geometry: ConvolutionGeometry,
    outputPadding: PerAxis<Int> = PerAxis(0), orientation: KernelOrientation = .crossCorrelation, groups: Int = 1
  ) throws(ConvolutionError) {
    guard input.channels == weights.batch else {
      throw .transposedChannelMismatch(input: input.channels, weights: weights.batch)
    }
    guard groups >= 1, input.channels.isMultiple(of: groups) else {
      throw .groups(groups, channels: input.channels, filters: weights.channels)
    }
    let (filters, overflow) = weights.channels.multipliedReportingOverflow(by: groups)
    guard !overflow else {
      throw .output(.tooLarge([input.batch, .max, input.height, input.width]))
    }
    if let bias, bias.count != filters || bias.channels != filters {
      throw .biasMismatch(bias: bias.count, filters: filters)
    }
    let height = try Self.outputCount(
      geometry.vertical, input: input.height, kernel: weights.height, more: outputPadding.vertical, axis: .vertical)
    let width = try Self.outputCount(
      geometry.horizontal, input: input.width, kernel: weights.width, more: outputPadding.horizontal,
      axis: .horizontal)
    do {
      output = try Shape(batch: input.batch, channels: filters, height: height, width: width)
    } catch {
      throw .output(error)
    }
    self.input = input
    self.weights = weights
    self.geometry = geometry
    self.outputPadding = outputPadding
    self.orientation = orientation
    self.groups = groups
  }

  private static func outputCount(
    _ geometry: AxisGeometry, input: Int, kernel: Int, more: Int, axis: Axis
  ) throws(ConvolutionError) -> Int {
    guard input > 0 else { throw .geometry(.emptyInput(axis: axis)) }
    guard kernel > 0 else { throw .geometry(.emptyKernel(axis: axis)) }
    let limit = AxisGeometry.limit
    guard input <= limit, kernel <= limit else { throw .geometry(.extent(max(input, kernel), axis: axis)) }
    let legal = 0...(max(geometry.stride, geometry.dilation) - 1)
    guard legal.contains(more) else { throw .outputPadding(more, legal: legal, axis: axis) }
    let extent = (input - 1) * geometry.stride + geometry.effectiveExtent(kernel: kernel) + more
    let cropped = geometry.paddingBefore + geometry.paddingAfter
    guard extent > cropped else { throw .nothingLeft(extent: extent, cropped: cropped, axis: axis) }
    return extent - cropped
  }

  /// The number of filters in a group.
  private var filtersPerGroup: Int { weights.channels }

  /// The input channels that reach an output channel.
  public func inputChannels(ofFilter filter: Int) -> Range<Int> {
    let perGroup = input.channels / groups
    let group = filter / filtersPerGroup
    return (group * perGroup)..<((group + 1) * perGroup)
  }

  /// The most products in one output cell: in each channel, and along each axis, one for every `stride / gcd(stride, dilation)`
  /// taps, but no more than there are input cells.
  public var mostTapsPerCell: Int {
    func most(_ geometry: AxisGeometry, _ kernel: Int, _ input: Int) -> Int {
      let period = geometry.stride / greatestCommonDivisor(geometry.stride, geometry.dilation)
      return min((kernel + period - 1) / period, input)
    }
    return input.channels / groups * most(geometry.vertical, weights.height, input.height)
      * most(geometry.horizontal, weights.width, input.width)
  }

  /// Visits the taps that reach one output cell, in tap order: input channel, then kernel row, then kernel column.
  ///
  /// Tap t at output y comes from the input cell i with i·stride + t·dilation − cropped = y, if there is one. Complexity:
  /// O(C/groups × kH × kW).
  public func forEachTap(of cell: Coordinate, _ body: (ConvolutionTap) -> Void) {
    let filter = cell.channel % max(1, filtersPerGroup)
    for channel in inputChannels(ofFilter: cell.channel) {
      for row in 0..<weights.height {
        guard let inputRow = Self.source(geometry.vertical, cell.row, tap: row, input: input.height) else { continue }
        for column in 0..<weights.width {
          guard let inputColumn = Self.source(geometry.horizontal, cell.column, tap: column, input: input.width)
          else { continue }
          let place = Coordinate(batch: cell.batch, channel: channel, row: inputRow, column: inputColumn)
          body(
            ConvolutionTap(
              weight: weightCoordinate(filter: filter, channel: channel, row: row, column: column),
              position: place, source: place))
        }
      }
    }
  }

  /// The number of taps that reach one output cell. Complexity: O(kH + kW).
  public func tapCount(of cell: Coordinate) -> Int {
    func count(_ geometry: AxisGeometry, _ position: Int, kernel: Int, input: Int) -> Int {
      (0..<kernel).count { Self.source(geometry, position, tap: $0, input: input) != nil }
    }
    return input.channels / groups
      * count(geometry.vertical, cell.row, kernel: weights.height, input: input.height)
      * count(geometry.horizontal, cell.column, kernel: weights.width, input: input.width)
  }

  /// The input cells that reach one output cell. Complexity: O(kH + kW).
  public func footprint(of cell: Coordinate) -> Footprint {
    func sources(_ geometry: AxisGeometry, _ position: Int, kernel: Int, input: Int) -> EvenPositions {
      // Even, because taps meet an input cell every stride / gcd(stride, dilation) taps.
      EvenPositions(
        even: (0..<kernel).reversed().compactMap { Self.source(geometry, position, tap: $0, input: input) })
    }
    return Footprint(
      rows: sources(geometry.vertical, cell.row, kernel: weights.height, input: input.height),
      columns: sources(geometry.horizontal, cell.column, kernel: weights.width, input: input.width))
  }

  private static func source(_ geometry: AxisGeometry, _ output: Int, tap: Int, input: Int) -> Int? {
    let offset = output + geometry.paddingBefore - tap * geometry.dilation
    guard offset >= 0, offset.isMultiple(of: geometry.stride) else { return nil }
    let index = offset / geometry.stride
    return index < input ? index : nil
  }

  private func weightCoordinate(filter: Int, channel: Int, row: Int, column: Int) -> Coordinate {
    switch orientation {
    case .crossCorrelation: Coordinate(batch: channel, channel: filter, row: row, column: column)
    case .convolution:
      Coordinate(
        batch: channel, channel: filter, row: weights.height - 1 - row, column: weights.width - 1 - column)
    }
  }
}
