/// A layer that is something else in training than in use, or that goes back on a way of its own.
///
/// Other layers can be trained through as well: whenever the plan of their operator is a `DifferentiablePlan`.
protocol TrainableLayer: Layer {
  /// The layer's part of one training step, forwards; nil when the schedule was cancelled.
  ///
  /// - Parameter tensors: the layer's weights and buffers, with the axes that `tensors(for:)` gives.
  func trainingPass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass?
}

/// What a layer gets in a training step besides its inputs and weights.
struct TrainingContext: Sendable {
  /// For layers that draw: another one for each layer and step. At least 0.
  let seed: Int
  let schedule: RowBandSchedule
}

/// What a layer made of its inputs in a training step, and how gradients go back through it.
struct TrainingPass: Sendable {
  let output: Activation
  /// New numbers for the layer's buffers, in storage order.
  var buffers: [OperandName: [Float]] = [:]
  /// The gradients from dL/d(output), which comes in the shape of the output's tensor.
  let gradients: @Sendable (_ outputGradient: Tensor) -> LayerGradients
}

/// The gradients of the loss with respect to what a layer gets. Each has the values of its tensor in storage order,
/// whatever the axes.
struct LayerGradients: Sendable {
  /// One for each input.
  let inputs: [Tensor]
  /// For the trained ones of its tensors.
  var tensors: [OperandName: Tensor] = [:]
}

/// Why a layer cannot take a training step.
enum TrainingLayerError: Error {
  case oneValuePerChannel
  case layer(LayerError)
}
