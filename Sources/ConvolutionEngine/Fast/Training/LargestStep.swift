/// A max-pool over a batch. The gradient goes to the first of equal cells; not-a-number gets none.
struct LargestStep: BatchStep {
  private let kernels: VectorKernels
  private let input: BatchCells
  private let output: BatchCells
  /// The taps of each window inside the input, as seen from a channel, and where each window's begin and end.
  private let offsets: [Int32]
  private let starts: [Int]

  init(_ pool: PoolWindow, from input: BatchCells, to output: BatchCells, kernels: VectorKernels) {
    (self.kernels, self.input, self.output) = (kernels, input, output)
    var (offsets, starts): ([Int32], [Int]) = ([], [0])
    let (vertical, horizontal) = (pool.vertical, pool.horizontal)
    for row in 0..<vertical.outputCount {
      for column in 0..<horizontal.outputCount {
        for rowTap in vertical.taps(output: row, in: vertical.inside) {
          for columnTap in horizontal.taps(output: column, in: horizontal.inside) {
            let place = input.maps.place(
              row: vertical.geometry.position(output: row, tap: rowTap),
              column: horizontal.geometry.position(output: column, tap: columnTap))
            offsets.append(Int32(place))
          }
        }
        starts.append(offsets.count)
      }
    }
    (self.offsets, self.starts) = (offsets, starts)
  }

  func forward(vectors: Int) {
    forEachWindow { source, target, taps, offsets in
      kernels.table.largest(vectors, taps, input.values.start + source, offsets, output.values.start + target)
    }
  }

  func backward(vectors: Int, wantsInput: Bool) {
    guard wantsInput else { return }
    input.gradient.clear()
    forEachWindow { source, target, taps, offsets in
      kernels.table.largest_back(
        vectors, taps, input.values.start + source, offsets, output.values.start + target,
        output.gradient.start + target, input.gradient.start + source)
    }
  }

  /// Each window of each channel: where its channel begins in the input, and where its cell is in the output.
  private func forEachWindow(
    _ body: (_ source: Int, _ target: Int, _ taps: Int, _ offsets: UnsafePointer<Int32>) -> Void
  ) {
    let maps = output.maps
    offsets.withUnsafeBufferPointer { offsets in
      guard let first = offsets.baseAddress else { return }
      for channel in 0..<maps.channels {
        for row in 0..<maps.height {
          for column in 0..<maps.width {
            let start = starts[row * maps.width + column]
            body(
              channel * input.maps.plane, channel * maps.plane + maps.place(row: row, column: column),
              starts[row * maps.width + column + 1] - start, first + start)
          }
        }
      }
    }
  }
}
