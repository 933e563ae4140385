import ConvolutionEngine

/// Edits after which input, weights and biases have other numbers of channels, filters or groups.
extension ExplorerState {
  /// The legal numbers of filters, and of channels; actions give no more, files may.
  package static let channelCounts = 1...4096

  /// So many filters; new ones are copies of the last.
  func filtersDelta(_ count: Int) throws(ExplorerError) -> Delta {
    let old = experiment.channelMap
    let new = try mapWithFilters(count)
    let weights = try filterWeights()
    let followed = try weights.following(from: old, to: new, limit: Self.operandLimit)
    return .operands(withBias([.weights: followed], filters: count), parameters: [:])
  }

  /// So many filters of random weights, whole numbers from −3 to 3, the same for a seed everywhere.
  func randomFiltersDelta(_ count: Int, seed: UInt64) throws(ExplorerError) -> Delta {
    let new = try mapWithFilters(count)
    let weights = try filterWeights()
    let shape = try Tensor.shapeOfWeights(
      new, kernel: PerAxis(vertical: weights.shape.height, horizontal: weights.shape.width), limit: Self.operandLimit)
    return .group([
      .operands(withBias([.weights: .randomKernels(shape, seed: seed)], filters: count), parameters: [:]),
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
    if experiment.operation.isTransposed, channels > 0,
      let followed = experiment.operands[.weights]?.following(inputChannels: channels, experiment.operation)
    {
      return .operands([.input: tensor, .weights: followed], parameters: change(of: .groups, to: 1))
    }
    guard let weights = experiment.operands[.weights], weightsAreFilters, channels != map.channels, channels > 0 else {
      return .operands([.input: tensor], parameters: [:])
    }
    let groups = map.groups(fittingChannels: channels, filters: map.filters)
    let followed = try weights.following(
      from: map, to: ChannelMap(channels: channels, filters: map.filters, groups: groups), limit: Self.operandLimit)
    return .operands([.input: tensor, .weights: followed], parameters: change(of: .groups, to: groups))
  }

  /// Other weights. A single kernel for each filter is repeated for all channels; weights for fewer channels than there
  /// are set the groups that they are for; biases follow another number of filters.
  func weightsDelta(_ tensor: Tensor) throws(ExplorerError) -> Delta {
    let map = experiment.channelMap
    let (filters, channels) = (tensor.shape.batch, tensor.shape.channels)
    guard weightsAreFilters, filters > 0, channels > 0 else {
      let weights = tensor.ofOneChannel(forInputChannels: map.channels, experiment.operation)
      return .operands([.weights: weights ?? tensor], parameters: [:])
    }
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

  /// Another number of groups, whose weights follow; nil when it is not legal or nothing follows, so that setting the
  /// parameter alone says why.
  func groupsDelta(_ groups: Int) throws(ExplorerError) -> Delta? {
    let old = experiment.channelMap
    guard
      let weights = experiment.operands[.weights], weightsAreFilters, groups != old.groups,
      old.legalGroups.contains(groups)
    else { return nil }
    let new = ChannelMap(channels: old.channels, filters: old.filters, groups: groups)
    return .operands(
      [.weights: try weights.following(from: old, to: new, limit: Self.operandLimit)],
      parameters: [.groups: .integer(groups)])
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
        place.batch = filter
        place.channel = channel
        cells.append(.cell(.weights, place, preset.values[offset]))
      }
    }
    return .group(cells)
  }

  /// One bias. The first one that is edited makes all others, which are 0.
  func biasDelta(_ coordinate: Coordinate, _ value: Float) throws(ExplorerError) -> Delta {
    guard experiment.operands[.bias] == nil else { return .cell(.bias, coordinate, value) }
    let filters = outputShape.channels
    guard
      OperatorCatalog.description(of: experiment.operation).optionalOperands.contains(.bias),
      let shape = try? Shape(channels: filters, height: 1, width: 1)
    else { throw .experiment(.missingOperand(.bias)) }
    guard shape.contains(coordinate) else { throw .noSuchFilter(coordinate.channel, count: filters) }
    var bias = Tensor(shape: shape)
    bias[coordinate] = value
    return .operands([.bias: bias], parameters: [:])
  }

  /// A bias of any shape with one number for each filter, such as the row that a file holds.
  func biasDelta(loading tensor: Tensor) -> Delta {
    let filters = outputShape.channels
    guard
      tensor.shape.count == filters, let shape = try? Shape(channels: filters, height: 1, width: 1),
      let bias = try? Tensor(shape: shape, values: tensor.values)
    else { return .operands([.bias: tensor], parameters: [:]) }
    return .operands([.bias: bias], parameters: [:])
  }

  // MARK: Parts

  /// Whether the weights are O×(C/groups)×kH×kW, with a filter for each output channel.
  var weightsAreFilters: Bool {
    experiment.operation == .conv2d || experiment.operation == .conv1d
  }

  private func filterWeights() throws(ExplorerError) -> Tensor {
    guard weightsAreFilters, let weights = experiment.operands[.weights] else {
      throw .noFilters(experiment.operation)
    }
    return weights
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
