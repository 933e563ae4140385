/// What flows between layers: numbers for each picture of a batch.
public struct Activation: Equatable, Sendable {
  /// The axes without the batch.
  public let shape: ActivationShape
  /// N×C×H×W for feature maps, N×1×1×F for vectors.
  public let tensor: Tensor

  /// The number of pictures.
  public var batch: Int { tensor.shape.batch }

  /// - Throws: `LayerError.activationTensor` unless the tensor is a batch of such activations.
  public init(shape: ActivationShape, tensor: Tensor) throws(LayerError) {
    guard tensor.shape == (try shape.tensorShape(batch: tensor.shape.batch)) else {
      throw .activationTensor(tensor.shape, expected: shape)
    }
    self.shape = shape
    self.tensor = tensor
  }

  /// The array with PyTorch's axes: the batch and those of the shape.
  var array: NDArray<Float> {
    get throws(LayerError) {
      do {
        return try NDArray(axes: [batch] + shape.axes, values: tensor.values)
      } catch {
        throw .activationTensor(tensor.shape, expected: shape)
      }
    }
  }

  /// An array whose first axis is the batch.
  init(_ array: NDArray<Float>) throws(LayerError) {
    shape = try ActivationShape(axes: Array(array.axes.dropFirst()))
    do {
      tensor = try Tensor(shape: try shape.tensorShape(batch: array.axes.first ?? 0), values: array.values)
    } catch {
      throw .activationAxes(array.axes)
    }
  }
}
