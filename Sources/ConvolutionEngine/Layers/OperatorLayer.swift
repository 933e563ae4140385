/// How a layer runs through the operator of the same name: the operator's own plan gives the shape and refuses what does
/// not fit, so that each rule stands in one place.
enum OperatorLayer {
  /// The operator's plan for one picture, and the axes of the output with the batch in front.
  static func plan(
    of layer: some Layer, for inputs: [ActivationShape]
  ) throws(LayerError) -> (plan: any OperatorPlan, outputAxes: [Int]) {
    var axes: [OperandName: [Int]] = [:]
    for (name, shape) in zip([OperandName.input, .secondInput], inputs) { axes[name] = [1] + shape.axes }
    for tensor in try layer.tensors(for: inputs) { axes[tensor.operand] = tensor.axes }
    let description = OperatorCatalog.description(of: type(of: layer).operation)
    do throws(ExperimentError) {
      let arrangement = try description.layout.arranged(axes, layer.parameters)
      let plan = try description.makePlan(arrangement.shapes, arrangement.parameters)
      return (plan, arrangement.outputAxes(plan.output))
    } catch {
      throw .operation(error)
    }
  }

  static func outputShape(
    of layer: some Layer, for inputs: [ActivationShape]
  ) throws(LayerError) -> ActivationShape {
    try ActivationShape(axes: Array(try plan(of: layer, for: inputs).outputAxes.dropFirst()))
  }

  static func forward(
    _ layer: some Layer, _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], schedule: RowBandSchedule,
    algorithm: ConvolutionAlgorithm = .exact
  ) throws(LayerError) -> Activation? {
    let call = try call(of: layer, inputs, tensors: tensors)
    guard let output = call.output(schedule: schedule, algorithm: algorithm) else { return nil }
    return try Activation(output)
  }

  /// The layer's operator applied to its inputs and tensors.
  ///
  /// - Parameter parameters: the operator's; nil for those of the layer.
  static func call(
    of layer: some Layer, _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], parameters: Parameters? = nil
  ) throws(LayerError) -> OperatorCall {
    var arrays: [OperandName: NDArray<Float>] = [:]
    for (name, input) in zip([OperandName.input, .secondInput], inputs) { arrays[name] = try input.array }
    for tensor in try layer.tensors(for: inputs.map(\.shape)) {
      guard let array = tensors[tensor.operand] else { throw .missingTensor(tensor.operand) }
      arrays[tensor.operand] = array
    }
    do throws(ExperimentError) {
      return try OperatorCall(type(of: layer).operation, arrays: arrays, parameters: parameters ?? layer.parameters)
    } catch {
      throw .operation(error)
    }
  }
}

// MARK: Joins

extension OperatorLayer {
  /// The shape of two inputs joined, joined with the third, and so on.
  static func joinedShape(
    of layer: some Layer, for inputs: [ActivationShape]
  ) throws(LayerError) -> ActivationShape {
    guard var result = inputs.first, inputs.count >= 2 else {
      throw .inputCount(inputs.count, legal: type(of: layer).inputCount)
    }
    for input in inputs.dropFirst() { result = try outputShape(of: layer, for: [result, input]) }
    return result
  }

  static func joined(
    _ layer: some Layer, _ inputs: [Activation], schedule: RowBandSchedule
  ) throws(LayerError) -> Activation? {
    guard var result = inputs.first, inputs.count >= 2 else {
      throw .inputCount(inputs.count, legal: type(of: layer).inputCount)
    }
    for input in inputs.dropFirst() {
      guard let joined = try forward(layer, [result, input], tensors: [:], schedule: schedule) else { return nil }
      result = joined
    }
    return result
  }
}

// MARK: Reach

extension OperatorLayer {
  /// The reach of the window that the operator slides, its padding in cells.
  static func windowReach(
    of layer: some Layer, for inputs: [ActivationShape]
  ) throws(LayerError) -> PerAxis<AxisReach> {
    guard let window = try plan(of: layer, for: inputs).plan.window else { return PerAxis(.cell) }
    func reach(_ axis: AxisGeometry, _ taps: Int) -> AxisReach {
      .window(taps: taps, stride: axis.stride, dilation: axis.dilation, padding: axis.paddingBefore)
    }
    return PerAxis(
      vertical: reach(window.geometry.vertical, window.kernel.vertical),
      horizontal: reach(window.geometry.horizontal, window.kernel.horizontal))
  }

  /// The reach of a pool that cuts maps into as many parts as it has outputs.
  static func sharedReach(
    of layer: some Layer, for inputs: [ActivationShape]
  ) throws(LayerError) -> PerAxis<AxisReach> {
    let (input, output) = (try inputs.maps().size, try layer.outputShape(for: inputs).size)
    func reach(_ inputs: Int, _ outputs: Int) -> AxisReach {
      outputs == 1 ? .everything(count: inputs) : .shares(inputs: inputs, outputs: outputs)
    }
    return PerAxis(
      vertical: reach(input.vertical, output.vertical), horizontal: reach(input.horizontal, output.horizontal))
  }
}

extension [ActivationShape] {
  /// The input of a layer that takes one.
  func single() throws(LayerError) -> ActivationShape {
    guard let shape = first, count == 1 else { throw .inputCount(count, legal: 1...1) }
    return shape
  }

  /// The feature maps of a layer that takes nothing else.
  func maps() throws(LayerError) -> ActivationShape {
    let shape = try single()
    guard !shape.isVector else { throw .vectorInput(shape) }
    return shape
  }
}
