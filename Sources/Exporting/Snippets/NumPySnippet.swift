import ConvolutionEngine
import Explorer

/// The whole output in NumPy, with the loops over the output cells that the screen steps through.
///
/// Arrays have the axes N, C, H, W; those of a signal have one row, which the result loses. The numbers are Float32, the sums
/// Double, and the output is rounded to Float32 once, as here.
struct NumPySnippet {
  let experiment: Experiment

  private var operation: OperatorName { experiment.operation }
  private var parameters: Parameters { experiment.parameters }
  private var output: Shape { experiment.outputShape }
  private var input: Shape { experiment.inputShape }

  /// Nil for an operator that is not written out here.
  var lines: [String]? {
    guard let steps else { return nil }
    let result = operation.isForSignals ? "out[:, :, 0]" : "out"
    return ["import numpy as np", ""] + arrays + [""] + steps + [
      "out = \(result).astype(np.float32)", "print(out)",
    ]
  }

  private var arrays: [String] {
    let names: [(OperandName, String)] = [(.input, "x"), (.weights, "w"), (.bias, "b")]
    return names.flatMap { operand, name -> [String] in
      guard let tensor = experiment.operands[operand] else { return [] }
      let axes = operand == .bias ? [tensor.shape.count] : tensor.shape.axes
      return ["\(name) = np.array(["] + ArrayLiteral.rows(of: tensor, nonFinite: ArrayLiteral.python)
        + ["], np.float32).reshape\(ArrayLiteral.tuple(axes)).astype(np.float64)"]
    }
  }

  private var steps: [String]? {
    switch operation {
    case .conv1d, .conv2d: experiment.plan.window.map(convolution)
    case .convTranspose1d, .convTranspose2d: transposed
    case .maxPool1d, .maxPool2d: experiment.plan.window.map(largest)
    case .avgPool1d, .avgPool2d: experiment.plan.window.map(mean)
    case .adaptiveAvgPool2d, .adaptiveMaxPool2d: adaptive
    case .globalAvgPool2d: ["out = x.mean(axis=(2, 3), keepdims=True)"]
    case .relu: ["out = np.maximum(x, 0)"]
    case .leakyRelu:
      ["out = np.where(x >= 0, x, x * \(NumberText.shortest(parameters.number(.negativeSlope) ?? 0.01)))"]
    case .sigmoid: ["out = 1 / (1 + np.exp(-x))"]
    case .tanh: ["out = np.tanh(x)"]
    case .softmax: softmax
    case .pad: experiment.plan.window.map { ["out = \(padded("x", $0.geometry))"] }
    case .upsampleNearest: upsampled
    default: nil
    }
  }

  // MARK: Windows

  private func convolution(_ window: SlidingWindow) -> [String] {
    let map = experiment.channelMap
    let isTurned = parameters.orientation == .convolution
    let channels = map.channelsPerFilter
    let filters = output.channels / max(1, map.groups)
    let seen = map.groups == 1 ? "window" : "window[:, first:first + \(channels)]"
    var lines = ["xp = \(padded("x", window.geometry))"]
    if isTurned { lines.append("w = w[:, :, ::-1, ::-1]") }
    lines += over("xp", window) + ["        for o in range(\(output.channels)):"]
    if map.groups > 1 { lines.append("            first = o // \(filters) * \(channels)") }
    lines.append("            out[:, o, i, j] = (\(seen) * w[o]).sum(axis=(1, 2, 3))")
    if let step = parameters.number(.sampleStep), step != 1 { lines.append("out = out * \(NumberText.shortest(step))") }
    return lines + bias
  }

  private func largest(_ window: SlidingWindow) -> [String] {
    ["xp = \(reaching("x", window, fill: "-np.inf"))"] + over("xp", window) + [
      "        out[:, :, i, j] = window.max(axis=(2, 3))"
    ]
  }

  /// What counts is one in a grid of ones and zeros, so that a window knows how many of its cells do.
  private func mean(_ window: SlidingWindow) -> [String] {
    let counts = parameters[.countIncludePad] != .flag(false)
    let ones = "np.ones(\(ArrayLiteral.tuple([1, 1, input.height, input.width])))"
    let padding = window.geometry.padding
    let inner =
      counts ? "np.pad(\(ones), \(widths(padding)), constant_values=1)" : "np.pad(\(ones), \(widths(padding)))"
    return [
      "xp = \(reaching("x", window, fill: "0"))",
      "counted = \(reaching(counts || padding != .none ? inner : ones, window, fill: "0", isPadded: true))",
    ] + over("xp", window) + [
      "        count = \(slices("counted", window)).sum()",
      "        out[:, :, i, j] = window.sum(axis=(2, 3)) / max(count, 1)",
    ]
  }

  /// The loops over the output cells, with the cells under the window in `window`.
  private func over(_ name: String, _ window: SlidingWindow) -> [String] {
    ["out = np.empty(\(ArrayLiteral.tuple(output.axes)))"] + loops + [
      "        window = \(slices(name, window))"
    ]
  }

  private var loops: [String] {
    ["for i in range(\(output.height)):", "    for j in range(\(output.width)):"]
  }

  private func slices(_ name: String, _ window: SlidingWindow) -> String {
    let rows = slice("i", window.geometry.vertical, kernel: window.kernel.vertical)
    let columns = slice("j", window.geometry.horizontal, kernel: window.kernel.horizontal)
    return "\(name)[:, :, \(rows), \(columns)]"
  }

  /// `i:i + 3`, with a stride `2 * i:2 * i + 3`, with a dilation `i:i + 5:2`.
  private func slice(_ index: String, _ geometry: AxisGeometry, kernel: Int) -> String {
    let start = geometry.stride == 1 ? index : "\(geometry.stride) * \(index)"
    let step = geometry.dilation == 1 ? "" : ":\(geometry.dilation)"
    return "\(start):\(start) + \(geometry.effectiveExtent(kernel: kernel))\(step)"
  }

  // MARK: Padding

  private func widths(_ padding: Padding) -> String {
    "((0, 0), (0, 0), (\(padding.top), \(padding.bottom)), (\(padding.left), \(padding.right)))"
  }

  /// The padded array, in two steps where the axes have different modes; itself without padding.
  private func padded(_ name: String, _ geometry: ConvolutionGeometry) -> String {
    let padding = geometry.padding
    guard padding != .none else { return name }
    let rows = Padding(top: padding.top, left: 0, bottom: padding.bottom, right: 0)
    let columns = Padding(top: 0, left: padding.left, bottom: 0, right: padding.right)
    let modes = (vertical: geometry.vertical.mode, horizontal: geometry.horizontal.mode)
    if modes.vertical == modes.horizontal || rows == .none || columns == .none {
      return "np.pad(\(name), \(widths(padding))\(mode(rows == .none ? modes.horizontal : modes.vertical)))"
    }
    return "np.pad(np.pad(\(name), \(widths(rows))\(mode(modes.vertical))), \(widths(columns))"
      + "\(mode(modes.horizontal)))"
  }

  /// NumPy's name of a mode as an argument; zeros are its default.
  private func mode(_ mode: PaddingMode) -> String {
    switch mode {
    case .zeros: ""
    case .reflect: ", mode=\"reflect\""
    case .replicate: ", mode=\"edge\""
    case .circular: ", mode=\"wrap\""
    }
  }

  /// The array padded with a number, and beyond that as far as the last window reaches.
  private func reaching(
    _ name: String, _ window: SlidingWindow, fill: String, isPadded: Bool = false
  ) -> String {
    func end(_ geometry: AxisGeometry, _ kernel: Int, _ outputs: Int, _ inputs: Int) -> Int {
      let reached = (outputs - 1) * geometry.stride + geometry.effectiveExtent(kernel: kernel)
      return max(0, reached - inputs - geometry.paddingBefore - geometry.paddingAfter)
    }
    let beyond = (
      rows: end(window.geometry.vertical, window.kernel.vertical, output.height, input.height),
      columns: end(window.geometry.horizontal, window.kernel.horizontal, output.width, input.width)
    )
    let padding = isPadded ? Padding.none : window.geometry.padding
    let all = Padding(
      top: padding.top, left: padding.left, bottom: padding.bottom + beyond.rows,
      right: padding.right + beyond.columns)
    guard all != .none else { return name }
    return "np.pad(\(name), \(widths(all))" + (fill == "0" ? "" : ", constant_values=\(fill)") + ")"
  }

  // MARK: Others

  private var bias: [String] {
    experiment.operands[.bias] == nil ? [] : ["out = out + b.reshape(1, -1, 1, 1)"]
  }

  /// Each input cell adds its multiple of the kernel to the output; what the padding asks for is cut off.
  private var transposed: [String] {
    guard let weights = experiment.operands[.weights]?.shape else { return [] }
    let padding = parameters.paddingCells ?? .none
    let (stride, dilation) = (parameters.stride, parameters.dilation)
    let extent = PerAxis(
      vertical: dilation.vertical * (weights.height - 1) + 1, horizontal: dilation.horizontal * (weights.width - 1) + 1)
    let full = [
      output.batch, output.channels,
      max((input.height - 1) * stride.vertical + extent.vertical, padding.top + output.height),
      max((input.width - 1) * stride.horizontal + extent.horizontal, padding.left + output.width),
    ]
    func slice(_ index: String, _ stride: Int, _ extent: Int, _ dilation: Int) -> String {
      let start = stride == 1 ? index : "\(stride) * \(index)"
      return "\(start):\(start) + \(extent)" + (dilation == 1 ? "" : ":\(dilation)")
    }
    let rows = slice("i", stride.vertical, extent.vertical, dilation.vertical)
    let columns = slice("j", stride.horizontal, extent.horizontal, dilation.horizontal)
    let groups = parameters.groups
    let (ownInputs, ownOutputs) = (input.channels / max(1, groups), weights.channels)
    let turned = parameters.orientation == .convolution ? ["w = w[:, :, ::-1, ::-1]"] : []
    return turned + [
      "full = np.zeros(\(ArrayLiteral.tuple(full)))",
      "for c in range(\(input.channels)):",
      "    for o in range(\(ownOutputs)):",
      "        f = c // \(ownInputs) * \(ownOutputs) + o",
      "        for i in range(\(input.height)):",
      "            for j in range(\(input.width)):",
      "                full[:, f, \(rows), \(columns)] += x[:, c, i, j, None, None] * w[c, o]",
      "out = full[:, :, \(padding.top):\(padding.top + output.height), \(padding.left):\(padding.left + output.width)]",
    ] + bias
  }

  private var adaptive: [String] {
    let name = operation == .adaptiveMaxPool2d ? "max" : "mean"
    func ends(_ index: String, _ inputs: Int, _ outputs: Int) -> String {
      "\(index) * \(inputs) // \(outputs):-(-(\(index) + 1) * \(inputs) // \(outputs))"
    }
    return ["out = np.empty(\(ArrayLiteral.tuple(output.axes)))"] + loops + [
      "        window = x[:, :, \(ends("i", input.height, output.height)), \(ends("j", input.width, output.width))]",
      "        out[:, :, i, j] = window.\(name)(axis=(2, 3))",
    ]
  }

  private var softmax: [String] {
    let axis = parameters.integer(.axis) ?? -1
    return [
      "powers = np.exp(x - x.max(axis=\(axis), keepdims=True))",
      "out = powers / powers.sum(axis=\(axis), keepdims=True)",
    ]
  }

  /// Where each output row and column comes from.
  private var upsampled: [String] {
    var scale = PerAxis(2.0)
    if case .numbers(let numbers)? = parameters[.scale] { scale = numbers }
    func sources(_ outputs: Int, _ inputs: Int, _ scale: Double) -> String {
      let step = NumberText.shortest(Float(1 / scale))
      return "np.minimum(np.floor(np.arange(\(outputs), dtype=np.float32) * np.float32(\(step))).astype(int), "
        + "\(inputs - 1))"
    }
    return [
      "rows = \(sources(output.height, input.height, scale.vertical))",
      "columns = \(sources(output.width, input.width, scale.horizontal))",
      "out = x[:, :, rows[:, None], columns]",
    ]
  }
}
