extension BatchNormLayer: TrainableLayer {
  /// The share of a batch in the running mean and variance: PyTorch's default `momentum`.
  static let runningShare = 0.1

  /// Normalises by the statistics of the batch, and moves the running ones a step towards them.
  ///
  /// running ← 0.9 · running + 0.1 · batch, where the variance of the batch is the unbiased one, divided by m − 1: as
  /// PyTorch does it, so that the answer in use estimates the variance of all pictures.
  func trainingPass(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], context: TrainingContext
  ) throws(TrainingLayerError) -> TrainingPass? {
    let (input, weights, bias, mean, variance): (Activation, Tensor, Tensor, [Float], [Float])
    do throws(LayerError) {
      guard let only = inputs.first, inputs.count == 1 else { throw .inputCount(inputs.count, legal: 1...1) }
      func vector(_ name: OperandName) throws(LayerError) -> [Float] {
        guard let array = tensors[name], array.values.count == only.shape.channels else { throw .missingTensor(name) }
        return array.values
      }
      input = only
      weights = Tensor(vector: try vector(.weights))
      bias = Tensor(vector: try vector(.bias))
      (mean, variance) = (try vector(.runningMean), try vector(.runningVariance))
    } catch {
      throw .layer(error)
    }
    let tensor = input.tensor
    // A vector's features are its channels.
    let shape = input.shape.isVector ? Shape(batch: input.batch, like: weights.shape) : tensor.shape
    guard shape.count > shape.channels else { throw .oneValuePerChannel }
    guard !context.schedule.isCancelled() else { return nil }
    let training = BatchNormTraining(
      input: tensor.reshaped(to: shape), weights: weights, bias: bias,
      epsilon: parameters.number(.epsilon) ?? 1e-5)
    let output: Activation
    do throws(LayerError) {
      output = try Activation(shape: input.shape, tensor: training.output.reshaped(to: tensor.shape))
    } catch {
      throw .layer(error)
    }
    let count = Double(training.valuesPerChannel)
    return TrainingPass(
      output: output,
      buffers: [
        .runningMean: Self.moved(mean, towards: training.mean),
        .runningVariance: Self.moved(variance, towards: training.variance.map { $0 * count / (count - 1) }),
      ]
    ) { outputGradient in
      let gradients = training.gradients(outputGradient: outputGradient.reshaped(to: shape))
      return LayerGradients(
        inputs: [gradients.input], tensors: [.weights: gradients.weights, .bias: gradients.bias])
    }
  }

  private static func moved(_ running: [Float], towards batch: [Double]) -> [Float] {
    zip(running, batch).map { Float((1 - runningShare) * Double($0) + runningShare * $1) }
  }
}

extension Tensor {
  /// One number for each channel, 1×C×1×1.
  fileprivate init(vector values: [Float]) {
    self.init(shape: Shape(vectorOf: values.count)) { cells in _ = cells.initialize(from: values) }
  }
}
