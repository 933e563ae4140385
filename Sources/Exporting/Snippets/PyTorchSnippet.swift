import ConvolutionEngine
import Explorer

/// The whole output in PyTorch: one call of `torch.nn.functional`.
///
/// Arrays have the axes N, C, H, W, those of a signal N, C, L.
struct PyTorchSnippet {
  let experiment: Experiment

  private var operation: OperatorName { experiment.operation }
  private var parameters: Parameters { experiment.parameters }
  private var isSignal: Bool { operation.isForSignals }
  private var axes: [Axis] { isSignal ? [.horizontal] : [.vertical, .horizontal] }

  /// Nil for what PyTorch refuses.
  var lines: [String]? {
    guard let steps else { return nil }
    return ["import torch", "import torch.nn.functional as F", ""] + arrays + [""] + steps + ["print(out)"]
  }

  private var arrays: [String] {
    let names: [(OperandName, String)] = [(.input, "x"), (.weights, "w"), (.bias, "b")]
    return names.flatMap { operand, name -> [String] in
      guard let tensor = experiment.operands[operand] else { return [] }
      let shape = tensor.shape
      let axes =
        operand == .bias
        ? [shape.count] : isSignal ? [shape.batch, shape.channels, shape.width] : shape.axes
      return ["\(name) = torch.tensor(["] + ArrayLiteral.rows(of: tensor, nonFinite: ArrayLiteral.python)
        + ["], dtype=torch.float32).reshape\(ArrayLiteral.tuple(axes))"]
    }
  }

  private var steps: [String]? {
    switch operation {
    case .conv1d, .conv2d: experiment.plan.window.map(convolution)
    case .convTranspose1d, .convTranspose2d: transposed
    case .maxPool1d, .maxPool2d: experiment.plan.window.flatMap { pool("max_pool", $0) }
    case .avgPool1d, .avgPool2d: experiment.plan.window.flatMap { pool("avg_pool", $0) }
    case .adaptiveAvgPool2d: adaptive("avg")
    case .adaptiveMaxPool2d: adaptive("max")
    case .globalAvgPool2d: ["out = F.adaptive_avg_pool2d(x, 1)"]
    case .relu: ["out = F.relu(x)"]
    case .leakyRelu:
      ["out = F.leaky_relu(x, \(NumberText.shortest(parameters.number(.negativeSlope) ?? 0.01)))"]
    case .sigmoid: ["out = torch.sigmoid(x)"]
    case .tanh: ["out = torch.tanh(x)"]
    case .softmax: ["out = F.softmax(x, dim=\(parameters.integer(.axis) ?? -1))"]
    case .pad: experiment.plan.window.map { ["out = \(padded("x", $0.geometry))"] }
    case .upsampleNearest: upsampled
    default: nil
    }
  }

  // MARK: Arguments

  /// `name=2`, or `name=(2, 1)` where the axes differ; nothing for the usual value.
  private func argument(_ name: String, _ values: [Int], usual: Int? = nil) -> [String] {
    guard usual == nil || values.contains(where: { $0 != usual }) else { return [] }
    let text = Set(values).count == 1 ? "\(values[0])" : ArrayLiteral.tuple(values)
    return ["\(name)=\(text)"]
  }

  private func argument(_ name: String, _ pair: PerAxis<Int>, usual: Int? = nil) -> [String] {
    argument(name, axes.map { pair[$0] }, usual: usual)
  }

  private func call(_ name: String, _ arguments: [String]) -> String {
    "F.\(name)\(isSignal ? "1d" : "2d")(\(arguments.joined(separator: ", ")))"
  }

  private var weights: String {
    parameters.orientation == .convolution ? "w.flip(\(isSignal ? "2" : "2, 3"))" : "w"
  }

  // MARK: Padding

  /// The padded array, in two steps where the axes have different modes; itself without padding. The last axis comes first.
  private func padded(_ name: String, _ geometry: ConvolutionGeometry, fill: String? = nil) -> String {
    let used = axes.filter { ends($0, geometry) != [0, 0] }
    guard !used.isEmpty else { return name }
    let modes = Set(used.map { mode($0, geometry) })
    let calls = modes.count == 1 ? [used] : used.map { [$0] }
    return calls.reduce(name) { inner, call in
      let cells = axes.reversed().flatMap { call.contains($0) ? ends($0, geometry) : [0, 0] }
      let mode = mode(call[0], geometry)
      let how = mode == .zeros ? fill.map { ", value=\($0)" } ?? "" : ", mode=\"\(mode.rawValue)\""
      return "F.pad(\(inner), \(ArrayLiteral.tuple(cells))\(how))"
    }
  }

  private func ends(_ axis: Axis, _ geometry: ConvolutionGeometry) -> [Int] {
    let axis = axis == .vertical ? geometry.vertical : geometry.horizontal
    return [axis.paddingBefore, axis.paddingAfter]
  }

  private func mode(_ axis: Axis, _ geometry: ConvolutionGeometry) -> PaddingMode {
    (axis == .vertical ? geometry.vertical : geometry.horizontal).mode
  }

  /// Whether a function's own padding says the same: zeros, at both ends alike.
  private func isPlain(_ geometry: ConvolutionGeometry) -> Bool {
    axes.allSatisfy { axis in
      let ends = ends(axis, geometry)
      return ends[0] == ends[1] && (ends[0] == 0 || mode(axis, geometry) == .zeros)
    }
  }

  // MARK: Calls

  private func convolution(_ window: SlidingWindow) -> [String] {
    let geometry = window.geometry
    let isPlain = isPlain(geometry)
    let step = parameters.number(.sampleStep) ?? 1
    // Where the sum is scaled first, the bias comes after it.
    let takesBias = experiment.operands[.bias] != nil && step == 1
    var lines: [String] = []
    if !isPlain { lines.append("xp = \(padded("x", geometry))") }
    var arguments = [isPlain ? "x" : "xp", weights] + (takesBias ? ["b"] : [])
    arguments += argument("stride", parameters.stride, usual: 1)
    if isPlain { arguments += argument("padding", axes.map { ends($0, geometry)[0] }, usual: 0) }
    arguments += argument("dilation", parameters.dilation, usual: 1)
    arguments += argument("groups", [parameters.groups], usual: 1)
    lines.append("out = \(call("conv", arguments))")
    guard step != 1 else { return lines }
    lines.append("out = out * \(NumberText.shortest(step))")
    if experiment.operands[.bias] != nil { lines.append("out = out + b.reshape(\(isSignal ? "-1, 1" : "-1, 1, 1"))") }
    return lines
  }

  /// PyTorch crops both ends alike; where that is not asked for, the whole is made and cut.
  private var transposed: [String]? {
    let padding = parameters.paddingCells ?? .none
    let output = experiment.outputShape
    let isEven = padding.top == padding.bottom && padding.left == padding.right
    var extra = parameters.axes(.outputPadding) ?? PerAxis(0)
    if isSignal { extra.vertical = 0 }
    guard isEven || extra == PerAxis(0) else { return nil }
    var arguments = ["x", weights] + (experiment.operands[.bias] == nil ? [] : ["b"])
    arguments += argument("stride", parameters.stride, usual: 1)
    if isEven { arguments += argument("padding", PerAxis(vertical: padding.top, horizontal: padding.left), usual: 0) }
    arguments += argument("output_padding", extra, usual: 0)
    arguments += argument("groups", [parameters.groups], usual: 1)
    arguments += argument("dilation", parameters.dilation, usual: 1)
    let columns = "\(padding.left):\(padding.left + output.width)"
    let cut = isSignal ? columns : "\(padding.top):\(padding.top + output.height), \(columns)"
    return ["out = \(call("conv_transpose", arguments))"] + (isEven ? [] : ["out = out[:, :, \(cut)]"])
  }

  /// PyTorch takes no more padding than half the window. A maximum can be padded before; a mean would count wrongly.
  private func pool(_ name: String, _ window: SlidingWindow) -> [String]? {
    let geometry = window.geometry
    let kernel = window.kernel
    let fits = isPlain(geometry) && axes.allSatisfy { ends($0, geometry)[0] * 2 <= kernel[$0] }
    let isMax = name == "max_pool"
    guard fits || (isMax && !parameters.flag(.ceilMode)) else { return nil }
    var arguments = [fits ? "x" : "xp"] + argument("kernel_size", kernel)
    arguments += argument(
      "stride",
      PerAxis(vertical: geometry.vertical.stride, horizontal: geometry.horizontal.stride))
    if fits { arguments += argument("padding", axes.map { ends($0, geometry)[0] }, usual: 0) }
    if isMax { arguments += argument("dilation", parameters.dilation, usual: 1) }
    if parameters.flag(.ceilMode) { arguments.append("ceil_mode=True") }
    if parameters[.countIncludePad] == .flag(false) { arguments.append("count_include_pad=False") }
    return (fits ? [] : ["xp = \(padded("x", geometry, fill: "float(\"-inf\")"))"]) + ["out = \(call(name, arguments))"]
  }

  private func adaptive(_ name: String) -> [String] {
    let output = experiment.outputShape
    return ["out = F.adaptive_\(name)_pool2d(x, \(ArrayLiteral.tuple([output.height, output.width])))"]
  }

  private var upsampled: [String] {
    var scale = PerAxis(2.0)
    if case .numbers(let numbers)? = parameters[.scale] { scale = numbers }
    let pair = "(\(decimal(scale.vertical)), \(decimal(scale.horizontal)))"
    return ["out = F.interpolate(x, scale_factor=\(pair), mode=\"nearest\")"]
  }

  /// A number that Python takes for no integer, which PyTorch wants here.
  private func decimal(_ value: Double) -> String {
    let text = NumberText.shortest(value)
    return text.contains(where: { $0 == "." || $0 == "e" }) ? text : text + ".0"
  }
}
