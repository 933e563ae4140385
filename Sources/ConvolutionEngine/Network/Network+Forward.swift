extension Network {
  /// What every layer gives for a batch of inputs.
  ///
  /// Layers that the output does not depend on do not run.
  /// - Parameters:
  ///   - input: a batch; it may be of another shape than the usual input where the weights fit that too.
  ///   - algorithm: how convolutions are computed; `exact` where one does not apply to a layer.
  /// - Returns: nil when the schedule was cancelled.
  /// - Throws: `NetworkError.layer` with the name of the first layer that does not fit.
  public func forward(
    _ input: Activation, weights: NetworkWeights, schedule: RowBandSchedule = RowBandSchedule(),
    algorithm: ConvolutionAlgorithm = .exact
  ) throws(NetworkError) -> NetworkActivations? {
    let parameters = Dictionary(grouping: try parameters(for: input.shape), by: \.node)
    var outputs: [Activation?] = []
    for (index, node) in nodes.enumerated() {
      guard isUsed(index) else {
        outputs.append(nil)
        continue
      }
      var tensors: [OperandName: NDArray<Float>] = [:]
      for parameter in parameters[index] ?? [] { tensors[parameter.tensor.operand] = weights[parameter.name] }
      let output: Activation?
      do throws(LayerError) {
        output = try node.layer.forward(
          node.inputs.compactMap { $0.value(in: outputs, input: input) }, tensors: tensors, schedule: schedule,
          algorithm: algorithm)
      } catch {
        throw .layer(node.name, error)
      }
      guard let output else { return nil }
      outputs.append(output)
    }
    return outputs[self.output].map { NetworkActivations(output: $0, network: self, values: outputs) }
  }

  /// As for an activation; a tensor N×1×1×F when the usual input is a vector, otherwise N×C×H×W.
  ///
  /// - Throws: `NetworkError.input` for a tensor without elements or of the other form.
  public func forward(
    _ input: Tensor, weights: NetworkWeights, schedule: RowBandSchedule = RowBandSchedule(),
    algorithm: ConvolutionAlgorithm = .exact
  ) throws(NetworkError) -> NetworkActivations? {
    let activation: Activation
    do throws(LayerError) {
      let sides = Array(input.shape.axes.dropFirst())
      let shape = try ActivationShape(axes: self.input.isVector ? Array(sides.suffix(1)) : sides)
      activation = try Activation(shape: shape, tensor: input)
    } catch {
      throw .input(error)
    }
    return try forward(activation, weights: weights, schedule: schedule, algorithm: algorithm)
  }
}

/// What the layers of a network gave in one forward pass.
public struct NetworkActivations: Sendable {
  /// What the network gives.
  public let output: Activation

  private let network: Network
  private let values: [Activation?]

  init(output: Activation, network: Network, values: [Activation?]) {
    self.output = output
    self.network = network
    self.values = values
  }

  /// The output of the node with this index; nil for a layer that is not used.
  public subscript(index: Int) -> Activation? { values.indices.contains(index) ? values[index] : nil }

  /// The output of the node of this name; nil for a layer that is not used or not there.
  public subscript(name: String) -> Activation? {
    network.nodes.firstIndex { $0.name == name }.flatMap { values[$0] }
  }
}
