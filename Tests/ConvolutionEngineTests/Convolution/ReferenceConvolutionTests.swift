import ConvolutionEngine
import Testing

/// Cases worked by hand.
@Suite struct ReferenceConvolutionTests {
  private func output(
    _ input: Tensor, _ kernel: Tensor, _ geometry: ConvolutionGeometry, bias: Tensor? = nil,
    orientation: KernelOrientation = .crossCorrelation
  ) throws -> Tensor {
    let convolution = try Convolution(
      input: input.shape, weights: kernel.shape, bias: bias?.shape, geometry: geometry, orientation: orientation)
    return ReferenceConvolution.output(of: convolution, input: input, weights: kernel, bias: bias)
  }

  @Test("the plus under Sobel x is 0 in its middle column, +4 left and −4 right of the centre")
  func plusUnderSobel() throws {
    let input = try #require(InputPreset.named("plus")).tensor()
    let kernel = try #require(KernelPreset.named("sobel-x")).weights
    let expected = try Tensor(rows: [
      [0, 0, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, -1, 0, 0],
      [0, 1, 3, 0, -3, -1, 0],
      [0, 2, 4, 0, -4, -2, 0],
      [0, 1, 3, 0, -3, -1, 0],
      [0, 0, 1, 0, -1, 0, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ])
    #expect(try output(input, kernel, ConvolutionGeometry(padding: Padding(1))).values == expected.values)
  }

  @Test("the plus detector peaks at 5 on the plus")
  func plusDetector() throws {
    let input = try #require(InputPreset.named("plus")).tensor()
    let kernel = try #require(KernelPreset.named("plus-detector")).weights
    let result = try output(input, kernel, ConvolutionGeometry())
    let expected: [Float] = [0, 0, 1, 0, 0, 0, 2, 2, 2, 0, 1, 2, 5, 2, 1, 0, 2, 2, 2, 0, 0, 0, 1, 0, 0]
    #expect(result.values == expected)
  }

  @Test("an impulse gives the kernel turned by 180° under cross-correlation and as it is under convolution")
  func impulse() throws {
    let input = try Tensor(rows: [[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    let kernel = try Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let same = try ConvolutionGeometry(padding: Padding(1))
    #expect(try output(input, kernel, same).values == [9, 8, 7, 6, 5, 4, 3, 2, 1])
    #expect(try output(input, kernel, same, orientation: .convolution).values == [1, 2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test("stride, dilation and padding per side pick the cells that they should")
  func options() throws {
    let input = try Tensor(rows: [[1, 2, 3, 4, 5]])
    let kernel = try Tensor(rows: [[1, 10]])
    func row(_ stride: Int, _ dilation: Int, left: Int = 0, right: Int = 0, mode: PaddingMode = .zeros) throws
      -> [Float]
    {
      let geometry = try ConvolutionGeometry(
        stride: PerAxis(vertical: 1, horizontal: stride), dilation: PerAxis(vertical: 1, horizontal: dilation),
        padding: Padding(top: 0, left: left, bottom: 0, right: right), mode: PerAxis(mode))
      return try output(input, kernel, geometry).values
    }
    #expect(try row(1, 1) == [21, 32, 43, 54])
    #expect(try row(2, 1) == [21, 43])
    #expect(try row(1, 3) == [41, 52])
    #expect(try row(1, 1, left: 2) == [0, 10, 21, 32, 43, 54])
    #expect(try row(1, 1, right: 1) == [21, 32, 43, 54, 5])
    #expect(try row(1, 1, left: 2, mode: .reflect) == [23, 12, 21, 32, 43, 54])
    #expect(try row(1, 1, left: 2, mode: .replicate) == [11, 11, 21, 32, 43, 54])
    #expect(try row(1, 1, left: 2, mode: .circular) == [54, 15, 21, 32, 43, 54])
  }

  @Test("channels add up, filters stand apart, each with its own bias")
  func channels() throws {
    let input = try Tensor(shape: Shape(channels: 2, height: 1, width: 2), values: [1, 2, 30, 40])
    let weights = try Tensor(shape: Shape(batch: 2, channels: 2, height: 1, width: 1), values: [1, 1, 2, -1])
    let bias = try Tensor(shape: Shape(channels: 2, height: 1, width: 1), values: [100, -100])
    #expect(try output(input, weights, ConvolutionGeometry(), bias: bias).values == [131, 142, -128, -136])
  }

  @Test("the sum is rounded once: what Float32 sums would lose is kept")
  func roundedOnce() throws {
    let input = try Tensor(rows: [[1, 1, 1]])
    let kernel = try Tensor(rows: [[1e8, 1, -1e8]])
    #expect(try output(input, kernel, ConvolutionGeometry()).values == [1])
  }

  @Test("ghost zeros take part: an infinite weight over padding gives NaN, with the one bit pattern")
  func infiniteWeight() throws {
    let result = try output(
      Tensor(rows: [[1]]), Tensor(rows: [[.infinity, 1]]),
      ConvolutionGeometry(padding: Padding(top: 0, left: 1, bottom: 0, right: 0)))
    #expect(result.values.map(\.bitPattern) == [Float.nan.bitPattern])
  }

  @Test("a sum that starts at 0 never gives -0")
  func negativeZero() throws {
    let result = try output(Tensor(rows: [[-0.0]]), Tensor(rows: [[1]]), ConvolutionGeometry())
    #expect(result.values.map(\.sign) == [.plus])
  }
}
