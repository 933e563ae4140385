/// The softmax cross-entropy of a batch: how unlikely the right classes are, and the gradient of that.
///
/// With the logits z of picture n and its class t: p(c) = exp z(c) / Σ_k exp z(k), loss = −mean_n ln p(t), and
/// dL/dz(n,c) = (p(c) − [c = t]) / N. Taken in Double, with the greatest logit subtracted first so that nothing overflows;
/// each gradient is rounded to Float32 once. Source: PyTorch, `torch.nn.CrossEntropyLoss`; Goodfellow, Bengio, Courville,
/// "Deep Learning" (2016), 6.2.2.
public struct CrossEntropy: Sendable {
  /// The mean over the batch of −ln p(class); not a number for an empty batch.
  public let loss: Double
  /// dL/d(logits), in the shape of the logits.
  public let gradient: Tensor

  /// - Parameters:
  ///   - logits: one picture per batch entry, all other axes together its classes.
  ///   - classes: the index of the right class of each picture.
  /// - Throws: `CrossEntropyError`.
  public init(logits: Tensor, classes: [Int]) throws(CrossEntropyError) {
    let batch = logits.shape.batch
    guard classes.count == batch else { throw .labelCount(classes.count, pictures: batch) }
    let classCount = logits.shape.channels * logits.shape.height * logits.shape.width
    if let wrong = classes.first(where: { $0 < 0 || $0 >= classCount }) {
      throw .noSuchClass(wrong, classCount: classCount)
    }
    var sum = 0.0
    var gradients: [Double] = []
    gradients.reserveCapacity(logits.shape.count)
    for (picture, target) in classes.enumerated() {
      let row = logits.values[(picture * classCount)..<((picture + 1) * classCount)].map { Double($0) }
      let greatest = row.max() ?? 0
      let exponentials = row.map { ElementaryFunctions.exponential($0 - greatest) }
      let total = exponentials.reduce(0, +)
      sum += ElementaryFunctions.logarithm(total) - (row[target] - greatest)
      for (index, exponential) in exponentials.enumerated() {
        gradients.append((exponential / total - (index == target ? 1 : 0)) / Double(batch))
      }
    }
    loss = sum / Double(batch)
    gradient = Tensor(shape: logits.shape, roundingSums: gradients)
  }
}

/// Why logits and classes have no cross-entropy.
public enum CrossEntropyError: Error, Equatable, Sendable {
  /// Another number of labels than of pictures.
  case labelCount(Int, pictures: Int)
  /// A label that is none of `0..<classCount`.
  case noSuchClass(Int, classCount: Int)
}
