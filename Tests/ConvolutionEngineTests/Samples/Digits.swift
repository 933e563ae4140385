import ConvolutionEngine
import Foundation
import TestSupport
import Testing

/// The handwritten digits of `Lessons/data/digits`, and small networks for them.
enum Digits {
  /// Every `step`th digit from `first` on, N×1×8×8, ink from 0 to 1. Far apart in the source's order, so that all writers
  /// are there.
  static func every(_ step: Int, from first: Int) throws -> TrainingSet {
    let folder = URL(fileURLWithPath: Checkout.root).appending(path: "Lessons/data/digits")
    let images = try RecordedArray(contentsOf: folder.appending(path: "images.npy"))
    let labels = try RecordedArray(contentsOf: folder.appending(path: "labels.npy"))
    let indices = Array(stride(from: first, to: images.axes[0], by: step))
    let values = indices.flatMap { images.values[($0 * 64)..<(($0 + 1) * 64)].map { Float($0) / 16 } }
    return try TrainingSet(
      images: Tensor(shape: Shape(batch: indices.count, channels: 1, height: 8, width: 8), values: values),
      labels: indices.map { Int(labels.values[$0]) })
  }

  /// conv 1→8, pool, conv 8→16, linear 256→10, the layers named as those of PyTorch's `Sequential`.
  static func convolutional() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 8, width: 8))
    net.add("0", Conv2DLayer(filters: 8, kernel: 3, padding: 1))
    net.add("1", ReLULayer())
    net.add("2", MaxPool2DLayer(kernel: 2))
    net.add("3", Conv2DLayer(filters: 16, kernel: 3, padding: 1))
    net.add("4", ReLULayer())
    net.add("5", FlattenLayer())
    net.add("6", LinearLayer(features: 10))
    return try net.network(named: "digits")
  }

  /// linear 64→32→10.
  static func dense() throws -> Network {
    var net = NetworkBuilder(input: try ActivationShape(channels: 1, height: 8, width: 8))
    net.add("flatten", FlattenLayer())
    net.add("hidden", LinearLayer(features: 32))
    net.add("relu", ReLULayer())
    net.add("classes", LinearLayer(features: 10))
    return try net.network(named: "digits-dense")
  }
}
