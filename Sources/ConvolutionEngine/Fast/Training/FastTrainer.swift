/// Trains a network as `Trainer` does, in float32 vectors with the pictures of a batch in the lanes, on one thread.
///
/// For chains of convolutions with zeros around, max-pools, ReLU, flatten and linear layers; it says why it does not take
/// another network, and `Trainer` does. The same seed gives the same first weights and the same order of pictures as there. Sums
/// are float32 instead of Double: after a step, weights differ from those of `Trainer` by roundings of the gradient, some 10⁻⁶ of
/// its greatest numbers. The same bits come every time, though not across vector widths.
///
/// A class, since its memory stays from step to step; `weights` is a value to go back to.
public final class FastTrainer {
  public let network: Network
  public let method: GradientDescent
  /// The number of steps so far.
  public private(set) var stepCount = 0

  let kernels: VectorKernels
  private let graph: TrainingGraph
  private let plan: FastTrainingPlan
  /// What shuffles pictures.
  private var generator: SplitMix64
  /// Weights that no step changes: those of layers that are not used.
  private let first: NetworkWeights
  /// For each picture of a part: its greatest logit, and the sum over its classes.
  private let greatest = FloatMemory(count: BatchMaps.pictures)
  private let totals = FloatMemory(count: BatchMaps.pictures)

  /// - Parameters:
  ///   - weights: nil for those of `NetworkWeights.initial(for:seed:)` with the same seed.
  ///   - seed: of the first weights and the order of pictures.
  /// - Throws: `FastTrainingError`.
  public init(
    _ network: Network, method: GradientDescent, weights: NetworkWeights? = nil, seed: UInt64,
    kernels: VectorKernels = .best
  ) throws(FastTrainingError) {
    do throws(TrainingError) {
      graph = try TrainingGraph(network)
      do throws(NetworkError) {
        if let weights {
          first = weights
        } else {
          first = try NetworkWeights.initial(for: network, seed: seed)
        }
      } catch {
        throw .network(error)
      }
    } catch {
      throw .training(error)
    }
    plan = try FastTrainingPlan(graph, kernels: kernels)
    generator = Trainer.generator(seed: seed)
    (self.network, self.method, self.kernels) = (network, method, kernels)
    for name in plan.names {
      guard let values = first[name.weights]?.values else { continue }
      plan.steps[name.step].weights?.load(weights: values, bias: name.bias.flatMap { first[$0]?.values })
    }
  }

  /// The weights so far. Complexity: O(weights).
  public var weights: NetworkWeights {
    var weights = first
    for (name, values) in numbers(gradient: false) { weights.replace(name, with: values) }
    return weights
  }

  /// The gradient of the last step, by the names of the state dict.
  var gradients: [String: [Float]] { numbers(gradient: true) }

  private func numbers(gradient: Bool) -> [String: [Float]] {
    var numbers: [String: [Float]] = [:]
    for name in plan.names {
      guard let values = plan.steps[name.step].weights?.values(gradient: gradient) else { continue }
      numbers[name.weights] = values.weights
      if let bias = name.bias { numbers[bias] = values.bias }
    }
    return numbers
  }

  /// One step of all weights against the gradient of one batch.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W, or N×1×1×F where the network takes vectors; at least one.
  ///   - labels: the index of the class of each.
  /// - Returns: the mean loss of the batch before the step.
  /// - Throws: `TrainingError.batchSize`, `.labels` or `.network`; then nothing changed.
  @discardableResult
  public func step(images: Tensor, labels: [Int]) throws(TrainingError) -> Double {
    try check(images)
    guard labels.count == images.shape.batch else {
      throw .labels(.labelCount(labels.count, pictures: images.shape.batch))
    }
    return try step(images, labels: labels, order: Array(0..<labels.count)[...])
  }

  /// One step for each batch of all pictures in a new random order; the last batch is smaller where they do not divide.
  ///
  /// - Returns: the mean loss over all pictures, each before its step.
  /// - Throws: `TrainingError.batchSize` for a size below 1 or no pictures at all, or as `step(images:labels:)`.
  @discardableResult
  public func epoch(over set: TrainingSet, batchSize: Int) throws(TrainingError) -> Double {
    guard batchSize >= 1 else { throw .batchSize(batchSize) }
    guard set.count >= 1 else { throw .batchSize(0) }
    try check(set.images)
    let order = generator.shuffled(set.count)
    var (sum, start) = (0.0, 0)
    while start < order.count {
      let batch = order[start..<min(order.count, start + min(batchSize, order.count))]
      sum += try step(set.images, labels: set.labels, order: batch) * Double(batch.count)
      start += batch.count
    }
    return sum / Double(set.count)
  }

  /// The class with the greatest number for each picture, the first of equal ones.
  ///
  /// - Throws: `TrainingError.network` for pictures that are none of the network's.
  public func classes(of images: Tensor) throws(TrainingError) -> [Int] {
    guard images.shape.batch > 0 else { return [] }
    try check(images)
    var classes: [Int] = []
    classes.reserveCapacity(images.shape.batch)
    let (logits, pictures) = (plan.logits.values.start, BatchMaps.pictures)
    for first in stride(from: 0, to: images.shape.batch, by: pictures) {
      let part = Array(first..<min(first + pictures, images.shape.batch))[...]
      forward(images, part)
      for lane in 0..<part.count {
        classes.append(
          (0..<plan.logits.maps.channels).reduce(0) {
            logits[$1 * pictures + lane] > logits[$0 * pictures + lane] ? $1 : $0
          })
      }
    }
    return classes
  }

  /// The share of pictures whose class is the right one, from 0 to 1, not a number for none.
  ///
  /// - Throws: `TrainingError.network` for pictures that are none of the network's.
  public func accuracy(over set: TrainingSet) throws(TrainingError) -> Double {
    let classes = try classes(of: set.images)
    return Double(zip(classes, set.labels).count { $0 == $1 }) / Double(set.count)
  }

  private func check(_ images: Tensor) throws(TrainingError) {
    guard images.shape.batch > 0 else { throw .batchSize(0) }
    do throws(LayerError) {
      let expected = try network.input.tensorShape(batch: images.shape.batch)
      guard images.shape == expected else { throw .activationTensor(images.shape, expected: network.input) }
    } catch {
      throw .network(.input(error))
    }
  }

  /// A step with the pictures `order` of `images`, whose shape is right.
  private func step(_ images: Tensor, labels: [Int], order: ArraySlice<Int>) throws(TrainingError) -> Double {
    let classCount = plan.logits.maps.channels
    for picture in order where !(0..<classCount).contains(labels[picture]) {
      throw .labels(.noSuchClass(labels[picture], classCount: classCount))
    }
    for step in plan.steps { step.weights?.clearGradients() }
    let firstTrained = plan.names.first?.step ?? 0
    var (loss, start) = (0.0, order.startIndex)
    while start < order.endIndex {
      let part = order[start..<min(order.endIndex, start + BatchMaps.pictures)]
      let vectors = forward(images, part)
      loss += lossAndGradient(labels, part, vectors: vectors, batch: order.count)
      for index in plan.steps.indices.reversed() where index >= firstTrained {
        plan.steps[index].backward(vectors: vectors, wantsInput: index > firstTrained)
      }
      start += part.count
    }
    for step in plan.steps { step.weights?.descend(method) }
    // As many numbers as `Trainer` draws, so that the next order of pictures is the same.
    for _ in network.nodes { _ = generator.next() }
    stepCount += 1
    return loss / Double(order.count)
  }

  /// Runs the network over at most `BatchMaps.pictures` pictures; the vectors that hold them.
  @discardableResult
  private func forward(_ images: Tensor, _ part: ArraySlice<Int>) -> Int {
    let (maps, target, pictures) = (plan.input.maps, plan.input.values.start, BatchMaps.pictures)
    let size = network.input.count
    images.values.withUnsafeBufferPointer { source in
      for (lane, picture) in part.enumerated() {
        var offset = picture * size
        for channel in 0..<maps.channels {
          for row in 0..<maps.height {
            let place = target + channel * maps.plane + maps.place(row: row, column: 0) + lane
            for column in 0..<maps.width { place[column * pictures] = source[offset + column] }
            offset += maps.width
          }
        }
      }
    }
    let vectors = kernels.vectors(part.count)
    for step in plan.steps { step.forward(vectors: vectors) }
    return vectors
  }

  /// Σ −ln p(class) over the pictures of a part, and its gradient divided by the batch: see `CrossEntropy`.
  ///
  /// Lanes without a picture get a gradient of 0, so that nothing of them reaches the weights.
  private func lossAndGradient(_ labels: [Int], _ part: ArraySlice<Int>, vectors: Int, batch: Int) -> Double {
    let (classes, pictures, share) = (plan.logits.maps.channels, BatchMaps.pictures, 1 / Float(batch))
    let (logits, gradient) = (plan.logits.values.start, plan.logits.gradient.start)
    kernels.table.softmax(vectors, classes, share, logits, pictures, gradient, greatest.start, totals.start)
    var loss = 0.0
    for (lane, picture) in part.enumerated() {
      let label = labels[picture] * pictures + lane
      gradient[label] -= share
      loss +=
        ElementaryFunctions.logarithm(Double(totals.start[lane]))
        - (Double(logits[label]) - Double(greatest.start[lane]))
    }
    for lane in part.count..<max(part.count, vectors * kernels.lanes) {
      for index in 0..<classes { gradient[index * pictures + lane] = 0 }
    }
    return loss
  }
}
