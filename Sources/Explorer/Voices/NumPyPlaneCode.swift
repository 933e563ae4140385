import ConvolutionEngine

/// A step of an operator without weights in NumPy: pools as a slice, functions of one element, a row for a softmax.
struct NumPyPlaneCode {
  let step: PlaneStep

  /// Nil where there is no such line.
  func code(products: Int?) -> StepCode? {
    if let pool = step.pool { return self.pool(pool, products: products) }
    if step.operation == .softmax { return softmax(products: products) }
    guard let expression = function else { return nil }
    // One value there is: either it is looked at, or not yet.
    return StepCode(
      preparation: step.operation == .pad ? paddedInput : [],
      line: "\(output) = \(products == 0 ? "..." : expression)")
  }

  // MARK: Axes of length 1 are left out

  private var hasBatch: Bool { step.input.batch > 1 }
  private var hasChannels: Bool { step.input.channels > 1 }

  private var leading: [Int] { (hasBatch ? [step.cell.batch] : []) + (hasChannels ? [step.cell.channel] : []) }

  private var output: String { PythonText.element("out", leading + step.place(step.cell)) }

  private func input(at place: Coordinate) -> String {
    let leading = (hasBatch ? [place.batch] : []) + (hasChannels ? [place.channel] : [])
    return PythonText.element("x", leading + step.place(place))
  }

  // MARK: Pools

  /// Whether the window is read on the padded input.
  private var readsPadding: Bool {
    step.padding != nil && (step.pool != .mean || step.countsPadding)
  }

  private var paddedInput: [String] {
    guard let padding = step.padding else { return [] }
    return [
      "xp = " + padding.numpy(leading: leading.count, value: step.paddingIsMinusInfinity ? "-np.inf" : nil)
    ]
  }

  /// `out[1, 1] = xp[2:4, 2:4].max()`
  private func pool(_ pool: PlaneStep.Pool, products: Int?) -> StepCode {
    let preparation = readsPadding ? paddedInput : []
    let picture = readsPadding ? "xp" : "x"
    if let products { return StepCode(preparation: preparation, line: partial(pool, products, picture)) }
    guard !step.footprint.isEmpty else { return StepCode(preparation: preparation, line: "\(output) = 0") }
    let window = step.axes.map { PythonText.slice(step.positions($0), from: readsPadding ? step.origin($0) : 0) }
    let cells = PythonText.element(picture, leading.map { "\($0)" } + window)
    return StepCode(preparation: preparation, line: "\(output) = \(cells).\(pool == .max ? "max" : "mean")()")
  }

  /// `s = np.maximum(s, xp[2, 3])`, `s += xp[2, 3]; m = s / 2`
  private func partial(_ pool: PlaneStep.Pool, _ count: Int, _ picture: String) -> String {
    guard count > 0, let term = step.term(count - 1) else { return pool == .max ? "s = -np.inf" : "s = 0" }
    let place = readsPadding ? step.paddedPlace(term.position) : step.place(term.position)
    switch pool {
    case .max:
      // What hangs over the padding has no place there.
      return "s = np.maximum(s, \(place.map { PythonText.element(picture, leading + $0) } ?? "-np.inf"))"
    case .mean:
      return "s += \(place.map { PythonText.element(picture, leading + $0) } ?? "0"); m = s / \(count)"
    }
  }

  // MARK: Softmax

  /// The axis of the softmax among those that are not left out; nil when it is left out.
  private var axis: Int? {
    let kept = [hasBatch, hasChannels, true, true]
    return kept[step.axis] ? kept[..<step.axis].count { $0 } : nil
  }

  /// `out[2, 3] = e[2, 3] / e[2, :].sum()`
  private func softmax(products: Int?) -> StepCode {
    let shift = axis.map { "x.max(axis=\($0), keepdims=True)" } ?? "x"
    let preparation = ["e = np.exp(x - \(shift))"]
    if let products {
      guard products > 0, let term = step.term(products - 1) else {
        return StepCode(preparation: preparation, line: "s = 0")
      }
      let place =
        (hasBatch ? [term.position.batch] : []) + (hasChannels ? [term.position.channel] : [])
        + step.place(term.position)
      return StepCode(preparation: preparation, line: "s += " + PythonText.element("e", place))
    }
    let place = (leading + step.place(step.cell)).map { "\($0)" }
    var row = place
    if let axis { row[axis] = ":" }
    let sum = axis == nil ? "" : ".sum()"
    return StepCode(
      preparation: preparation,
      line: "\(output) = \(PythonText.element("e", place)) / \(PythonText.element("e", row))\(sum)")
  }

  // MARK: Functions of one element

  private var function: String? {
    let x = input(at: step.cell)
    switch step.operation {
    case .relu: return "np.maximum(0, \(x))"
    case .leakyRelu: return "\(x) if \(x) > 0 else \(step.slope) * \(x)"
    case .sigmoid: return "1 / (1 + np.exp(-\(x)))"
    case .tanh: return "np.tanh(\(x))"
    case .pad:
      return PythonText.element(step.padding == nil ? "x" : "xp", leading + step.place(step.cell))
    case .upsampleNearest: return step.term(0).map { input(at: $0.position) }
    default: return nil
    }
  }
}
