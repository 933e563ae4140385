import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Steps of every operator as code")
struct OperatorCodeTests {
  /// The plus with an operator on it; lines of actions follow.
  private func code(
    _ language: CodeLanguage, _ lines: [String], at row: Int, _ column: Int, products: Int? = nil
  ) throws -> [String] {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    for line in lines { try state.apply(try ExplorerAction(text: line)) }
    let code = try #require(
      StepCode(language, of: state.experiment, cell: Coordinate(row: row, column: column), products: products))
    return code.preparation + [code.line]
  }

  @Test(
    "a pool is a slice, of the padded picture where there is padding, and one element of PyTorch's",
    arguments: [
      (
        ["operator max-pool2d"], ["out[1, 2] = x[2:4, 4:6].max()"], ["F.max_pool2d(x, 2)[0, 0, 1, 2]"]
      ),
      (
        ["operator max-pool2d", "set stride 1", "set padding 1", "set dilation 2,1"],
        ["xp = np.pad(x, ((1, 1), (1, 1)), constant_values=-np.inf)", "out[1, 2] = xp[1:4:2, 2:4].max()"],
        ["F.max_pool2d(x, 2, stride=1, padding=1, dilation=(2, 1))[0, 0, 1, 2]"]
      ),
      (
        ["operator max-pool2d", "set padding 2"],
        ["xp = np.pad(x, ((2, 2), (2, 2)), constant_values=-np.inf)", "out[1, 2] = xp[2:4, 4:6].max()"],
        ["xp = F.pad(x, (2, 2, 2, 2), value=float(\"-inf\"))", "F.max_pool2d(xp, 2)[0, 0, 1, 2]"]
      ),
      (
        ["operator avg-pool2d", "set padding 1", "set count-include-pad false"], ["out[1, 2] = x[1:3, 3:5].mean()"],
        ["F.avg_pool2d(x, 2, padding=1, count_include_pad=False)[0, 0, 1, 2]"]
      ),
      (
        ["operator avg-pool1d 3", "set ceil-mode true"], ["out[2] = x[4:6].mean()"],
        ["F.avg_pool1d(x, 2, ceil_mode=True)[0, 0, 2]"]
      ),
      (
        ["operator adaptive-avg-pool2d", "set output-size 3,4"], ["out[1, 2] = x[2:5, 3:6].mean()"],
        ["F.adaptive_avg_pool2d(x, (3, 4))[0, 0, 1, 2]"]
      ),
      (
        ["operator adaptive-max-pool2d", "set output-size 3"], ["out[1, 2] = x[2:5, 4:7].max()"],
        ["F.adaptive_max_pool2d(x, 3)[0, 0, 1, 2]"]
      ),
    ])
  func pools(lines: [String], numpy: [String], pytorch: [String]) throws {
    let row = lines[0].contains("1d") ? 0 : 1
    #expect(try code(.numpy, lines, at: row, 2) == numpy)
    #expect(try code(.pytorch, lines, at: row, 2) == pytorch)
  }

  @Test("value by value a maximum grows, and a mean is a sum divided")
  func partialPools() throws {
    let max = ["operator max-pool2d"]
    #expect(try code(.numpy, max, at: 1, 2, products: 0) == ["s = -np.inf"])
    #expect(try code(.numpy, max, at: 1, 2, products: 3) == ["s = np.maximum(s, x[3, 4])"])
    #expect(try code(.pytorch, max, at: 1, 2, products: 3) == ["s = torch.maximum(s, x[0, 0, 3, 4])"])
    let mean = ["operator global-avg-pool2d"]
    #expect(try code(.numpy, mean, at: 0, 0) == ["out[0, 0] = x[0:7, 0:7].mean()"])
    #expect(try code(.numpy, mean, at: 0, 0, products: 8) == ["s += x[1, 0]; m = s / 8"])
    #expect(try code(.pytorch, mean, at: 0, 0) == ["x.mean((2, 3), keepdim=True)[0, 0, 0, 0]"])
  }

  @Test(
    "a function is one element of the picture",
    arguments: [
      ("relu", "np.maximum(0, x[2, 3])", "F.relu(x)"),
      ("leaky-relu", "x[2, 3] if x[2, 3] > 0 else 0.01 * x[2, 3]", "F.leaky_relu(x, 0.01)"),
      ("sigmoid", "1 / (1 + np.exp(-x[2, 3]))", "torch.sigmoid(x)"),
      ("tanh", "np.tanh(x[2, 3])", "torch.tanh(x)"),
      ("upsample-nearest", "x[1, 1]", "F.interpolate(x, scale_factor=2)"),
    ])
  func functions(name: String, numpy: String, pytorch: String) throws {
    #expect(try code(.numpy, ["operator \(name)"], at: 2, 3) == ["out[2, 3] = \(numpy)"])
    #expect(try code(.pytorch, ["operator \(name)"], at: 2, 3) == ["\(pytorch)[0, 0, 2, 3]"])
    #expect(try code(.numpy, ["operator \(name)"], at: 2, 3, products: 0).last == "out[2, 3] = ...")
  }

  @Test("padding by mode is a call, a softmax divides by the sum of its row")
  func paddingAndRows() throws {
    let pad = ["operator pad", "set padding 1,2", "set padding-mode replicate"]
    #expect(
      try code(.numpy, pad, at: 0, 1) == [
        "xp = np.pad(x, ((1, 1), (2, 2)), mode=\"edge\")", "out[0, 1] = xp[0, 1]",
      ])
    #expect(try code(.pytorch, pad, at: 0, 1) == ["F.pad(x, (2, 2, 1, 1), mode=\"replicate\")[0, 0, 0, 1]"])
    #expect(try code(.numpy, ["operator pad", "set padding 0"], at: 2, 3) == ["out[2, 3] = x[2, 3]"])
    let row = ["operator softmax"]
    #expect(
      try code(.numpy, row, at: 2, 3) == [
        "e = np.exp(x - x.max(axis=1, keepdims=True))", "out[2, 3] = e[2, 3] / e[2, :].sum()",
      ])
    #expect(try code(.numpy, row, at: 2, 3, products: 2).last == "s += e[2, 1]")
    #expect(try code(.pytorch, row, at: 2, 3) == ["F.softmax(x, 3)[0, 0, 2, 3]"])
    #expect(
      try code(.numpy, ["operator softmax", "set axis 1"], at: 2, 3)
        == ["e = np.exp(x - x)", "out[2, 3] = e[2, 3] / e[2, 3]"])
  }

  @Test("a transposed convolution gathers input cells in order with weights towards the start, the turned ones onward")
  func transposed() throws {
    let stride = ["operator conv-transpose2d", "set stride 2"]
    #expect(try code(.numpy, stride, at: 4, 5) == ["out[4, 5] = (x[1:3, 2:3] * w[2::-2, 1:2]).sum()"])
    #expect(
      try code(.numpy, stride + ["set flip true", "edit bias 0 5"], at: 4, 5)
        == ["out[4, 5] = (x[1:3, 2:3] * w[0:3:2, 1:2]).sum() + b"])
    #expect(try code(.numpy, stride, at: 4, 5, products: 1) == ["s += x[2, 2] * w[0, 1]"])
    #expect(try code(.pytorch, stride, at: 4, 5) == ["F.conv_transpose2d(x, w, stride=2)[0, 0, 4, 5]"])
    let cropped = stride + ["set output-padding 1,0", "set padding 1,0,0,0"]
    #expect(
      try code(.pytorch, cropped, at: 4, 5)
        == ["F.conv_transpose2d(x, w, stride=2, output_padding=(1, 0))[0, 0, 1 + 4, 5]"])
    #expect(
      try code(.pytorch, ["operator conv-transpose1d 3", "set padding 1"], at: 0, 2)
        == ["F.conv_transpose1d(x, w, padding=1)[0, 0, 2]"])
  }

  @Test("every operator that can be stepped has a line in every language for every cell, the same preparation for all")
  func all() throws {
    for operation in SteppableOperators.all {
      for seed in UInt64(1)...4 {
        var random = SplitMix64(seed: seed)
        let experiment = try RandomOperator.state(operation, &random).experiment
        for language in CodeLanguage.allCases {
          let codes = (0..<experiment.outputShape.count).map { offset in
            StepCode(language, of: experiment, cell: experiment.outputShape.coordinate(at: offset), products: nil)
          }
          #expect(codes.allSatisfy { $0 != nil }, "\(operation.rawValue) in \(language)")
          #expect(Set(codes.map { $0?.preparation }).count == 1, "\(operation.rawValue) in \(language)")
        }
      }
    }
  }
}
