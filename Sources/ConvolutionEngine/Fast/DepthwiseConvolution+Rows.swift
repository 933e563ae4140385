extension DepthwiseConvolution {
  /// Cells of a row's copy: from the first ghost that a window reads to the last.
  private var lineLength: Int { convolution.output.width + convolution.weights.width - 1 }

  /// Input rows under a pass of the kernel.
  private var rowsPerPass: Int { kernels.filterRows + convolution.weights.height - 1 }

  /// What rows in place need beside them: a line of zeros, and copies of rows at the ends of the input.
  var lineCells: Int { (1 + rowsPerPass) * lineLength }

  /// Some rows of a channel, read where they lie.
  func computeInPlace(
    _ rows: Range<Int>, ofPlane plane: Int, input: UnsafePointer<Float>, filters: PackedFilters,
    output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let (shape, result, kernel) = (convolution.input, convolution.output, convolution.weights)
    let axis = convolution.geometry.vertical
    let before = convolution.geometry.horizontal.paddingBefore
    scratch.update(repeating: 0, count: lineLength)
    // A row of zeros is read as any other row, from `before` cells in front of it.
    let zeros = UnsafePointer(scratch) + before
    filters.weights.withUnsafeBufferPointer { weights in
      withUnsafeTemporaryAllocation(of: UnsafePointer<Float>.self, capacity: rowsPerPass) { lines in
        guard let lines = lines.baseAddress, let weights = weights.baseAddress else { return }
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: kernels.filterRows) {
          let count = min(kernels.filterRows, rows.upperBound - first)
          for index in 0..<rowsPerPass {
            let position = first + index - axis.paddingBefore
            let isSeen = index < count + kernel.height - 1
            guard isSeen, let row = axis.mode.source(of: position, count: shape.height) else {
              (lines + index).initialize(to: zeros)
              continue
            }
            let offset = (plane * shape.height + row) * shape.width
            if offset >= before, offset - before + lineLength <= shape.count {
              (lines + index).initialize(to: input + offset)
            } else {
              // What the kernel reads beside this row is not the input's memory.
              let copy = scratch + (1 + index) * lineLength + before
              copy.update(from: input + offset, count: min(shape.width, lineLength - before))
              (lines + index).initialize(to: UnsafePointer(copy))
            }
          }
          for filter in filtersOf(plane: plane) {
            let target = output + (filter.place * result.height + first) * result.width
            kernels.table.depthwise(
              lines, shape.width, before, kernel.height, kernel.width,
              weights + filter.index * kernel.height * kernel.width, filters.bias[filter.index], count, result.width,
              target, result.width)
          }
        }
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
