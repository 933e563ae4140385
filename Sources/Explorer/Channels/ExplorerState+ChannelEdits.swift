import ConvolutionEngine

/// Edits after which input, weights and biases have other numbers of channels, filters or groups.
extension ExplorerState {
  /// The legal numbers of filters, and of channels; actions give no more, files may.
  package static let channelCounts = 1...4096

  /// So many filters; new ones are copies of the last.
  func filtersDelta(_ count: Int) throws(ExplorerError) -> Delta {
    let old = experiment.channelMap
    let new = try mapWithFilters(count)
    let followed = try filterWeights().following(from: old, to: new, limit: Self.operandLimit)
    return .operands(withBias([.weights: weights(followed, of: new)], filters: count), parameters: [:])
  }

  /// So many filters of random weights, whole numbers from −3 to 3, the same for a seed everywhere.
  func randomFiltersDelta(_ count: Int, seed: UInt64) throws(ExplorerError) -> Delta {
    let new = try mapWithFilters(count)
    let old = try filterWeights().shape
    let shape = try Tensor.shapeOfWeights(
      new, kernel: PerAxis(vertical: old.height, horizontal: old.width), limit: Self.operandLimit)
    let drawn = weights(.randomKernels(shape, seed: seed), of: new)
    return .group([
      .operands(withBias([.weights: drawn], filters: count), parameters: [:]),
      .origin(.weights, GridOrigin(name: "random-\(seed)")),
    ])
  }

  private func mapWithFilters(_ count: Int) throws(ExplorerError) -> ChannelMap {
    let map = experiment.channelMap
    guard Self.channelCounts.contains(count), count.isMultiple(of: map.groups) else {
      throw .filterCount(count, groups: map.groups, limit: Self.channelCounts.upperBound)
    }
    return ChannelMap(channels: map.channels, filters: count, groups: map.groups)
  }

  /// So many input channels; new ones are copies of the last, and the weights follow.
  func channelsDelta(_ count: Int) throws(ExplorerError) -> Delta {
    let map = experiment.channelMap
    guard Self.channelCounts.contains(count), count.isMultiple(of: map.groups) else {
      throw .channelCount(count, groups: map.groups, limit: Self.channelCounts.upperBound)
    }
    guard let input = experiment.operands[.input] else { throw .experiment(.missingOperand(.input)) }
    return try inputDelta(input.withChannels(count, limit: Self.operandLimit))
  }

  /// Another input. Weights follow another number of channels, and so do the groups when they no longer divide it.
  func inputDelta(_ tensor: Tensor) throws(ExplorerError) -> Delta {
    let map = experiment.channelMap
    let channels = tensor.shape.channels
    guard hasFilters, channels != map.channels, channels > 0 else {
      return .operands([.input: tensor], parameters: experiment.windowFollowing(tensor.shape))
    }
    let groups = map.groups(fittingChannels: channels, filters: map.filters)
    let new = ChannelMap(channels: channels, filters: map.filters, groups: groups)
    let followed = try filterWeights().following(from: map, to: new, limit: Self.operandLimit)
    return .operands(
      [.input: tensor, .weights: weights(followed, of: new)], parameters: change(of: .groups, to: groups))
  }

  /// Other weights. A single kernel for each filter is repeated for all channels; weights for fewer channels than there
  /// are set the groups that they are for; biases follow another number of filters.
  func weightsDelta(_ tensor: Tensor) throws(ExplorerError) -> Delta {
    guard experiment.operation.hasWeights else { throw .noFilters(experiment.operation) }
    let map = experiment.channelMap
    let (filters, channels) = (tensor.shape.batch, tensor.shape.channels)
    guard hasFilters, filters > 0, channels > 0 else { return .operands([.weights: tensor], parameters: [:]) }
    if experiment.operation.isTransposed { return try transposedWeightsDelta(tensor) }
    var weights = tensor
    var groups = map.groups
    if channels == 1 {
      groups = map.groups(fittingChannels: map.channels, filters: filters)
      weights = try tensor.following(
        from: ChannelMap(channels: 1, filters: filters, groups: 1),
        to: ChannelMap(channels: map.channels, filters: filters, groups: groups), limit: Self.operandLimit)
    } else if map.channels.isMultiple(of: channels), filters.isMultiple(of: map.channels / channels) {
      groups = map.channels / channels
    }
    return .operands(
      withBias([.weights: weights], filters: filters), parameters: change(of: .groups, to: groups))
  }

  /// Other weights of a transposed convolution: those for one channel are repeated for all channels there are.
  private func transposedWeightsDelta(_ tensor: Tensor) throws(ExplorerError) -> Delta {
    let map = experiment.channelMap
    let filters = tensor.shape.channels * map.groups
    guard tensor.shape.batch == 1, map.channels > 1 else {
      return .operands(withBias([.weights: tensor], filters: filters), parameters: [:])
    }
    let new = ChannelMap(channels: map.channels, filters: filters, groups: map.groups)
    let size = PerAxis(vertical: tensor.shape.height, horizontal: tensor.shape.width)
    _ = try Tensor.shapeOfWeights(new, kernel: size, limit: Self.operandLimit)
    let shape = try? Shape(
      batch: map.channels, channels: tensor.shape.channels, height: size.vertical, width: size.horizontal)
    let weights = shape.map { shape in
      tensor.mapped(to: shape) { Coordinate(batch: 0, channel: $0.channel, row: $0.row, column: $0.column) }
    }
    return .operands(withBias([.weights: weights ?? tensor], filters: filters), parameters: [:])
  }

  /// Another number of groups, whose weights follow; nil when it is not legal or nothing follows, so that setting the
  /// parameter alone says why.
  func groupsDelta(_ groups: Int) throws(ExplorerError) -> Delta? {
    let old = experiment.channelMap
    guard hasFilters, groups != old.groups, old.legalGroups.contains(groups) else { return nil }
    let new = ChannelMap(channels: old.channels, filters: old.filters, groups: groups)
    let followed = try filterWeights().following(from: old, to: new, limit: Self.operandLimit)
    return .operands([.weights: weights(followed, of: new)], parameters: [.groups: .integer(groups)])
  }

  /// One kernel preset for all channels of one filter; the others stay.
  func presetFilterDelta(_ filter: Int, _ name: String) throws(ExplorerError) -> Delta {
    guard let preset = KernelPreset.named(name)?.weights else { throw .unknownPreset(name, operand: .weights) }
    guard (0..<outputShape.channels).contains(filter) else {
      throw .noSuchFilter(filter, count: outputShape.channels)
    }
    let shape = try filterWeights().shape
    guard preset.shape.height == shape.height, preset.shape.width == shape.width else {
      throw .kernelSize(
        name, PerAxis(vertical: preset.shape.height, horizontal: preset.shape.width),
        filters: PerAxis(vertical: shape.height, horizontal: shape.width))
    }
    var cells: [Delta] = []
    for channel in 0..<shape.channels {
      for offset in 0..<preset.shape.count {
        var place = preset.shape.coordinate(at: offset)
        (place.batch, place.channel) = planeOfKernel(filter: filter, channel: channel)
        cells.append(.cell(.weights, place, preset.values[offset]))
      }
    }
    return .group(cells)
  }

  /// One bias. The first one that is edited makes all others, which are 0.
  func biasDelta(_ coordinate: Coordinate, _ value: Float) throws(ExplorerError) -> Delta {
    guard experiment.operands[.bias] == nil else { return .cell(.bias, coordinate, value) }
    let filters = outputShape.channels
    guard takesBias, let shape = try? Shape(channels: filters, height: 1, width: 1) else {
      throw .experiment(.missingOperand(.bias))
    }
    guard shape.contains(coordinate) else { throw .noSuchFilter(coordinate.channel, count: filters) }
    var bias = Tensor(shape: shape)
    bias[coordinate] = value
    return .operands([.bias: bias], parameters: [:])
  }

  private var takesBias: Bool {
    OperatorCatalog.description(of: experiment.operation).optionalOperands.contains(.bias)
  }

  /// A bias of any shape with one number for each filter, such as the row that a file holds.
  func biasDelta(loading tensor: Tensor) throws(ExplorerError) -> Delta {
    guard takesBias else { throw .experiment(.missingOperand(.bias)) }
    let filters = outputShape.channels
    guard
      tensor.shape.count == filters, let shape = try? Shape(channels: filters, height: 1, width: 1),
      let bias = try? Tensor(shape: shape, values: tensor.values)
    else { return .operands([.bias: tensor], parameters: [:]) }
    return .operands([.bias: bias], parameters: [:])
  }

  // MARK: Parts

  /// Whether there is a filter for each output channel, with a kernel for each input channel that it sees.
  private var hasFilters: Bool { experiment.operation.hasWeights && experiment.operands[.weights] != nil }

  /// The weights as O×(C/groups)×kH×kW, whichever way the operator has them.
  private func filterWeights() throws(ExplorerError) -> Tensor {
    guard hasFilters, let weights = experiment.operands[.weights] else { throw .noFilters(experiment.operation) }
    guard experiment.operation.isTransposed else { return weights }
    return weights.asFilters(of: experiment.channelMap) ?? weights
  }

  /// Filters for a map as the operator has them.
  private func weights(_ filters: Tensor, of map: ChannelMap) -> Tensor {
    experiment.operation.isTransposed ? filters.asTransposedWeights(of: map) ?? filters : filters
  }

  /// Where the kernel of a filter for one of its channels, counted in the filter, stands in the weights.
  private func planeOfKernel(filter: Int, channel: Int) -> (batch: Int, channel: Int) {
    guard experiment.operation.isTransposed else { return (filter, channel) }
    let map = experiment.channelMap
    return (map.channels(ofFilter: filter).lowerBound + channel, filter % max(1, experiment.weightShape.channels))
  }

  /// The operands together with the biases of so many filters, if there are biases.
  private func withBias(_ operands: [OperandName: Tensor?], filters: Int) -> [OperandName: Tensor?] {
    guard let bias = experiment.operands[.bias], bias.shape.count != filters else { return operands }
    return operands.merging([.bias: bias.biasFollowing(filters: filters)]) { $1 }
  }

  private func change(of name: ParameterName, to value: Int) -> [ParameterName: ParameterValue] {
    experiment.parameters.integer(name).map { $0 == value ? [:] : [name: .integer(value)] } ?? [:]
  }
}
