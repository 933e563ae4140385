import ConvolutionEngine

/// A convolution step in PyTorch: one element of what `torch.nn.functional` gives.
struct PyTorchCode {
  let step: SlidingStep

  func code(products: Int?) -> StepCode {
    guard let products else {
      return StepCode(preparation: needsPaddedInput ? [padding] : [], line: whole)
    }
    // A single product reads the padding itself.
    return StepCode(preparation: step.hasPadding ? [padding] : [], line: partial(products))
  }

  // MARK: Lines

  /// `F.conv2d(x, w, b, stride=2, padding=1)[0, 0, 2, 3]`
  private var whole: String {
    var arguments = [needsPaddedInput ? "xp" : "x", step.isTurned ? "w.flip(\(spatialAxes))" : "w"]
    // Where the sum is scaled first, the bias comes after it.
    let isScaled = step.sampleStep != 1
    if step.hasBias && !isScaled { arguments.append("b") }
    arguments += [
      PythonText.argument("stride", step.axes.map { step.geometry($0).stride }, usual: 1),
      needsPaddedInput
        ? nil : PythonText.argument("padding", step.axes.map { step.geometry($0).paddingBefore }, usual: 0),
      PythonText.argument("dilation", step.axes.map { step.geometry($0).dilation }, usual: 1),
      PythonText.argument("groups", [step.groups], usual: 1),
    ].compactMap { $0 }
    let place = [step.cell.batch, step.cell.channel] + step.axes.map(step.output)
    let bias = step.hasBias && isScaled ? " + b[\(step.cell.channel)]" : ""
    let call = "F.\(step.isSignal ? "conv1d" : "conv2d")(\(arguments.joined(separator: ", ")))"
    return PythonText.element(call, place) + step.scaling + bias
  }

  /// `s += xp[0, 0, 2, 4] * w[0, 0, 0, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0 else { return "s = 0" }
    let product = step.product(count - 1)
    let place = [step.cell.batch, product.channel] + product.input
    let weight = [step.cell.channel, product.weightChannel] + product.weight
    return "s += \(PythonText.element(step.hasPadding ? "xp" : "x", place)) * \(PythonText.element("w", weight))"
  }

  private var spatialAxes: String { step.isSignal ? "2" : "2, 3" }

  // MARK: Padding

  /// `conv2d` itself pads with zeros only, and both ends of an axis alike.
  private var needsPaddedInput: Bool {
    step.axes.contains { axis in
      let geometry = step.geometry(axis)
      return geometry.paddingBefore != geometry.paddingAfter
        || (geometry.mode != .zeros && geometry.paddingBefore > 0)
    }
  }

  private var padding: String { "xp = " + PythonPadding(geometry: step.geometry, axes: step.axes).pytorch() }
}
