import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of tiles.
@Suite struct FourierConvolutionTests {
  /// Checks the output against the reference and that no cell beside it was written.
  ///
  /// - Parameter options: one channel, stride 1.
  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias = hasBias ? try generator.fractions(Shape(channels: weights.shape.batch, height: 1, width: 1)) : nil
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    for kernels in VectorKernels.available {
      let fourier = try #require(FourierConvolution(of: convolution, kernels: kernels))
      let filters = fourier.pack(weights: weights, bias: bias)
      let result = Surrounded.output(count: expected.values.count, input: input.values) { input, output in
        fourier.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: 1)
      }
      // Values within ±1: errors spread over a tile, with at most √(cells) in the root of the sum of squares.
      let cells = Float(min(input.values.count, fourier.grid.size * fourier.grid.size))
      let bound = 4 * 0x1p-24 * (cells * Float(convolution.tapsPerCell)).squareRoot() + 0x1p-22
      let wrong = result.indices.filter { !(abs(result[$0] - expected.values[$0]) <= bound) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
    }
  }

  @Test("a kernel of three taps over one row, by hand: 1·2 + 2·3 + 3·4 = 20 stands in the middle")
  func byHand() throws {
    let convolution = try Convolution(
      input: Shape(height: 1, width: 4), weights: Shape(height: 1, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(vertical: 0, horizontal: 1)))
    let fourier = try #require(FourierConvolution(of: convolution))
    let filters = fourier.pack(weights: try Tensor(rows: [[2, 3, 4]]), bias: nil)
    let result = Surrounded.output(count: 4, input: [1, 2, 3, 4]) { input, output in
      fourier.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(zip(result, [11, 20, 29, 18] as [Float]).allSatisfy { abs($0 - $1) < 1e-5 }, "\(result)")
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...30))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var options = ConvolutionCase.random(&generator)
    (options.channels, options.stride) = (1, PerAxis(1))
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference with one row and column less and more than one and two tiles, in each padding mode",
    arguments: PaddingMode.allCases)
  func tiles(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 7)
    // 3×5 taps: 62×60 cells of a 64×64 transform.
    for (height, width) in [(61, 59), (62, 60), (63, 61), (5, 120), (5, 121), (125, 4)] {
      let convolution = try Convolution(
        input: Shape(height: height, width: width), weights: Shape(height: 3, width: 5),
        geometry: ConvolutionGeometry(padding: Padding(vertical: 1, horizontal: 2), mode: PerAxis(mode)))
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test("channels with filters of their own, pictures and turned kernels each find their plane")
  func planes() throws {
    var generator = SplitMix64(seed: 8)
    for orientation in [KernelOrientation.crossCorrelation, .convolution] {
      let convolution = try Convolution(
        input: Shape(batch: 2, channels: 3, height: 9, width: 70),
        weights: Shape(batch: 6, channels: 1, height: 4, width: 3),
        geometry: ConvolutionGeometry(dilation: PerAxis(2), padding: Padding(3)), orientation: orientation, groups: 3)
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared")
  func workers() throws {
    let convolution = try Convolution(
      input: Shape(height: 200, width: 300), weights: Shape(height: 9, width: 9), geometry: ConvolutionGeometry())
    var generator = SplitMix64(seed: 3)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let fourier = try #require(FourierConvolution(of: convolution))
    #expect(fourier.grid.pairsPerPlane >= 3)
    let filters = fourier.pack(weights: weights, bias: nil)
    func output(_ workers: Workers) -> [UInt32] {
      Surrounded.output(count: convolution.output.count, input: input.values) { input, output in
        fourier.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: workers)
      }.map(\.bitPattern)
    }
    let alone = output(1)
    Burst.run(workers: 8) { crew in
      for workers in [2, 3, 8] { #expect(output(crew.atMost(workers)) == alone, "\(workers) workers") }
    }
  }

  @Test("a NaN reaches the cells that see it, and no others")
  func notANumber() throws {
    let convolution = try Convolution(
      input: Shape(height: 40, width: 40), weights: Shape(height: 5, width: 5), geometry: ConvolutionGeometry())
    var generator = SplitMix64(seed: 4)
    var cells = try generator.fractions(convolution.input).values
    cells[20 * 40 + 20] = .nan
    let input = try Tensor(shape: convolution.input, values: cells)
    let weights = try generator.fractions(convolution.weights)
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: nil)
    let fourier = try #require(FourierConvolution(of: convolution))
    let filters = fourier.pack(weights: weights, bias: nil)
    let result = Surrounded.output(count: expected.values.count, input: cells) { input, output in
      fourier.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(result.map(\.isNaN) == expected.values.map(\.isNaN))
    #expect(result.count(where: \.isNaN) == 25)
  }

  @Test("the relative error in the root mean square is at most 3e-7 for a large kernel")
  func accuracy() throws {
    let convolution = try Convolution(
      input: Shape(height: 90, width: 90), weights: Shape(height: 31, width: 31), geometry: ConvolutionGeometry())
    var generator = SplitMix64(seed: 5)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: nil)
    let fourier = try #require(FourierConvolution(of: convolution))
    let filters = fourier.pack(weights: weights, bias: nil)
    let result = Surrounded.output(count: expected.values.count, input: input.values) { input, output in
      fourier.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    let difference = zip(result, expected.values).reduce(0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }
    let size = expected.values.reduce(0) { $0 + Double($1) * Double($1) }
    #expect((difference / size).squareRoot() <= 3e-7, "\((difference / size).squareRoot())")
  }

  @Test("refuses what it is not for")
  func refuses() throws {
    let shape = try Shape(height: 300, width: 300)
    let large = try Convolution(
      input: shape, weights: Shape(height: 257, width: 2), geometry: ConvolutionGeometry())
    #expect(FourierConvolution(of: large) == nil)
    let strided = try Convolution(
      input: shape, weights: Shape(height: 3, width: 3), geometry: ConvolutionGeometry(stride: PerAxis(2)))
    #expect(FourierConvolution(of: strided) == nil)
  }
}

/// The kernel itself.
@Suite struct FourierTransformTests {
  @Test("transforms are what the definition says, there and back", arguments: [4, 8, 16, 64, 128])
  func definition(size: Int) {
    for kernels in VectorKernels.available {
      let transform = FourierTransform(size: size, kernels: kernels)
      let lanes = kernels.lanes
      var generator = SplitMix64(seed: UInt64(size))
      let count = size * lanes
      let values = (0..<(2 * count)).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 }
      var memory = values + Array(repeating: 0, count: 2 * count)
      memory.withUnsafeMutableBufferPointer { buffer in
        guard let first = buffer.baseAddress else { return }
        let numbers = FourierTransform.Numbers(re: first, im: first + count)
        let more = FourierTransform.Numbers(re: first + 2 * count, im: first + 3 * count)
        let result = transform.forward(numbers, more: more)
        let lane = lanes - 1
        for frequency in 0..<size {
          var (re, im) = (0.0, 0.0)
          for time in 0..<size {
            let angle = -2 * Double.pi * Double(frequency * time % size) / Double(size)
            let (x, y) = (Double(values[time * lanes + lane]), Double(values[count + time * lanes + lane]))
            re += x * ElementaryFunctions.cosine(angle) - y * ElementaryFunctions.sine(angle)
            im += x * ElementaryFunctions.sine(angle) + y * ElementaryFunctions.cosine(angle)
          }
          #expect(abs(Double(result.re[frequency * lanes + lane]) - re) < 2e-6 * Double(size).squareRoot())
          #expect(abs(Double(result.im[frequency * lanes + lane]) - im) < 2e-6 * Double(size).squareRoot())
        }
        let back = transform.back(result, more: result.re == numbers.re ? more : numbers)
        for index in 0..<count {
          #expect(abs(back.re[index] / Float(size) - values[index]) < 1e-6)
          #expect(abs(back.im[index] / Float(size) - values[count + index]) < 1e-6)
        }
      }
    }
  }

  @Test("a block is transposed, and complex numbers are multiplied: (1+2i)(3+4i) = −5+10i")
  func blocks() {
    for kernels in VectorKernels.available {
      let lanes = kernels.lanes
      let source = (0..<(lanes * (lanes + 1))).map { Float($0) }
      var target = Array(repeating: Float(-1), count: lanes * (lanes + 3))
      kernels.table.transpose(source, lanes + 1, &target, lanes + 3)
      for row in 0..<lanes {
        for column in 0..<(lanes + 3) where row * (lanes + 3) + column < target.count {
          let expected = column < lanes ? source[column * (lanes + 1) + row] : -1
          #expect(target[row * (lanes + 3) + column] == expected)
        }
      }
      var re = Array(repeating: Float(1), count: lanes)
      var im = Array(repeating: Float(2), count: lanes)
      kernels.table.multiply(
        1, Array(repeating: 3, count: lanes), Array(repeating: 4, count: lanes), &re, &im)
      #expect(re.allSatisfy { $0 == -5 } && im.allSatisfy { $0 == 10 })
    }
  }
}
