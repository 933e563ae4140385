extension NetworkWeights {
  /// Weights to begin training with, by PyTorch's defaults; the same seed gives the same bits everywhere.
  ///
  /// Weights of convolutions and linear layers, and their biases, are uniform between ±1/√n, where n is the number of
  /// weights that belong to one row of the weights' first axis: the products in one output (He and others' rule with the
  /// slope √5). Batch normalisation begins with weights and variances of 1, biases and means of 0.
  /// Numbers are drawn in the order of the state dict, by SplitMix64. Complexity: O(weights).
  ///
  /// Source: PyTorch, `reset_parameters` of `torch.nn.Conv2d`, `Linear` and `BatchNorm2d`; He, Zhang, Ren, Sun,
  /// "Delving Deep into Rectifiers" (2015).
  /// - Throws: `NetworkError` when the network does not fit its own input, which it always does.
  public static func initial(for network: Network, seed: UInt64) throws(NetworkError) -> NetworkWeights {
    var generator = SplitMix64(seed: seed)
    let parameters = try network.parameters()
    // The bound of each node's uniform numbers.
    var bounds: [Int: Double] = [:]
    for parameter in parameters where parameter.tensor.operand == .weights && parameter.tensor.axes.count > 1 {
      bounds[parameter.node] = 1 / Double(parameter.tensor.count / parameter.tensor.axes[0]).squareRoot()
    }
    var arrays: [String: NDArray<Float>] = [:]
    for parameter in parameters {
      let tensor = parameter.tensor
      let values: [Float]
      switch (tensor.operand, bounds[parameter.node]) {
      case (.weights, let bound?), (.bias, let bound?):
        values = (0..<tensor.count).map { _ in generator.uniform(within: bound) }
      case (.weights, nil), (.runningVariance, _): values = Array(repeating: 1, count: tensor.count)
      default: values = Array(repeating: 0, count: tensor.count)
      }
      arrays[parameter.name] = try? NDArray(axes: tensor.axes, values: values)
    }
    return try NetworkWeights(for: network, arrays)
  }
}

extension SplitMix64 {
  /// A number from −`bound` to below `bound`, of 53 random bits.
  fileprivate mutating func uniform(within bound: Double) -> Float {
    Float((Double(next() >> 11) * 0x1p-52 - 1) * bound)
  }
}
