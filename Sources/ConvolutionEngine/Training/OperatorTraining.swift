/// How a layer is trained through the operator of the same name, whose plan knows its gradients.
extension OperatorLayer {
  /// Whether the gradients of the layer's operator are known.
  static func isDifferentiable(_ layer: some Layer, for inputs: [ActivationShape]) throws(LayerError) -> Bool {
    // Operators that join see two inputs at a time.
    try plan(of: layer, for: Array(inputs.prefix(2))).plan is any DifferentiablePlan
  }

  /// The pass of a layer whose operator's gradients are known; nil when the schedule was cancelled.
  ///
  /// - Parameter parameters: the operator's; nil for those of the layer.
  static func trainingPass(
    _ layer: some Layer, _ inputs: [Activation], tensors: [OperandName: NDArray<Float>],
    parameters: Parameters? = nil, schedule: RowBandSchedule
  ) throws(LayerError) -> TrainingPass? {
    let call = try call(of: layer, inputs, tensors: tensors, parameters: parameters)
    guard let output = call.output(schedule: schedule) else { return nil }
    let experiment = call.experiment
    return TrainingPass(output: try Activation(output)) { outputGradient in
      let gradients = experiment.gradients(outputGradient: outputGradient.reshaped(to: experiment.outputShape)) ?? [:]
      return LayerGradients(
        inputs: [OperandName.input, .secondInput].compactMap { gradients[$0] },
        tensors: gradients.filter { tensors[$0.key] != nil })
    }
  }
}

extension Layer {
  /// The layer's part of a training step; nil when the schedule was cancelled.
  ///
  /// - Parameter isTrained: whether gradients have to go back through it; a layer that only runs needs none.
  func pass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], isTrained: Bool, context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass? {
    if let layer = self as? any TrainableLayer {
      return try layer.trainingPass(inputs, tensors: tensors, context: context)
    }
    do throws(LayerError) {
      if isTrained {
        return try OperatorLayer.trainingPass(self, inputs, tensors: tensors, schedule: context.schedule)
      }
      return try forward(inputs, tensors: tensors, schedule: context.schedule, algorithm: .exact)
        .map { TrainingPass(output: $0) { _ in LayerGradients(inputs: []) } }
    } catch {
      throw .layer(error)
    }
  }
}
