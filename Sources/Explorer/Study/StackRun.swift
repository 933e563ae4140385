import ConvolutionEngine

/// A small stack really computed: a preset picture through seeded weights.
///
/// The weights are drawn, not trained: what the maps show is what the layers do to a picture, not what they have learnt.
package struct StackRun: Sendable {
  /// The most products, weights and numbers of maps together: what a frame can wait for.
  package static let workBudget = 4_000_000

  /// The input, with the name of its preset.
  package let input: Activation
  package let presetName: String
  package let activations: NetworkActivations

  /// Nil for a stack beyond the budget.
  package init?(_ model: StackModel) {
    let total = model.summary.total
    let counts = [
      total.multiplyAccumulates, total.parameters, total.activationBytes / MemoryLayout<Float>.size,
      model.shapes[0].count,
    ]
    guard counts.allSatisfy({ $0 <= Self.workBudget }), counts.reduce(0, +) <= Self.workBudget,
      let picture = Self.picture(for: model.shapes[0]),
      let weights = try? NetworkWeights.initial(for: model.network, seed: Self.seed),
      let input = try? Activation(shape: model.shapes[0], tensor: picture.tensor),
      let activations = try? model.network.forward(input, weights: weights)
    else { return nil }
    self.input = input
    presetName = picture.name
    self.activations = activations
  }

  /// The seed of the weights.
  package static let seed: UInt64 = 1

  /// What a level holds; nil for a layer that does not run.
  package func activation(at level: Int) -> Activation? { level == 0 ? input : activations[level - 1] }

  /// The value of a cell in channel 0, or the first feature of a vector.
  package func value(level: Int, row: Int, column: Int) -> Float? {
    guard let tensor = activation(at: level)?.tensor else { return nil }
    let place = Coordinate(batch: 0, channel: 0, row: row, column: column)
    return tensor.shape.contains(place) ? tensor[place] : nil
  }

  /// The scale of channel 0: from 0 to the largest, as far to both sides where any is below 0.
  package func scale(level: Int) -> ClosedRange<Float> {
    guard let activation = activation(at: level) else { return 0...0 }
    let plane = activation.shape.size.vertical * activation.shape.size.horizontal
    let values = activation.tensor.values.prefix(plane).filter(\.isFinite)
    let most = values.reduce(0) { max($0, abs($1)) }
    return values.contains { $0 < 0 } ? -most...most : 0...most
  }

  /// A figure 8 for one channel, patches of colour for three, noise for others.
  private static func picture(for shape: ActivationShape) -> (name: String, tensor: Tensor)? {
    let name = shape.channels == 1 ? "digit-8" : shape.channels == 3 ? "rgb-patches" : "noise"
    guard let preset = InputPreset.named(name) else { return nil }
    if shape.channels == 1 || shape.channels == 3 {
      return (try? preset.tensor(size: shape.size)).map { (name, $0) }
    }
    // The channels are drawn one below the other, so that each has numbers of its own.
    let (rows, columns) = (shape.channels * shape.size.vertical, shape.size.horizontal)
    guard let drawn = try? preset.tensor(size: PerAxis(vertical: rows, horizontal: columns)),
      let tensorShape = try? shape.tensorShape(batch: 1),
      let tensor = try? Tensor(shape: tensorShape, values: drawn.values)
    else { return nil }
    return (name, tensor)
  }
}
