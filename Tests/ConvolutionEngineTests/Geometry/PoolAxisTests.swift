import Testing

@testable import ConvolutionEngine

@Suite struct PoolAxisTests {
  private func axis(
    input: Int, kernel: Int, stride: Int, before: Int = 0, after: Int = 0, dilation: Int = 1,
    _ rounding: PoolAxis.Rounding
  ) throws -> PoolAxis {
    let geometry = try AxisGeometry(
      axis: .vertical, stride: stride, dilation: dilation, paddingBefore: before, paddingAfter: after)
    return try PoolAxis(geometry: geometry, kernel: kernel, input: input, rounding: rounding, axis: .vertical)
  }

  @Test("a rest of a stride makes one more window when rounding up, and none when it divides")
  func rest() throws {
    #expect(try axis(input: 5, kernel: 2, stride: 2, .down).outputCount == 2)
    #expect(try axis(input: 5, kernel: 2, stride: 2, .up).outputCount == 3)
    #expect(try axis(input: 6, kernel: 2, stride: 2, .up).outputCount == 3)
  }

  @Test("the window more is left out when it would begin after the input, in the padding")
  func rim() throws {
    // Windows begin at −1, 2 and perhaps 5: there is a cell 5 in an input of 6, but not in one of 5.
    #expect(try axis(input: 5, kernel: 3, stride: 3, before: 1, after: 1, .up).outputCount == 2)
    #expect(try axis(input: 6, kernel: 3, stride: 3, before: 1, after: 1, .up).outputCount == 3)
    #expect(try axis(input: 1, kernel: 1, stride: 2, after: 2, .up).outputCount == 1)
    #expect(try axis(input: 1, kernel: 1, stride: 2, after: 2, .down).outputCount == 2)
    // Only one is left out, also where more padding than PyTorch allows makes room for several.
    #expect(try axis(input: 1, kernel: 1, stride: 1, before: 2, after: 3, .up).outputCount == 5)
  }

  @Test("rounding up fits a kernel larger than the input, as long as less than a stride is missing")
  func larger() throws {
    #expect(try axis(input: 2, kernel: 3, stride: 2, .up).outputCount == 1)
    #expect(throws: GeometryError.kernelDoesNotFit(effectiveExtent: 3, paddedInput: 2, axis: .vertical)) {
      try axis(input: 2, kernel: 3, stride: 2, .down)
    }
    #expect(throws: GeometryError.kernelDoesNotFit(effectiveExtent: 4, paddedInput: 2, axis: .vertical)) {
      try axis(input: 2, kernel: 4, stride: 2, .up)
    }
  }

  @Test(
    "with padding up to half the kernel, windows that round up begin before the input ends, and one more would see nothing new"
  )
  func lastWindow() throws {
    for input in 1...6 {
      for kernel in 1...4 {
        for stride in 1...4 {
          for padding in 0...(kernel / 2) {
            guard
              let axis = try? axis(
                input: input, kernel: kernel, stride: stride, before: padding, after: padding, .up)
            else { continue }
            let last = axis.geometry.position(output: axis.outputCount - 1, tap: 0)
            #expect(last < input)
            let isWhole = last + stride >= input || last + kernel >= input + padding
            #expect(isWhole, "\(input) \(kernel) \(stride) \(padding)")
          }
        }
      }
    }
  }

  @Test("the taps inside are those whose positions are")
  func taps() throws {
    for dilation in 1...3 {
      let axis = try axis(input: 5, kernel: 4, stride: 1, before: 4, after: 6, dilation: dilation, .down)
      for output in 0..<axis.outputCount {
        for positions in [axis.inside, axis.padded] {
          let expected = (0..<4).filter { positions.contains(axis.geometry.position(output: output, tap: $0)) }
          #expect(Array(axis.taps(output: output, in: positions)) == expected)
        }
      }
    }
  }
}
