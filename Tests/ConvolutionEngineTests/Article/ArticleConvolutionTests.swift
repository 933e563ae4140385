import ConvolutionEngine
import Foundation
import Testing

/// The numbers that the article "from dense layers to convolution" states about convolutions, and where it is wrong;
/// named after its sections.
@Suite("The article's convolutions") struct ArticleConvolutionTests {
  private func conv2d(
    _ input: Tensor, _ weights: Tensor, padding: Int = 0, mode: PaddingMode = .zeros, flip: Bool = false
  ) throws -> Tensor {
    var experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: input, .weights: Tensor(rows: [[1]])]))
    try experiment.setParameter(.padding, to: .sides(Padding(padding)))
    try experiment.setParameter(.paddingMode, to: .modes(PerAxis(mode)))
    try experiment.setParameter(.flip, to: .flag(flip))
    try experiment.setOperand(.weights, to: weights)
    return try #require(experiment.output())
  }

  private func kernel(_ name: String) throws -> Tensor { try #require(KernelPreset.named(name)).weights }
  private func picture(_ name: String) throws -> Tensor { try #require(InputPreset.named(name)).tensor() }

  @Test("2.2d: a kernel of one row and two columns finds both edges of a bar, where the article's code gives zeros")
  func rectangularKernel() throws {
    let bar = try Tensor(rows: Array(repeating: [1, 1, 0, 0, 0, 0, 1, 1], count: 6))
    let output = try conv2d(bar, Tensor(rows: [[1, -1]]))
    #expect(output.shape == (try Shape(height: 6, width: 7)))
    #expect(output.values == Array(repeating: [0, 1, 0, 0, 0, -1, 0], count: 6).flatMap { $0 })
    // Two rows and three columns crash it; kernels larger than the input give it nothing or a crash.
    #expect(try conv2d(bar, Tensor(rows: [[1, 1, 1], [1, 1, 1]])).shape == (try Shape(height: 5, width: 6)))
    #expect(throws: ExperimentError.self) { try conv2d(bar, Tensor(shape: Shape(height: 7, width: 1))) }
    #expect(throws: ExperimentError.self) { try conv2d(bar, Tensor(shape: Shape(height: 8, width: 1))) }
  }

  /// The article's signals: sin 5 Hz and a decay, 100 samples of one second.
  private struct Signals {
    let step = 1.0 / 99
    let count = 100
    var times: [Double] { (0..<count).map { Double($0) * step } }
    var wave: [Float] { times.map { Float(sin(2 * Double.pi * 5 * $0)) } }
    var decay: [Float] { times.map { Float(exp(-10 * $0)) } }

    /// ∫₀ᵗ sin(ωz)·e^(−10(t−z)) dz = (10·sin ωt − ω·cos ωt + ω·e^(−10t)) / (100 + ω²).
    func integral(_ time: Double) -> Double {
      let omega = 10 * Double.pi
      return (10 * sin(omega * time) - omega * cos(omega * time) + omega * exp(-10 * time)) / (100 + omega * omega)
    }

    func convolved(sampleStep: Double?) throws -> [Float] {
      var parameters = Parameters(defaultsOf: OperatorDescription.conv1d.parameters)
      parameters[.flip] = .flag(true)
      parameters[.mode] = .signalMode(.full)
      if let sampleStep { parameters[.sampleStep] = .number(sampleStep) }
      let call = try OperatorCall(
        .conv1d,
        arrays: [
          .input: NDArray(axes: [count], values: wave), .weights: NDArray(axes: [count], values: decay),
        ], parameters: parameters)
      return try #require(call.output()).values
    }
  }

  @Test(
    "3.1b: the article's 100 samples are the first of 199, and without the sample step they peak at 4.40, not 0.042")
  func signals() throws {
    let signals = Signals()
    let plain = try signals.convolved(sampleStep: nil)
    #expect(plain.count == 199)
    #expect(abs((plain.prefix(100).max() ?? 0) - 4.40) < 0.005)
    let scaled = try signals.convolved(sampleStep: signals.step)
    let integral = signals.times.map(signals.integral)
    #expect(abs((integral.max() ?? 0) - 0.042) < 0.0005)
    // The Riemann sum of 100 steps is off by at most 0.005, as the note on the article says.
    let error = zip(scaled, integral).map { abs(Double($0) - $1) }.max() ?? 1
    #expect(error <= 0.0055 && error > 0.004)
  }

  @Test("3.2b: turning the kernel makes one of the other; convolution commutes, cross-correlation does not")
  func commuting() throws {
    let (a, b) = (try Tensor(rows: [[1, 2], [3, 4]]), try Tensor(rows: [[0, 1], [5, -2]]))
    func full(_ first: Tensor, _ second: Tensor, flip: Bool) throws -> Tensor {
      try conv2d(first, second, padding: 1, flip: flip)
    }
    #expect(try full(a, b, flip: true) == full(b, a, flip: true))
    #expect(try full(a, b, flip: false) != full(b, a, flip: false))
    let turned = try Tensor(rows: [[-2, 5], [1, 0]])
    #expect(try full(a, b, flip: true) == full(a, turned, flip: false))
  }

  @Test("4: Sobel answers 0 at the centre of the plus and ±4 beside it; the plus kernel peaks there, at 5")
  func waldo() throws {
    let plus = try picture("plus")
    let edges = try conv2d(plus, kernel("sobel-x"), padding: 1)
    #expect(edges[row: 3, column: 3] == 0)
    #expect(edges[row: 3, column: 2] == 4 && edges[row: 3, column: 4] == -4)
    let matched = try conv2d(plus, kernel("plus-detector"), padding: 1)
    #expect(matched[row: 3, column: 3] == 5)
    #expect(matched.values.filter { $0 >= 5 }.count == 1)
  }

  @Test("4.1: sharpening and blurring keep brightness, edge kernels answer nothing to a flat picture")
  func gains() throws {
    for (name, gain) in [("sharpen", Float(1)), ("blur", 1), ("sobel-x", 0), ("sobel-y", 0)] {
      let output = try conv2d(picture("flat"), kernel(name))
      #expect(output.values.allSatisfy { abs($0 - gain) < 1e-6 }, "\(name)")
    }
    // What 9.1 calls edge detection is the same kernel negated, which for Sobel is turning it by 180°.
    let (sobel, negated) = (try kernel("sobel-x"), try kernel("sobel-x-negated"))
    #expect(negated.values == sobel.values.map { 0 - $0 })
    #expect(negated.values == sobel.values.reversed())
  }

  @Test(
    "3.2c and 5.1: Conv2d(3, 16, 3) keeps 224² with padding 1 and leaves 222² without")
  func channels() throws {
    func shape(padding: Int) throws -> [Int] {
      var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
      parameters[.padding] = .sides(Padding(padding))
      let call = try OperatorCall(
        .conv2d,
        arrays: [
          .input: NDArray(axes: [1, 3, 224, 224], values: Array(repeating: 1, count: 3 * 224 * 224)),
          .weights: NDArray(axes: [16, 3, 3, 3], values: Array(repeating: 1, count: 432)),
          .bias: NDArray(axes: [16], values: Array(repeating: 1, count: 16)),
        ], parameters: parameters)
      return call.outputAxes
    }
    #expect(try shape(padding: 1) == [1, 16, 224, 224])
    #expect(try shape(padding: 0) == [1, 16, 222, 222])
  }

  @Test("5.2: H(i,j,d) = u(d) + ΣΣΣ V(a,b,c,d)·X(i+a,j+b,c), the article's V with its axes put into PyTorch's order")
  func channelSum() throws {
    var generator = SplitMix64(seed: 52)
    let input = try generator.integers(Shape(channels: 2, height: 4, width: 5))
    let weights = try generator.integers(Shape(batch: 3, channels: 2, height: 3, width: 3))
    let bias = try generator.integers(Shape(channels: 3, height: 1, width: 1))
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: input, .weights: weights, .bias: bias]))
    // The article counts offsets from −Δ to Δ around the output cell, so its H(i,j) is ours at (i−Δ, j−Δ).
    func article(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Float {
      weights[batch: d, channel: c, row: a + 1, column: b + 1]
    }
    for d in 0..<3 {
      for i in 1..<3 {
        for j in 1..<4 {
          var sum = bias[channel: d, row: 0, column: 0]
          for a in -1...1 {
            for b in -1...1 {
              for c in 0..<2 { sum += article(a, b, c, d) * input[channel: c, row: i + a, column: j + b] }
            }
          }
          #expect(experiment.value(at: Coordinate(channel: d, row: i - 1, column: j - 1)) == sum)
        }
      }
    }
  }

  @Test("6.1c: a 3×3 kernel with dilation 2 spans 5 cells; it with padding 2, and 7×7 with padding 3, keep the size")
  func dilation() throws {
    let axis = try AxisGeometry(axis: .vertical, dilation: 2, paddingBefore: 2, paddingAfter: 2)
    #expect(axis.effectiveExtent(kernel: 3) == 5)
    #expect(axis.outputCount(input: 224, kernel: 3) == 224)
    let large = try AxisGeometry(axis: .vertical, paddingBefore: 3, paddingAfter: 3)
    #expect(large.outputCount(input: 224, kernel: 7) == 224)
  }

  @Test("6.2: three kernels of 3 reach 7 cells, which count 1, 3, 6, 7, 6, 3 and 1 times")
  func paths() throws {
    var cells = try Tensor(rows: [[0, 0, 0, 1, 0, 0, 0]])
    let ones = try Tensor(rows: [[1, 1, 1]])
    for _ in 0..<3 {
      cells = try #require(
        OperatorCall(
          .conv1d,
          arrays: [
            .input: NDArray(axes: [cells.values.count], values: cells.values),
            .weights: NDArray(axes: [3], values: ones.values),
          ], parameters: parametersWithPadding1()
        ).experiment.output())
    }
    #expect(cells.values == [1, 3, 6, 7, 6, 3, 1])
  }

  private func parametersWithPadding1() -> Parameters {
    var parameters = Parameters(defaultsOf: OperatorDescription.conv1d.parameters)
    parameters[.padding] = .ends(AxisPadding(1))
    return parameters
  }

  @Test("9.1: float32 and float64 layers differ by about 4e-7 on a 5×5 picture of random numbers")
  func precision() throws {
    var generator = SplitMix64(seed: 91)
    // Twelve uniform numbers less 6 make a nearly normal one, as the article's randn.
    let values = (0..<25).map { _ in
      (0..<12).reduce(-6.0) { sum, _ in sum + Double(generator.next() >> 11) * 0x1p-53 }
    }
    let kernel: [Double] = [1, 0, -1, 2, 0, -2, 1, 0, -1]
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    parameters[.padding] = .sides(Padding(1))
    let double = try #require(
      DoubleOperatorCall(
        .conv2d,
        arrays: [
          .input: NDArray(axes: [5, 5], values: values), .weights: NDArray(axes: [3, 3], values: kernel),
        ], parameters: parameters)?.output())
    let single = try #require(
      OperatorCall(
        .conv2d,
        arrays: [
          .input: NDArray(axes: [5, 5], values: values.map { Float($0) }),
          .weights: NDArray(axes: [3, 3], values: kernel.map { Float($0) }),
        ], parameters: parameters
      ).output())
    let largest = zip(single.values, double.values).map { abs(Double($0) - $1) }.max() ?? 0
    // Inputs up to 4 are rounded by up to 2⁻²³, weights add up to 8 in magnitude: at most 8·2⁻²³ ≈ 1e-6, never nothing.
    #expect(largest > 1e-8 && largest < 1e-6)
  }

  @Test("9.2: on a checkerboard both Sobels are 0 everywhere but at the rim, and with reflected padding there too")
  func checkerboard() throws {
    let board = try picture("checkerboard")
    for name in ["sobel-x-quarter", "sobel-y-quarter"] {
      let output = try conv2d(board, kernel(name), padding: 1)
      for row in 1..<7 {
        for column in 1..<7 { #expect(output[row: row, column: column] == 0) }
      }
      #expect(output.values.contains { $0 != 0 })
      #expect(try conv2d(board, kernel(name), padding: 1, mode: .reflect).values.allSatisfy { $0 == 0 })
    }
  }
}
