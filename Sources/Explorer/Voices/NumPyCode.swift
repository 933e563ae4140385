import ConvolutionEngine

/// A convolution step in NumPy: the window is a slice of the padded input, multiplied by the kernel and summed.
struct NumPyCode {
  let step: SlidingStep

  func code(products: Int?) -> StepCode {
    StepCode(preparation: step.hasPadding ? [padding] : [], line: products.map(partial) ?? whole)
  }

  // MARK: Axes of length 1 are left out

  private var hasBatch: Bool { step.input.batch > 1 }
  private var hasChannels: Bool { step.input.channels > 1 }
  private var hasFilters: Bool { step.weights.batch > 1 }

  private var picture: String { step.hasPadding ? "xp" : "x" }

  // MARK: Lines

  /// `out[2, 3] = (xp[2:5, 3:6] * w).sum() + b`
  private var whole: String {
    var window: [String] = hasBatch ? ["\(step.cell.batch)"] : []
    if hasChannels { window.append(channelIndex) }
    window += step.axes.map(step.slice)
    let bias = step.hasBias ? " + " + (hasFilters ? "b[\(step.cell.channel)]" : "b") : ""
    return "\(output) = (\(PythonText.element(picture, window)) * \(kernel)).sum()\(step.scaling)\(bias)"
  }

  /// `s += xp[2, 4] * w[0, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0 else { return "s = 0" }
    let product = step.product(count - 1)
    var place: [String] = hasBatch ? ["\(step.cell.batch)"] : []
    if hasChannels { place.append("\(product.channel)") }
    var weight: [String] = hasFilters ? ["\(step.cell.channel)"] : []
    if hasChannels { weight.append("\(product.weightChannel)") }
    return "s += \(PythonText.element(picture, place + product.input.map { "\($0)" }))"
      + " * \(PythonText.element("w", weight + product.weight.map { "\($0)" }))"
  }

  // MARK: Parts

  private var output: String {
    var place: [String] = hasBatch ? ["\(step.cell.batch)"] : []
    if hasFilters { place.append("\(step.cell.channel)") }
    return PythonText.element("out", place + step.axes.map { "\(step.output($0))" })
  }

  /// All channels, those of a group, or the one of a depthwise convolution, without its axis.
  private var channelIndex: String {
    if step.channels.count == step.input.channels { return ":" }
    return step.channels.count == 1
      ? "\(step.channels.lowerBound)" : "\(step.channels.lowerBound):\(step.channels.upperBound)"
  }

  /// The kernel as it lies on the window: `w`, `w[1]`, turned `w[::-1, ::-1]`.
  private var kernel: String {
    var indices: [String] = hasFilters ? ["\(step.cell.channel)"] : []
    if hasChannels {
      if step.channels.count == 1 { indices.append("0") } else if step.isTurned { indices.append(":") }
    }
    if step.isTurned { indices += step.axes.map { _ in "::-1" } }
    return PythonText.element("w", indices)
  }

  private var padding: String {
    let padding = PythonPadding(geometry: step.geometry, axes: step.axes)
    return "xp = " + padding.numpy(leading: (hasBatch ? 1 : 0) + (hasChannels ? 1 : 0))
  }
}
