import ConvolutionEngine

/// The padding of a picture or signal as a call in Python.
struct PythonPadding {
  let geometry: ConvolutionGeometry
  /// The axes that a window slides along.
  let axes: [Axis]

  private func cells(_ axis: Axis) -> [Int] {
    let geometry = axis == .vertical ? geometry.vertical : geometry.horizontal
    return [geometry.paddingBefore, geometry.paddingAfter]
  }

  private func mode(_ axis: Axis) -> PaddingMode {
    axis == .vertical ? geometry.vertical.mode : geometry.horizontal.mode
  }

  /// The paddings of single axes that one call can make: all axes at once unless their modes differ.
  private var calls: [(mode: PaddingMode, axes: [Axis])] {
    let padded = axes.filter { cells($0) != [0, 0] }
    let modes = Set(padded.map(mode))
    if let mode = modes.first, modes.count == 1 { return [(mode, axes)] }
    return padded.map { (mode($0), [$0]) }
  }

  /// `np.pad(x, ((1, 1), (1, 1)), mode="reflect")`, once for each mode.
  ///
  /// - Parameters:
  ///   - leading: the axes before those of the window, which are not padded.
  ///   - value: what stands in the padding instead of zeros, as an expression.
  func numpy(leading: Int, value: String? = nil) -> String {
    calls.reduce("x") { inner, call in
      let pairs =
        Array(repeating: [0, 0], count: leading) + axes.map { call.axes.contains($0) ? cells($0) : [0, 0] }
      let texts = pairs.map { "(\($0[0]), \($0[1]))" }
      let widths = texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
      return "np.pad(\(inner), \(widths)\(Self.numpyMode(call.mode))\(value.map { ", constant_values=\($0)" } ?? ""))"
    }
  }

  /// NumPy's name of a mode as an argument; zeros are its default.
  private static func numpyMode(_ mode: PaddingMode) -> String {
    switch mode {
    case .zeros: ""
    case .reflect: ", mode=\"reflect\""
    case .replicate: ", mode=\"edge\""
    case .circular: ", mode=\"wrap\""
    }
  }

  /// `F.pad(x, (1, 1, 1, 1), mode="reflect")`: the last axis comes first.
  func pytorch(value: String? = nil) -> String {
    calls.reduce("x") { inner, call in
      let sides = axes.reversed().flatMap { call.axes.contains($0) ? cells($0) : [0, 0] }
      let mode = call.mode == .zeros ? "" : ", mode=\"\(call.mode.rawValue)\""
      return "F.pad(\(inner), (\(sides.map { "\($0)" }.joined(separator: ", ")))\(mode)"
        + (value.map { ", value=\($0)" } ?? "") + ")"
    }
  }
}
