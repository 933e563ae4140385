import ConvolutionEngine

/// A convolution against a dense layer, like for like: the same maps made of the same input.
///
/// A comparison is fair only at equal outputs. A dense layer to a few hundred numbers beside a convolution to whole maps is
/// told apart as `few`.
package struct StackComparison: Equatable, Sendable {
  package let input: ActivationShape
  package let output: ActivationShape
  /// Weights and biases of the convolution.
  package let weights: Int
  package let biases: Int
  /// in × out weights of the dense layer; nil for more than `Int` counts.
  package let denseWeights: Int?
  /// With its out biases.
  package let denseParameters: Int?
  /// How many times the parameters of the convolution that is, rounded.
  package let ratio: Double
  /// The weights of a dense layer to `fewNumbers` numbers; nil for more than `Int` counts.
  package let fewWeights: Int?
  /// How many times the weights of the convolution that is, rounded.
  package let fewRatio: Double

  /// The width that articles like to compare with.
  package static let fewNumbers = 512

  package var parameters: Int { weights + biases }

  /// Nil for a level that is not the output of a convolution.
  package init?(_ model: StackModel, level: Int) {
    guard level > 0, model.network.nodes[level - 1].layer is Conv2DLayer, let input = model.inputs(of: level).first
    else { return nil }
    let costs = model.summary.rows[level - 1].costs
    self.input = input
    output = model.shapes[level]
    weights = costs.weights
    biases = costs.biases
    denseWeights = Self.product(input.count, output.count)
    denseParameters = denseWeights.flatMap { Self.sum($0, model.shapes[level].count) }
    let (numbers, results) = (Double(input.count), Double(output.count))
    ratio = (numbers * results + (biases > 0 ? results : 0)) / Double(weights + biases)
    fewWeights = Self.product(input.count, Self.fewNumbers)
    fewRatio = numbers * Double(Self.fewNumbers) / Double(weights)
  }

  private static func product(_ left: Int, _ right: Int) -> Int? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }

  private static func sum(_ left: Int, _ right: Int) -> Int? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }
}

/// Several convolutions of stride 1 in a row against one with the same field: 27·C² weights in three 3×3, 49·C² in a 7×7.
package struct StackSubstitute: Equatable, Sendable {
  /// The convolutions so far, and their kernels in order.
  package let kernels: [Int]
  /// Their weights, biases left out.
  package let weights: Int
  /// The side of the field of all of them, and of the one kernel that has it as well.
  package let field: Int
  /// The weights of that one kernel; nil for more than `Int` counts.
  package let oneWeights: Int?
  /// The channels, where all maps have as many.
  package let channels: Int?

  /// Nil unless the level is made by two or more such convolutions, and by nothing else that slides.
  package init?(_ model: StackModel, level: Int) {
    guard level > 0, let field = model.summary.rows[level - 1].receptiveField,
      field.vertical.size == field.horizontal.size
    else { return nil }
    var kernels: [Int] = []
    var weights = 0
    var channels: Set<Int> = [model.shapes[0].channels]
    for later in 1...level {
      let node = model.network.nodes[later - 1]
      guard model.sources(of: later) == [later - 1], model.reaches[later - 1].vertical.advance == 1 else { return nil }
      channels.insert(model.shapes[later].channels)
      guard let layer = node.layer as? Conv2DLayer else {
        guard model.reaches[later - 1] == PerAxis(.cell) else { return nil }
        continue
      }
      guard let kernel = layer.kernel, kernel.vertical == kernel.horizontal else { return nil }
      kernels.append(kernel.vertical)
      weights += model.summary.rows[later - 1].costs.weights
    }
    guard kernels.count >= 2 else { return nil }
    self.kernels = kernels
    self.weights = weights
    self.field = field.vertical.size
    self.channels = channels.count == 1 ? channels.first : nil
    let (square, isLarge) = self.field.multipliedReportingOverflow(by: self.field)
    let (pairs, areMany) = model.shapes[0].channels.multipliedReportingOverflow(by: model.shapes[level].channels)
    let (product, overflow) = square.multipliedReportingOverflow(by: pairs)
    oneWeights = isLarge || areMany || overflow ? nil : product
  }
}
