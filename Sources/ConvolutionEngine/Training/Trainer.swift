/// Trains a network to tell classes apart, step by step: softmax cross-entropy by gradient descent with momentum.
///
/// A value without a clock: the same network, weights, seed and pictures give the same bits, however many workers there
/// are. Copy it to go back to a state.
///
///     var trainer = try Trainer(network, method: GradientDescent(learningRate: 0.1, momentum: 0.9), seed: 1)
///     for _ in 0..<10 { try trainer.epoch(over: digits, batchSize: 32) }
///     try trainer.accuracy(over: others)
public struct Trainer: Sendable {
  public let method: GradientDescent
  /// The weights and buffers so far.
  public private(set) var weights: NetworkWeights
  /// The number of steps so far.
  public private(set) var stepCount = 0

  private let graph: TrainingGraph
  /// The velocity of each trained tensor, by its name in the state dict.
  private var velocities: [String: [Float]] = [:]
  /// What shuffles pictures and drops numbers.
  private var generator: SplitMix64

  public var network: Network { graph.network }

  /// - Parameters:
  ///   - weights: nil for those of `NetworkWeights.initial(for:seed:)` with the same seed.
  ///   - seed: of the first weights, the order of pictures and what dropout drops.
  /// - Throws: `TrainingError.noGradient`, `.noClasses`, `.nothingToTrain` or `.network`.
  public init(
    _ network: Network, method: GradientDescent, weights: NetworkWeights? = nil, seed: UInt64
  ) throws(TrainingError) {
    graph = try TrainingGraph(network)
    self.method = method
    do throws(NetworkError) {
      if let weights {
        self.weights = weights
      } else {
        self.weights = try NetworkWeights.initial(for: network, seed: seed)
      }
    } catch {
      throw .network(error)
    }
    generator = Self.generator(seed: seed)
  }

  /// What shuffles pictures: not the numbers that the first weights were drawn from.
  static func generator(seed: UInt64) -> SplitMix64 { SplitMix64(seed: SplitMix64.number(0, seed: ~seed)) }

  /// One step of all weights against the gradient of one batch.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W, or N×1×1×F where the network takes vectors; at least one.
  ///   - labels: the index of the class of each.
  /// - Returns: the mean loss of the batch before the step; nil when the schedule was cancelled, and then nothing changed.
  /// - Throws: `TrainingError.batchSize`, `.labels`, `.oneValuePerChannel` or `.network`; then nothing changed either.
  @discardableResult
  public mutating func step(
    images: Tensor, labels: [Int], schedule: RowBandSchedule = RowBandSchedule()
  ) throws(TrainingError) -> Double? {
    guard images.shape.batch > 0 else { throw .batchSize(0) }
    let input: Activation
    do throws(LayerError) {
      input = try Activation(shape: network.input, tensor: images)
    } catch {
      throw .network(.input(error))
    }
    var seeds = generator
    guard let tape = try TrainingTape(graph, input: input, weights: weights, seeds: &seeds, schedule: schedule)
    else { return nil }
    let result: CrossEntropy
    do throws(CrossEntropyError) {
      result = try CrossEntropy(logits: tape.output.tensor, classes: labels)
    } catch {
      throw .labels(error)
    }
    for (name, gradient) in tape.gradients(outputGradient: result.gradient) {
      guard let values = weights[name]?.values else { continue }
      weights.replace(
        name, with: method.step(values, velocity: &velocities[name, default: []], gradient: gradient.values))
    }
    for (name, values) in tape.buffers { weights.replace(name, with: values) }
    generator = seeds
    stepCount += 1
    return result.loss
  }

  /// The numbers below `count` in a random order; see `SplitMix64.shuffled`.
  package mutating func shuffled(_ count: Int) -> [Int] { generator.shuffled(count) }
}

extension SplitMix64 {
  /// The numbers below `count` in a random order, each order as likely as another but for 2⁻⁶⁴·count.
  ///
  /// Source: Fisher and Yates, in the form of Knuth, "The Art of Computer Programming" 2, 3.4.2, algorithm P.
  mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next() % UInt64(last + 1)))
    }
    return order
  }
}
