import ConvolutionEngine

/// A step of an operator without weights in PyTorch: one element of what `torch.nn.functional` gives.
struct PyTorchPlaneCode {
  let step: PlaneStep

  /// Nil where there is no such line.
  func code(products: Int?) -> StepCode? {
    if let pool = step.pool { return self.pool(pool, products: products) }
    if step.operation == .softmax { return softmax(products: products) }
    guard let call = function else { return nil }
    return StepCode(preparation: [], line: products == 0 ? "..." : PythonText.element(call, place))
  }

  /// All axes, a signal's three.
  private var leading: [Int] { [step.cell.batch, step.cell.channel] }
  private var place: [Int] { leading + step.place(step.cell) }

  // MARK: Pools

  private func pool(_ pool: PlaneStep.Pool, products: Int?) -> StepCode {
    if let products { return partial(pool, products) }
    switch step.operation {
    case .adaptiveAvgPool2d, .adaptiveMaxPool2d:
      let size = step.parameters.axes(.outputSize) ?? PerAxis(1)
      let name = pool == .max ? "adaptive_max_pool2d" : "adaptive_avg_pool2d"
      // A single number stands for both axes.
      let call = "F.\(name)(x, \(PythonText.tuple([size.vertical, size.horizontal])))"
      return StepCode(preparation: [], line: PythonText.element(call, place))
    case .globalAvgPool2d:
      return StepCode(preparation: [], line: PythonText.element("x.mean((2, 3), keepdim=True)", place))
    default: return windowed(pool)
    }
  }

  /// PyTorch pads a pool itself by up to half its kernel, at both ends of an axis alike.
  private var padsItself: Bool {
    guard let window = step.window else { return true }
    return step.axes.allSatisfy { axis in
      let geometry = axis == .vertical ? window.geometry.vertical : window.geometry.horizontal
      let kernel = axis == .vertical ? window.kernel.vertical : window.kernel.horizontal
      return geometry.paddingBefore == geometry.paddingAfter && geometry.paddingBefore <= kernel / 2
    }
  }

  private var paddedInput: [String] {
    guard let padding = step.padding else { return [] }
    return ["xp = " + padding.pytorch(value: step.paddingIsMinusInfinity ? "float(\"-inf\")" : nil)]
  }

  /// `F.max_pool2d(x, 2, stride=1, padding=1)[0, 0, 1, 1]`
  private func windowed(_ pool: PlaneStep.Pool) -> StepCode {
    guard let window = step.window else { return StepCode(preparation: [], line: "...") }
    if pool == .mean, !step.countsPadding, !padsItself {
      // Of padding that PyTorch cannot make and that does not count the rest is read.
      guard !step.footprint.isEmpty else { return StepCode(preparation: [], line: "torch.tensor(0.0)") }
      let slices = leading.map { "\($0)" } + step.axes.map { PythonText.slice(step.positions($0)) }
      return StepCode(preparation: [], line: PythonText.element("x", slices) + ".mean()")
    }
    func axes<Value>(_ value: (AxisGeometry) -> Value) -> [Value] {
      step.axes.map { value($0 == .vertical ? window.geometry.vertical : window.geometry.horizontal) }
    }
    let kernel = step.axes.map { $0 == .vertical ? window.kernel.vertical : window.kernel.horizontal }
    var arguments = [padsItself ? "x" : "xp", PythonText.tuple(kernel)]
    let strides = axes(\.stride)
    if strides != kernel { arguments.append("stride=" + PythonText.tuple(strides)) }
    arguments += [
      padsItself ? PythonText.argument("padding", axes(\.paddingBefore), usual: 0) : nil,
      PythonText.argument("dilation", axes(\.dilation), usual: 1),
      step.parameters.flag(.ceilMode) ? "ceil_mode=True" : nil,
      pool == .mean && !step.countsPadding ? "count_include_pad=False" : nil,
    ].compactMap { $0 }
    let name = "\(pool == .max ? "max" : "avg")_pool\(step.isSignal ? "1d" : "2d")"
    return StepCode(
      preparation: padsItself ? [] : paddedInput,
      line: PythonText.element("F.\(name)(\(arguments.joined(separator: ", ")))", place))
  }

  /// `s = torch.maximum(s, xp[0, 0, 2, 3])`, `s += xp[0, 0, 2, 3]; m = s / 2`
  private func partial(_ pool: PlaneStep.Pool, _ count: Int) -> StepCode {
    let readsPadding = step.padding != nil && (pool == .max || step.countsPadding)
    let preparation = readsPadding ? paddedInput : []
    guard count > 0, let term = step.term(count - 1) else {
      return StepCode(preparation: preparation, line: pool == .max ? "s = torch.tensor(float(\"-inf\"))" : "s = 0")
    }
    let place = readsPadding ? step.paddedPlace(term.position) : step.place(term.position)
    let value = place.map { PythonText.element(readsPadding ? "xp" : "x", leading + $0) }
    return StepCode(
      preparation: preparation,
      line: pool == .max
        ? value.map { "s = torch.maximum(s, \($0))" } ?? "s = s" : "s += \(value ?? "0"); m = s / \(count)")
  }

  // MARK: Softmax

  private func softmax(products: Int?) -> StepCode {
    guard let products else {
      return StepCode(preparation: [], line: PythonText.element("F.softmax(x, \(step.axis))", place))
    }
    let preparation = ["e = torch.exp(x - x.amax(\(step.axis), keepdim=True))"]
    guard products > 0, let term = step.term(products - 1) else {
      return StepCode(preparation: preparation, line: "s = 0")
    }
    let place = [term.position.batch, term.position.channel] + step.place(term.position)
    return StepCode(preparation: preparation, line: "s += " + PythonText.element("e", place))
  }

  // MARK: Functions of one element

  private var function: String? {
    switch step.operation {
    case .relu: return "F.relu(x)"
    case .leakyRelu: return "F.leaky_relu(x, \(step.slope))"
    case .sigmoid: return "torch.sigmoid(x)"
    case .tanh: return "torch.tanh(x)"
    case .pad: return step.padding?.pytorch() ?? "x"
    case .upsampleNearest:
      guard case .numbers(let scale)? = step.parameters[.scale] else { return nil }
      let numbers = [scale.vertical, scale.horizontal].map { NumberText.shortest($0) }
      return "F.interpolate(x, scale_factor=\(PythonText.tuple(numbers)))"
    default: return nil
    }
  }
}
