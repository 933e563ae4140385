extension DepthwiseConvolution {
  /// Cells of a row's copy: from the first ghost that a window reads to the last.
  private var lineLength: Int { convolution.output.width + convolution.weights.width - 1 }

  /// The input rows that a band names to the kernel, which takes output rows by the pass.
  private var lineCount: Int { bandRows + convolution.weights.height - 1 + kernels.filterRows - 1 }

  /// What rows in place need beside them: where they lie, a line of zeros, and copies of rows at the ends of the input,
  /// which may be named by any number of ghost rows.
  var lineCells: Int { lineCount * Self.cellsPerAddress + (1 + lineCount) * lineLength }

  private static let cellsPerAddress = MemoryLayout<UnsafePointer<Float>>.size / MemoryLayout<Float>.size

  /// Some rows of a channel, read where they lie.
  func computeInPlace(
    _ rows: Range<Int>, ofPlane plane: Int, input: UnsafePointer<Float>, filters: PackedFilters,
    output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let (result, kernel) = (convolution.output, convolution.weights)
    let before = convolution.geometry.horizontal.paddingBefore
    // Safety: a worker's memory is raw, aligned for pointers, and used for one type after the other.
    let lines = UnsafeMutableRawPointer(scratch).bindMemory(to: UnsafePointer<Float>.self, capacity: lineCount)
    name(rows, ofPlane: plane, input: input, lines: lines, copies: scratch + lineCount * Self.cellsPerAddress)
    filters.weights.withUnsafeBufferPointer { weights in
      guard let weights = weights.baseAddress else { return }
      for filter in filtersOf(plane: plane) {
        kernels.table.depthwise(
          lines, convolution.input.width, before, kernel.height, kernel.width,
          weights + filter.index * kernel.height * kernel.width, filters.bias[filter.index], rows.count, result.width,
          output + (filter.place * result.height + rows.lowerBound) * result.width, result.width)
      }
    }
  }

  /// Writes down where each padded row under some output rows lies.
  private func name(
    _ rows: Range<Int>, ofPlane plane: Int, input: UnsafePointer<Float>,
    lines: UnsafeMutablePointer<UnsafePointer<Float>>, copies: UnsafeMutablePointer<Float>
  ) {
    let (shape, lineLength, count) = (convolution.input, lineLength, lineCount)
    let (vertical, before) = (convolution.geometry.vertical, convolution.geometry.horizontal.paddingBefore)
    copies.update(repeating: 0, count: lineLength)
    // A row of zeros is read as any other row, from `before` cells in front of it.
    let zeros = UnsafePointer(copies) + before
    let first = rows.lowerBound - vertical.paddingBefore
    let seen = rows.count + convolution.weights.height - 1
    // Rows from here to there can be read with what stands beside them.
    let (safe, end) = (before, shape.count - lineLength + before)
    var copied = 0
    for index in 0..<count {
      guard index < seen, let row = vertical.mode.source(of: first + index, count: shape.height) else {
        (lines + index).initialize(to: zeros)
        continue
      }
      let offset = (plane * shape.height + row) * shape.width
      if offset >= safe, offset <= end {
        (lines + index).initialize(to: input + offset)
      } else {
        // What the kernel reads beside this row is not the input's memory.
        copied += 1
        let copy = copies + copied * lineLength + before
        copy.update(from: input + offset, count: min(shape.width, lineLength - before))
        (lines + index).initialize(to: UnsafePointer(copy))
      }
    }
  }

  /// Some rows of a channel, laid out with their ghosts.
  func computeBand(
    _ rows: Range<Int>, ofPlane plane: Int, layout: BandLayout, offsets: [Int32], input: UnsafePointer<Float>,
    filters: PackedFilters, output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let (shape, result) = (convolution.input, convolution.output)
    let parts = bandParts(layout)
    let (line, sums) = (scratch + parts.cells, scratch + parts.cells + parts.line)
    BandFill(layout: layout, kernels: kernels).fill(
      channels: 1, rows: rows, from: input + plane * shape.height * shape.width, to: scratch, slack: kernels.lanes,
      line: line)
    // All rows in one run: what windows between two rows make is left behind when rows are copied out.
    let vectors = kernels.vectors(layout.runLength(rows: rows.count))
    filters.weights.withUnsafeBufferPointer { weights in
      offsets.withUnsafeBufferPointer { offsets in
        guard let weights = weights.baseAddress, let taps = offsets.baseAddress else { return }
        for filter in filtersOf(plane: plane) {
          kernels.table.plane(
            vectors, offsets.count, scratch, taps, weights + filter.index * offsets.count, filters.bias[filter.index],
            sums)
          kernels.table.copy(
            rows.count, result.width, sums, layout.pitch,
            output + (filter.place * result.height + rows.lowerBound) * result.width, result.width)
        }
      }
    }
  }

  /// What a band needs: its cells, a line that split rows pass through, and the sums of all its rows.
  func bandParts(_ layout: BandLayout) -> (cells: Int, line: Int, sums: Int) {
    let sums = kernels.vectors(layout.runLength(rows: layout.rows)) * kernels.lanes
    return (
      layout.cellCount(channels: 1, slack: kernels.lanes), layout.pitch * layout.horizontal.stride,
      max(sums, layout.rows * layout.pitch)
    )
  }

  /// The filters over a plane of the input: which ones, and which planes of the output they make.
  private func filtersOf(plane: Int) -> some Sequence<(index: Int, place: Int)> {
    let (picture, channel) = plane.quotientAndRemainder(dividingBy: convolution.input.channels)
    let count = convolution.output.channels / convolution.input.channels
    return (0..<count).lazy.map { member in
      let filter = channel * count + member
      return (filter, picture * convolution.output.channels + filter)
    }
  }
}
