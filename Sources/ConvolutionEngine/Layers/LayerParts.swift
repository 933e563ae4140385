/// What several layers are made of.
extension LayerTensor {
  /// Weights and perhaps a bias of so many numbers.
  static func weights(axes: [Int], bias: Int?) throws(LayerError) -> [LayerTensor] {
    let weights = try LayerTensor(.weights, axes: axes)
    guard let bias else { return [weights] }
    return [weights, try LayerTensor(.bias, axes: [bias])]
  }
}

extension LayerOutputs {
  /// The numbers of filters or features that a layer can have.
  static let legal = 1...AxisGeometry.limit
}

extension LayerQuantity {
  /// The product of two counts.
  func product(_ left: Int, _ right: Int) throws(LayerError) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw .uncountable(self) }
    return product
  }

  /// The sum of two counts.
  func sum(_ left: Int, _ right: Int) throws(LayerError) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .uncountable(self) }
    return sum
  }
}

extension ParameterSpecification {
  /// The size of a window, which PyTorch gives no default.
  static let kernelSize = ParameterSpecification(.kernelSize, .axes, default: nil, isRequired: true)
}

extension Parameters {
  /// A pair without which a layer means nothing.
  func required(_ name: ParameterName) throws(LayerError) -> PerAxis<Int> {
    guard let pair = axes(name) else { throw .missingParameter(name) }
    return pair
  }

  /// The kernel of a convolution from `channels` to `filters`, once all of it is known to make weights.
  ///
  /// - Throws: `LayerError.missingParameter`, `.outputs`, or what a convolution says of the groups or the kernel.
  func kernel(channels: Int, filters: Int) throws(LayerError) -> PerAxis<Int> {
    let kernel = try required(.kernelSize)
    guard LayerOutputs.legal.contains(filters) else { throw .outputs(filters, legal: LayerOutputs.legal) }
    for axis in Axis.allCases where kernel[axis] < 1 {
      throw .operation(.convolution(.geometry(.emptyKernel(axis: axis))))
    }
    guard groups >= 1, channels.isMultiple(of: groups), filters.isMultiple(of: groups) else {
      throw .operation(.convolution(.groups(groups, channels: channels, filters: filters)))
    }
    return kernel
  }
}
