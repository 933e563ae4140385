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
    return "\(output) = (\(Self.element(picture, window)) * \(kernel)).sum()\(step.scaling)\(bias)"
  }

  /// `s += xp[2, 4] * w[0, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0 else { return "s = 0" }
    let product = step.product(count - 1)
    var place: [String] = hasBatch ? ["\(step.cell.batch)"] : []
    if hasChannels { place.append("\(product.channel)") }
    var weight: [String] = hasFilters ? ["\(step.cell.channel)"] : []
    if hasChannels { weight.append("\(product.weightChannel)") }
    return "s += \(Self.element(picture, place + product.input.map { "\($0)" }))"
      + " * \(Self.element("w", weight + product.weight.map { "\($0)" }))"
  }

  // MARK: Parts

  private static func element(_ name: String, _ indices: [String]) -> String {
    indices.isEmpty ? name : "\(name)[\(indices.joined(separator: ", "))]"
  }

  private var output: String {
    var place: [String] = hasBatch ? ["\(step.cell.batch)"] : []
    if hasFilters { place.append("\(step.cell.channel)") }
    return Self.element("out", place + step.axes.map { "\(step.output($0))" })
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
    return Self.element("w", indices)
  }

  // MARK: Padding

  /// `xp = np.pad(x, ((1, 1), (1, 1)), mode="reflect")`, once for each mode.
  private var padding: String {
    let padded = step.paddingCalls.reduce("x") { inner, call in
      var pairs = Array(repeating: "(0, 0)", count: (hasBatch ? 1 : 0) + (hasChannels ? 1 : 0))
      pairs += step.axes.map { axis in
        guard call.axes.contains(axis) else { return "(0, 0)" }
        return "(\(step.geometry(axis).paddingBefore), \(step.geometry(axis).paddingAfter))"
      }
      let widths = pairs.count == 1 ? pairs[0] : "(\(pairs.joined(separator: ", ")))"
      return "np.pad(\(inner), \(widths)\(Self.mode(call.mode)))"
    }
    return "xp = \(padded)"
  }

  /// NumPy's name of a mode as an argument; zeros are its default.
  private static func mode(_ mode: PaddingMode) -> String {
    switch mode {
    case .zeros: ""
    case .reflect: ", mode=\"reflect\""
    case .replicate: ", mode=\"edge\""
    case .circular: ", mode=\"wrap\""
    }
  }
}
