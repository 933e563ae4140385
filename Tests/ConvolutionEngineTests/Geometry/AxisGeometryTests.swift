import ConvolutionEngine
import Testing

@Suite struct AxisGeometryTests {
  @Test(
    "the number of outputs is the floor formula, 0 or less where the kernel does not fit",
    arguments: [
      // input, kernel, stride, dilation, padding before and after, outputs, dropped cells
      [7, 3, 1, 1, 1, 1, 7, 0],
      [7, 3, 2, 1, 0, 0, 3, 0],
      [8, 3, 2, 1, 0, 0, 3, 1],
      [8, 3, 3, 1, 0, 0, 2, 2],
      [5, 2, 4, 1, 0, 1, 2, 0],
      [9, 3, 1, 3, 0, 0, 3, 0],
      [5, 5, 1, 1, 0, 0, 1, 0],
      [1, 1, 100, 1, 0, 0, 1, 0],
      // One cell too few: room −1, and −1/2 rounded towards zero would give a wrong 1.
      [4, 5, 2, 1, 0, 0, 0, 0],
      [3, 5, 2, 1, 0, 0, 0, 0],
      [2, 5, 2, 1, 0, 0, -1, 0],
      [1, 5, 1, 1, 0, 0, -3, 0],
    ])
  func outputCount(row: [Int]) throws {
    let geometry = try AxisGeometry(
      axis: .vertical, stride: row[2], dilation: row[3], paddingBefore: row[4], paddingAfter: row[5])
    #expect(geometry.outputCount(input: row[0], kernel: row[1]) == row[6])
    #expect(geometry.droppedCount(input: row[0], kernel: row[1]) == row[7])
  }

  @Test("the window of output 2 starts two strides on, minus the padding, its taps a dilation apart")
  func position() throws {
    let geometry = try AxisGeometry(axis: .horizontal, stride: 3, dilation: 2, paddingBefore: 1)
    #expect(geometry.position(output: 0, tap: 0) == -1)
    #expect(geometry.position(output: 2, tap: 0) == 5)
    #expect(geometry.position(output: 2, tap: 2) == 9)
    #expect(geometry.effectiveExtent(kernel: 3) == 5)
  }

  @Test("stride, dilation and padding out of range are refused by name, value and axis")
  func ranges() {
    let beyond = AxisGeometry.limit + 1
    for wrong in [0, -1, Int.min, beyond, Int.max] {
      #expect(throws: GeometryError.stride(wrong, axis: .vertical)) { try AxisGeometry(axis: .vertical, stride: wrong) }
      #expect(throws: GeometryError.dilation(wrong, axis: .horizontal)) {
        try AxisGeometry(axis: .horizontal, dilation: wrong)
      }
    }
    for wrong in [-1, Int.min, beyond] {
      #expect(throws: GeometryError.padding(wrong, axis: .vertical)) {
        try AxisGeometry(axis: .vertical, paddingBefore: wrong)
      }
      #expect(throws: GeometryError.padding(wrong, axis: .horizontal)) {
        try AxisGeometry(axis: .horizontal, paddingAfter: wrong)
      }
    }
  }

  @Test("the largest values accepted do not overflow")
  func limits() throws {
    let limit = AxisGeometry.limit
    let geometry = try AxisGeometry(
      axis: .vertical, stride: limit, dilation: limit, paddingBefore: limit, paddingAfter: limit)
    #expect(throws: GeometryError.self) { try geometry.validate(input: limit, kernel: limit, axis: .vertical) }
    #expect(geometry.outputCount(input: limit, kernel: 3) == 1)
  }

  @Test("an empty input, an empty kernel and endless ones are refused")
  func extents() throws {
    let geometry = try AxisGeometry(axis: .vertical)
    let beyond = AxisGeometry.limit + 1
    #expect(throws: GeometryError.emptyInput(axis: .vertical)) {
      try geometry.validate(input: 0, kernel: 1, axis: .vertical)
    }
    #expect(throws: GeometryError.emptyKernel(axis: .horizontal)) {
      try geometry.validate(input: 1, kernel: 0, axis: .horizontal)
    }
    #expect(throws: GeometryError.extent(beyond, axis: .vertical)) {
      try geometry.validate(input: beyond, kernel: 1, axis: .vertical)
    }
  }

  @Test("a kernel larger than the padded input is refused with both sizes, one that fills it is not")
  func fit() throws {
    let geometry = try AxisGeometry(axis: .vertical, dilation: 2, paddingBefore: 1)
    try geometry.validate(input: 4, kernel: 3, axis: .vertical)
    #expect(throws: GeometryError.kernelDoesNotFit(effectiveExtent: 5, paddedInput: 4, axis: .vertical)) {
      try geometry.validate(input: 3, kernel: 3, axis: .vertical)
    }
  }

  @Test(
    "reflect needs padding below the input, circular at most the input; zeros and replicate take any",
    arguments: [(PaddingMode.zeros, nil), (.replicate, nil), (.reflect, 3), (.circular, 4)] as [(PaddingMode, Int?)])
  func paddingLimit(mode: PaddingMode, largest: Int?) throws {
    for padding in 0...9 {
      for (before, after) in [(padding, 0), (0, padding)] {
        let geometry = try AxisGeometry(axis: .vertical, paddingBefore: before, paddingAfter: after, mode: mode)
        if let largest, padding > largest {
          let expected = GeometryError.paddingModeDoesNotFit(
            mode, padding: padding, largestLegal: largest, axis: .vertical)
          #expect(throws: expected) { try geometry.validate(input: 4, kernel: 1, axis: .vertical) }
        } else {
          try geometry.validate(input: 4, kernel: 1, axis: .vertical)
        }
      }
    }
  }
}
