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
    append("stride", step.axes.map { step.geometry($0).stride }, usual: 1, to: &arguments)
    if !needsPaddedInput {
      append("padding", step.axes.map { step.geometry($0).paddingBefore }, usual: 0, to: &arguments)
    }
    append("dilation", step.axes.map { step.geometry($0).dilation }, usual: 1, to: &arguments)
    append("groups", [step.groups], usual: 1, to: &arguments)
    let place = [step.cell.batch, step.cell.channel] + step.axes.map(step.output)
    let bias = step.hasBias && isScaled ? " + b[\(step.cell.channel)]" : ""
    return "F.\(step.isSignal ? "conv1d" : "conv2d")(\(arguments.joined(separator: ", ")))\(Self.indices(place))"
      + step.scaling + bias
  }

  /// `s += xp[0, 0, 2, 4] * w[0, 0, 0, 1]`
  private func partial(_ count: Int) -> String {
    guard count > 0 else { return "s = 0" }
    let product = step.product(count - 1)
    let place = [step.cell.batch, product.channel] + product.input
    let weight = [step.cell.channel, product.weightChannel] + product.weight
    return "s += \(step.hasPadding ? "xp" : "x")\(Self.indices(place)) * w\(Self.indices(weight))"
  }

  private static func indices(_ place: [Int]) -> String {
    "[\(place.map { "\($0)" }.joined(separator: ", "))]"
  }

  private var spatialAxes: String { step.isSignal ? "2" : "2, 3" }

  /// `name=2`, or `name=(2, 1)` where the axes differ; nothing for the usual value.
  private func append(_ name: String, _ values: [Int], usual: Int, to arguments: inout [String]) {
    guard values.contains(where: { $0 != usual }) else { return }
    let texts = values.map { "\($0)" }
    arguments.append("\(name)=" + (Set(values).count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"))
  }

  // MARK: Padding

  /// `conv2d` itself pads with zeros only, and both ends of an axis alike.
  private var needsPaddedInput: Bool {
    step.axes.contains { axis in
      let geometry = step.geometry(axis)
      return geometry.paddingBefore != geometry.paddingAfter
        || (geometry.mode != .zeros && geometry.paddingBefore > 0)
    }
  }

  /// `xp = F.pad(x, (1, 1, 1, 1), mode="reflect")`: the last axis comes first.
  private var padding: String {
    let padded = step.paddingCalls.reduce("x") { inner, call in
      let cells = step.axes.reversed().flatMap { axis in
        call.axes.contains(axis) ? [step.geometry(axis).paddingBefore, step.geometry(axis).paddingAfter] : [0, 0]
      }
      let mode = call.mode == .zeros ? "" : ", mode=\"\(call.mode.rawValue)\""
      return "F.pad(\(inner), (\(cells.map { "\($0)" }.joined(separator: ", ")))\(mode))"
    }
    return "xp = \(padded)"
  }
}
