import ConvolutionEngine

/// Filters that were chosen by name, and what becomes of their names.
extension ExplorerState {
  /// One filter for each named kernel, all of the size of the largest, with zeros evenly around smaller ones; where an odd
  /// row or column is left over, it stands at the bottom or right.
  func kernelsDelta(_ names: [String]) throws(ExplorerError) -> Delta {
    guard experiment.operation.hasNamedFilters else { throw .noFilters(experiment.operation) }
    var kernels: [Tensor] = []
    for name in names {
      guard let kernel = KernelPreset.named(name)?.weights else { throw .unknownPreset(name, operand: .weights) }
      kernels.append(kernel)
    }
    let height = kernels.map(\.shape.height).max() ?? 1
    let width = kernels.map(\.shape.width).max() ?? 1
    guard
      Self.channelCounts.contains(names.count),
      let shape = try? Shape(batch: names.count, channels: 1, height: height, width: width)
    else { throw .filterCount(names.count, groups: 1, limit: Self.channelCounts.upperBound) }
    var weights = Tensor(shape: shape)
    for (filter, kernel) in kernels.enumerated() {
      let top = (height - kernel.shape.height) / 2
      let left = (width - kernel.shape.width) / 2
      for row in 0..<kernel.shape.height {
        for column in 0..<kernel.shape.width {
          weights[batch: filter, row: top + row, column: left + column] = kernel[row: row, column: column]
        }
      }
    }
    let origin = GridOrigin(
      name: names.joined(separator: ", "), filters: names.map { FilterOrigin(name: $0) })
    return .group([try weightsDelta(weights), .origin(.weights, origin)])
  }

  /// The names after the number of filters has changed: new ones are copies of the last.
  func followingNames(_ delta: Delta, filters count: Int) -> Delta {
    guard var origin = document.origins[.weights], let last = origin.filters.last else { return delta }
    origin.filters = (0..<count).map { origin.filters.indices.contains($0) ? origin.filters[$0] : last }
    return .group([delta, .origin(.weights, origin)])
  }

  /// The names after one filter was replaced by a named kernel.
  func renaming(_ filter: Int, to name: String, _ delta: Delta) -> Delta {
    guard var origin = document.origins[.weights], origin.filters.indices.contains(filter) else { return delta }
    origin.filters[filter] = FilterOrigin(name: name)
    origin.isEdited = true
    return .group([delta, .origin(.weights, origin)])
  }

  /// What a filter was called when it was chosen; nil for one that was not chosen by name.
  package func filterOrigin(_ filter: Int) -> FilterOrigin? {
    guard experiment.operation.hasNamedFilters, let filters = document.origins[.weights]?.filters,
      filters.count == outputShape.channels,
      filters.indices.contains(filter)
    else { return nil }
    return filters[filter]
  }
}

extension GridOrigin {
  /// Marks the filters that a change of the weights touches.
  mutating func noteEdit(_ delta: Delta) {
    switch delta {
    case .cell(.weights, let place, _), .block(.weights, let place, _):
      if filters.indices.contains(place.batch) { filters[place.batch].isEdited = true }
    case .resize(.weights, _, _): for index in filters.indices { filters[index].isEdited = true }
    default: break
    }
  }
}

extension OperatorName {
  /// Whether its weights are a filter for each output channel along their first axis, which can be chosen by name.
  package var hasNamedFilters: Bool { self == .conv2d || self == .conv1d }
}
