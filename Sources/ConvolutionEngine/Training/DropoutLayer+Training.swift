extension DropoutLayer: TrainableLayer {
  /// Drops by the seed of the step, and sends the gradient through the same mask.
  func trainingPass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass? {
    var parameters = parameters
    parameters[.train] = .flag(true)
    parameters[.seed] = .integer(context.seed)
    do throws(LayerError) {
      return try OperatorLayer.trainingPass(
        self, inputs, tensors: tensors, parameters: parameters, schedule: context.schedule)
    } catch {
      throw .layer(error)
    }
  }
}
