/// A layer's part of a training step over one part of a batch, in memory that was given to it when it was made.
protocol BatchStep {
  /// Makes the values of its output from those of its input.
  ///
  /// - Parameter vectors: the vectors of a cell that hold pictures; others are left as they are.
  func forward(vectors: Int)

  /// Makes the gradient of its input from that of its output, and adds to those of its weights.
  ///
  /// - Parameter wantsInput: false where nobody needs the gradient of the input.
  func backward(vectors: Int, wantsInput: Bool)

  /// The weights of a layer that has some.
  var weights: PackedWeights? { get }
}

extension BatchStep {
  var weights: PackedWeights? { nil }
}

/// max(x, 0) where the values are.
struct RectifyStep: BatchStep {
  let kernels: VectorKernels
  let cells: BatchCells

  private var vectorCount: Int { cells.maps.count / kernels.lanes }

  func forward(vectors: Int) { kernels.table.rectify(vectorCount, cells.values.start) }

  func backward(vectors: Int, wantsInput: Bool) {
    guard wantsInput else { return }
    kernels.table.rectify_back(vectorCount, cells.values.start, cells.gradient.start)
  }
}
