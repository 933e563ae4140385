/// The axes of what flows between layers, without the batch: feature maps (C,H,W) or a vector (F).
///
/// A shape that exists is valid: every side is at least 1 and the number of elements fits `Int`.
public struct ActivationShape: Hashable, Sendable {
  /// Channels, height and width, or the number of features alone.
  public let axes: [Int]

  /// The number of elements.
  public let count: Int

  /// - Throws: `LayerError.activationAxes` unless there are one or three axes of at least 1 whose product fits `Int`.
  public init(axes: [Int]) throws(LayerError) {
    guard axes.count == 1 || axes.count == 3, axes.allSatisfy({ $0 >= 1 }),
      let count = try? NDArray<Float>.count(of: axes)
    else { throw .activationAxes(axes) }
    self.axes = axes
    self.count = count
  }

  /// Feature maps.
  public init(channels: Int, height: Int, width: Int) throws(LayerError) {
    try self.init(axes: [channels, height, width])
  }

  /// A vector.
  public init(features: Int) throws(LayerError) {
    try self.init(axes: [features])
  }

  /// Whether this is a vector, which has no place in the picture.
  public var isVector: Bool { axes.count == 1 }

  /// The channels of feature maps, the features of a vector: axis 1 of PyTorch's tensors.
  public var channels: Int { axes[0] }

  /// The rows and columns of feature maps; one of each for a vector.
  public var size: PerAxis<Int> {
    isVector ? PerAxis(1) : PerAxis(vertical: axes[1], horizontal: axes[2])
  }

  /// The shape of the tensor for `batch` pictures: N×C×H×W, or N×1×1×F for vectors.
  ///
  /// - Throws: `LayerError.activationAxes` for a negative batch or more elements than `Int` counts.
  public func tensorShape(batch: Int) throws(LayerError) -> Shape {
    let sides = isVector ? [1, 1] + axes : axes
    do {
      return try Shape(batch: batch, channels: sides[0], height: sides[1], width: sides[2])
    } catch {
      throw .activationAxes([batch] + axes)
    }
  }
}
