import ConvolutionEngine

/// Numbers from −0.5 to 0.5 that a line of Python makes too, for comparing whole networks without storing their weights:
///
///     k = numpy.arange(count); (((k * 7919 + seed * 104729) % 2003) / 2003.0 - 0.5).astype(numpy.float32)
enum RepeatableNumbers {
  static func values(_ count: Int, seed: Int) -> [Float] {
    (0..<count).map { Float(Double(($0 * 7919 + seed * 104_729) % 2003) / 2003 - 0.5) }
  }

  /// Weights for a network: the first tensor has seed 1, the next one 2, and so on; variances are 1 more.
  static func weights(of network: Network) throws -> NetworkWeights {
    var seed = 0
    return try NetworkWeights(for: network) { name, axes throws(NDArrayError) in
      seed += 1
      let numbers = values(axes.reduce(1, *), seed: seed)
      return try NDArray(axes: axes, values: name.hasSuffix("running_var") ? numbers.map { $0 + 1 } : numbers)
    }
  }
}
