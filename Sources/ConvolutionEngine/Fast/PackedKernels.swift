/// Kernels and bias in the order in which a filter reads them: kernel column after kernel column, as they lie over a window.
public struct PackedKernels: Sendable {
  /// O×1×kH×kW.
  let shape: Shape
  private let orientation: KernelOrientation
  private var weights: [Float]
  private let bias: [Float]

  init(of convolution: Convolution, weights: Tensor, bias: Tensor?) {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    shape = weights.shape
    orientation = convolution.orientation
    self.bias = bias?.values ?? Array(repeating: 0, count: shape.batch)
    self.weights = Array(repeating: 0, count: shape.count)
    for offset in 0..<shape.count {
      let weight = shape.coordinate(at: offset)
      self.weights[place(of: weight)] = weights[weight]
    }
  }

  /// The weight that stands at `weight` in the weights' tensor, which must lie inside.
  public func weight(at weight: Coordinate) -> Float { weights[place(of: weight)] }

  /// Changes one weight, told by its place in the weights' tensor.
  public mutating func set(_ value: Float, at weight: Coordinate) {
    precondition(shape.contains(weight), "no such weight")
    weights[place(of: weight)] = value
  }

  private func place(of weight: Coordinate) -> Int {
    let isTurned = orientation == .convolution
    let row = isTurned ? shape.height - 1 - weight.row : weight.row
    let column = isTurned ? shape.width - 1 - weight.column : weight.column
    return (weight.batch * shape.width + column) * shape.height + row
  }

  /// The taps of one filter, kH·kW of them, and its bias.
  @inline(__always)
  func withKernel(_ filter: Int, _ body: (_ weights: UnsafePointer<Float>, _ bias: Float) -> Void) {
    let (first, bias) = (filter * shape.height * shape.width, bias[filter])
    weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return }
      body(weights + first, bias)
    }
  }
}
