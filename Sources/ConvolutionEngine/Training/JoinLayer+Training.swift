/// Layers that join any number of inputs, two by two in use; one pass covers all of them.

extension AddLayer: TrainableLayer {
  /// The gradient goes to every input whole.
  func trainingPass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass? {
    guard let output = try joined(inputs, context) else { return nil }
    let count = inputs.count
    return TrainingPass(output: output) { LayerGradients(inputs: Array(repeating: $0, count: count)) }
  }
}

extension ConcatLayer: TrainableLayer {
  /// Each input gets its part of the gradient.
  func trainingPass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass? {
    guard let output = try joined(inputs, context) else { return nil }
    let shapes = inputs.map(\.tensor.shape)
    return TrainingPass(output: output) { gradient in
      // In each picture the inputs follow one another, since they are joined along the outermost of its axes.
      let size = gradient.shape.count / max(1, gradient.shape.batch)
      var start = 0
      var parts: [Tensor] = []
      for shape in shapes {
        let length = shape.count / max(1, shape.batch)
        let part = Tensor(shape: shape) { cells in
          for picture in 0..<shape.batch {
            for index in 0..<length {
              let value = gradient.values[picture * size + start + index]
              cells.initializeElement(at: picture * length + index, to: value)
            }
          }
        }
        parts.append(part)
        start += length
      }
      return LayerGradients(inputs: parts)
    }
  }
}

extension Layer {
  /// What the layer gives in use.
  fileprivate func joined(
    _ inputs: [Activation], _ context: TrainingContext
  ) throws(TrainingLayerError) -> Activation? {
    do throws(LayerError) {
      return try forward(inputs, tensors: [:], schedule: context.schedule, algorithm: .exact)
    } catch {
      throw .layer(error)
    }
  }
}
