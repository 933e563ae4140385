import ConvolutionEngine

/// A step of a transposed convolution in NumPy: the input cells that reach the output cell, times the weights that they
/// reach it with, which come in the opposite order.
struct NumPyTransposedCode {
  let step: TransposedStep

  func code(products: Int?) -> StepCode { StepCode(preparation: [], line: products.map(partial) ?? whole) }

  private var hasBatch: Bool { step.input.batch > 1 }
  private var hasChannels: Bool { step.input.channels > 1 }
  private var hasFilters: Bool { step.map.filters > 1 }

  /// `out[4, 5] = (x[1:3, 2:3] * w[2::-2, 1:2]).sum() + b`
  private var whole: String {
    let output = PythonText.element(
      "out",
      (hasBatch ? [step.cell.batch] : []) + (hasFilters ? [step.cell.channel] : []) + step.axes.map(step.output))
    let bias = step.hasBias ? " + " + (hasFilters ? "b[\(step.cell.channel)]" : "b") : ""
    guard !step.footprint.isEmpty else { return "\(output) = 0\(bias)" }
    let channels =
      step.channels.count == step.input.channels
      ? ":" : "\(step.channels.lowerBound):\(step.channels.upperBound)"
    let window =
      (hasBatch ? ["\(step.cell.batch)"] : []) + (hasChannels ? [channels] : [])
      + step.axes.map { PythonText.slice(step.positions($0)) }
    let kernel =
      (hasChannels ? [channels] : []) + (hasFilters ? ["\(step.filter)"] : []) + step.axes.map(step.weightSlice)
    return "\(output) = (\(PythonText.element("x", window)) * \(PythonText.element("w", kernel))).sum()\(bias)"
  }

  /// `s += x[1, 2] * w[2, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0, let product = step.product(count - 1) else { return "s = 0" }
    let place =
      (hasBatch ? [step.cell.batch] : []) + (hasChannels ? [product.input.channel] : []) + step.place(product.input)
    let weight =
      (hasChannels ? [product.weight.batch] : []) + (hasFilters ? [product.weight.channel] : [])
      + step.place(product.weight)
    return "s += \(PythonText.element("x", place)) * \(PythonText.element("w", weight))"
  }
}

/// A step of a transposed convolution in PyTorch: one element of what `torch.nn.functional` gives.
struct PyTorchTransposedCode {
  let step: TransposedStep

  func code(products: Int?) -> StepCode { StepCode(preparation: [], line: products.map(partial) ?? whole) }

  /// `F.conv_transpose2d(x, w, b, stride=2, padding=1)[0, 0, 4, 5]`
  private var whole: String {
    var arguments = ["x", step.isTurned ? "w.flip(\(step.isSignal ? "2" : "2, 3"))" : "w"]
    if step.hasBias { arguments.append("b") }
    // PyTorch crops both ends of an axis alike; else nothing is cropped, and the index counts from where it would begin.
    let before = step.axes.map { $0 == .vertical ? step.cropped.top : step.cropped.left }
    let after = step.axes.map { $0 == .vertical ? step.cropped.bottom : step.cropped.right }
    let isEven = before == after
    func axes(_ pair: PerAxis<Int>) -> [Int] { step.axes.map { pair[$0] } }
    arguments += [
      PythonText.argument("stride", axes(step.parameters.stride), usual: 1),
      isEven ? PythonText.argument("padding", before, usual: 0) : nil,
      PythonText.argument("output_padding", axes(step.outputPadding), usual: 0),
      PythonText.argument("groups", [step.map.groups], usual: 1),
      PythonText.argument("dilation", axes(step.parameters.dilation), usual: 1),
    ].compactMap { $0 }
    let place = zip(step.axes.map(step.output), before).map { isEven || $1 == 0 ? "\($0)" : "\($1) + \($0)" }
    let call = "F.\(step.isSignal ? "conv_transpose1d" : "conv_transpose2d")(\(arguments.joined(separator: ", ")))"
    return PythonText.element(call, ["\(step.cell.batch)", "\(step.cell.channel)"] + place)
  }

  /// `s += x[0, 0, 1, 2] * w[0, 0, 2, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0, let product = step.product(count - 1) else { return "s = 0" }
    let place = [step.cell.batch, product.input.channel] + step.place(product.input)
    let weight = [product.weight.batch, product.weight.channel] + step.place(product.weight)
    return "s += \(PythonText.element("x", place)) * \(PythonText.element("w", weight))"
  }
}
