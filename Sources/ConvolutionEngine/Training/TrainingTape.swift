/// One pass of a batch through a network in training, and the way back: what every layer made of its inputs.
struct TrainingTape {
  /// What the network gives.
  let output: Activation
  /// New numbers for buffers, by their names in the state dict.
  let buffers: [String: [Float]]
  private let graph: TrainingGraph
  /// The pass of each node that is used.
  private let passes: [TrainingPass?]

  /// Runs the layers; nil when the schedule was cancelled.
  ///
  /// - Parameter seeds: give each layer that draws its own.
  init?(
    _ graph: TrainingGraph, input: Activation, weights: NetworkWeights, seeds: inout SplitMix64,
    schedule: RowBandSchedule
  ) throws(TrainingError) {
    var passes: [TrainingPass?] = []
    var buffers: [String: [Float]] = [:]
    for (index, node) in graph.network.nodes.enumerated() {
      // Drawn for every layer, so that no layer's numbers depend on what the others are.
      let context = TrainingContext(seed: Int(seeds.next() >> 1), schedule: schedule)
      guard graph.network.isUsed(index) else {
        passes.append(nil)
        continue
      }
      let inputs = node.inputs.compactMap { $0.value(in: passes.map { $0?.output }, input: input) }
      var tensors: [OperandName: NDArray<Float>] = [:]
      for parameter in graph.parameters(of: index) { tensors[parameter.tensor.operand] = weights[parameter.name] }
      let pass: TrainingPass?
      do throws(TrainingLayerError) {
        pass = try node.layer.pass(
          inputs, tensors: tensors, isTrained: graph.isTrained(index), context: context)
      } catch {
        switch error {
        case .oneValuePerChannel: throw .oneValuePerChannel(layer: node.name)
        case .layer(let error): throw .network(.layer(node.name, error))
        }
      }
      guard let pass else { return nil }
      for parameter in graph.parameters(of: index) {
        if let values = pass.buffers[parameter.tensor.operand] { buffers[parameter.name] = values }
      }
      passes.append(pass)
    }
    guard let output = passes[graph.network.output]?.output else { return nil }
    self.output = output
    self.buffers = buffers
    self.graph = graph
    self.passes = passes
  }

  /// The gradients of the loss with respect to the trained weights, by their names in the state dict.
  ///
  /// Goes through the layers backwards, each giving its inputs what it got from its output. An output that several layers
  /// take, as at a residual join, gets the sum of their gradients, each sum rounded to Float32.
  /// - Parameter outputGradient: dL/d(output), in the shape of the output's tensor.
  func gradients(outputGradient: Tensor) -> [String: Tensor] {
    var ofOutputs: [Tensor?] = Array(repeating: nil, count: passes.count)
    ofOutputs[graph.network.output] = outputGradient
    var ofWeights: [String: Tensor] = [:]
    for index in passes.indices.reversed() where graph.isTrained(index) {
      guard let pass = passes[index], let gradient = ofOutputs[index] else { continue }
      ofOutputs[index] = nil
      let gradients = pass.gradients(gradient)
      for parameter in graph.parameters(of: index) where parameter.tensor.isTrainable {
        ofWeights[parameter.name] = gradients.tensors[parameter.tensor.operand]
      }
      for (source, gradient) in zip(graph.network.nodes[index].inputs, gradients.inputs) {
        guard case .node(let earlier) = source, graph.isTrained(earlier), let output = passes[earlier]?.output
        else { continue }
        let gradient = gradient.reshaped(to: output.tensor.shape)
        ofOutputs[earlier] = ofOutputs[earlier].map { $0.adding(gradient) } ?? gradient
      }
    }
    return ofWeights
  }
}

extension Tensor {
  /// The sum of two tensors of one shape, each rounded once.
  fileprivate func adding(_ other: Tensor) -> Tensor {
    Tensor(shape: shape) { cells in
      for index in cells.indices {
        cells.initializeElement(at: index, to: Float(roundingSum: Double(values[index]) + Double(other.values[index])))
      }
    }
  }
}
