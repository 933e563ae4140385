/// The gradient of relu, max(0, x): passed on where the input is above 0, and 0 where it is 0 or below.
///
/// At 0, where there is no derivative, it is 0; not-a-number passes the gradient on. Source: PyTorch, `torch.nn.ReLU`.
public enum ReLUGradient {
  /// The gradient with respect to the input, in its shape. `outputGradient` holds as many values. Complexity: O(input).
  public static func input(_ input: Tensor, outputGradient: Tensor) -> Tensor {
    precondition(input.shape.count == outputGradient.shape.count, "the gradient is not that of this input's output")
    return Tensor(shape: input.shape) { cells in
      for index in cells.indices {
        cells.initializeElement(at: index, to: input.values[index] <= 0 ? 0 : outputGradient.values[index])
      }
    }
  }
}
