/// A network put into steps over memory that is there from the beginning: no step of training allocates any.
struct FastTrainingPlan {
  let input: BatchCells
  let logits: BatchCells
  /// In the order of the network.
  let steps: [any BatchStep]
  /// For each step that has weights, the names of these and of the bias in the state dict.
  let names: [(step: Int, weights: String, bias: String?)]

  /// - Throws: `FastTrainingError`.
  init(_ graph: TrainingGraph, kernels: VectorKernels) throws(FastTrainingError) {
    let network = graph.network
    let used = network.nodes.indices.filter { network.isUsed($0) }
    var previous = NodeSource.input
    for index in used {
      guard network.nodes[index].inputs == [previous] else { throw .notAChain(layer: network.nodes[index].name) }
      previous = .node(index)
    }
    let kinds = try Self.kinds(of: network, used)
    /// Ghosts that the layer at `position` of the chain or, after layers that work in place, the next one wants.
    func ghosts(for position: Int) -> Padding {
      switch position < kinds.count ? kinds[position].kind : .flatten {
      case .rectify: ghosts(for: position + 1)
      case .convolution(let convolution): convolution.geometry.padding
      case .largest, .flatten, .linear: .none
      }
    }
    func cells(_ shape: ActivationShape, before position: Int, of name: String) throws(FastTrainingError) -> BatchCells
    {
      guard BatchMaps.fits(shape, ghosts: ghosts(for: position)) else { throw .tooLarge(layer: name) }
      return BatchCells(BatchMaps(shape, ghosts: ghosts(for: position)))
    }
    var cellsSoFar = try cells(network.input, before: 0, of: network.nodes[used[0]].name)
    input = cellsSoFar
    var steps: [any BatchStep] = []
    var names: [(step: Int, weights: String, bias: String?)] = []
    for (position, (kind, shape)) in kinds.enumerated() {
      let node = network.nodes[used[position]]
      let parameters = graph.parameters(of: used[position])
      let bias = parameters.first { $0.tensor.operand == .bias }?.name
      let source = cellsSoFar
      switch kind {
      case .rectify: steps.append(RectifyStep(kernels: kernels, cells: source))
      case .flatten: cellsSoFar = source.flattened
      case .largest(let pool):
        cellsSoFar = try cells(shape, before: position + 1, of: node.name)
        steps.append(LargestStep(pool, from: source, to: cellsSoFar, kernels: kernels))
      case .convolution(let convolution):
        cellsSoFar = try cells(shape, before: position + 1, of: node.name)
        steps.append(
          ProductStep(convolution, hasBias: bias != nil, from: source, to: cellsSoFar, kernels: kernels))
      case .linear:
        cellsSoFar = try cells(shape, before: position + 1, of: node.name)
        steps.append(ProductStep(linearFrom: source, to: cellsSoFar, hasBias: bias != nil, kernels: kernels))
      }
      if let weights = parameters.first(where: { $0.tensor.operand == .weights }) {
        names.append((steps.count - 1, weights.name, bias))
      }
    }
    logits = cellsSoFar
    self.steps = steps
    self.names = names
  }

  /// What there is a step for.
  private enum Kind {
    case convolution(Convolution)
    case linear
    case rectify
    case largest(PoolWindow)
    case flatten
  }

  /// Each layer's kind and output, from the plan of its operator.
  private static func kinds(
    of network: Network, _ used: [Int]
  ) throws(FastTrainingError) -> [(kind: Kind, output: ActivationShape)] {
    var kinds: [(kind: Kind, output: ActivationShape)] = []
    var shape = network.input
    for index in used {
      let node = network.nodes[index]
      let (plan, output): (any OperatorPlan, ActivationShape)
      do throws(LayerError) {
        plan = try OperatorLayer.plan(of: node.layer, for: [shape]).plan
        output = try node.layer.outputShape(for: [shape])
      } catch {
        throw .training(.network(.layer(node.name, error)))
      }
      guard let kind = kind(of: node.layer, plan, input: shape) else {
        throw .layer(node.name, kind: node.layer.kind)
      }
      kinds.append((kind, output))
      shape = output
    }
    return kinds
  }

  private static func kind(of layer: any Layer, _ plan: any OperatorPlan, input: ActivationShape) -> Kind? {
    switch plan {
    case let plan as ConvolutionPlan where layer is Conv2DLayer:
      let convolution = plan.convolution
      let isPlain = convolution.sampleStep == 1 && convolution.orientation == .crossCorrelation
      return isPlain && convolution.geometry.mode == PerAxis(.zeros) ? .convolution(convolution) : nil
    case let plan as MaxPoolPlan where !input.isVector: return .largest(plan.pool)
    case is LinearPlan where input.isVector: return .linear
    case is FlattenPlan: return .flatten
    default: return layer is ReLULayer ? .rectify : nil
    }
  }
}
