/// The convolution over row bands, in parallel; bit-equal to `ReferenceConvolution` for every schedule.
///
/// Where the reference finishes one cell after the other, this keeps a run of neighbouring cells of one output row in
/// Double accumulators and adds tap after tap to all of them (`KernelRow`). Each cell still starts from 0 and takes the
/// same exact products in the same order, then the bias, and is rounded once: nothing is left for a result to differ in.
public enum RowBandConvolution {
  /// The most accumulators at a time: 8 KiB of them and the input cells under them stay in the nearest cache.
  static let runLength = 1024

  /// After so many products a band asks again whether it is still wanted; some ten microseconds of work.
  static let tapsPerQuestion = 1 << 16

  /// All output cells, or nil when the schedule was cancelled. Complexity: O(output × C × kH × kW).
  ///
  /// The tensors must have the shapes that `convolution` was made with.
  public static func output(
    of convolution: Convolution, input: Tensor, weights: Tensor, bias: Tensor?, schedule: RowBandSchedule
  ) -> Tensor? {
    precondition(input.shape == convolution.input, "the input is not the one the convolution was made for")
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let shape = convolution.output
    let rowCount = shape.batch * shape.channels * shape.height
    let bandCount = schedule.bandCount(
      rows: rowCount, taps: Double(shape.count) * Double(convolution.tapsPerCell))
    do throws(CancelledError) {
      return try Tensor(shape: shape) { buffer throws(CancelledError) in
        // Safety: the buffer lives until `perform` has returned, and bands are disjoint ranges of output rows, so that each
        // element has one thread. A band that stops early leaves elements out, and then the whole tensor is given up.
        let cells = SharedCells(buffer)
        let isDone = RowBands.perform(rowCount: rowCount, bandCount: bandCount) { rows in
          input.values.withUnsafeBufferPointer { input in
            weights.values.withUnsafeBufferPointer { weights in
              let band = Band(
                convolution: convolution, input: input, weights: weights, bias: bias, cells: cells,
                schedule: schedule)
              return band.fill(rows: rows)
            }
          }
        }
        guard isDone else { throw CancelledError() }
      }
    } catch {
      return nil
    }
  }

  private struct CancelledError: Error {}
}

/// What the rows of a band are computed from, and where to.
private struct Band {
  let convolution: Convolution
  let input: UnsafeBufferPointer<Float>
  let weights: UnsafeBufferPointer<Float>
  let bias: Tensor?
  let cells: SharedCells<Float>
  let schedule: RowBandSchedule

  /// Initialises the output rows `rows`, counted over all planes; false, with cells left out, when it was cancelled.
  func fill(rows: Range<Int>) -> Bool {
    guard !schedule.isCancelled() else { return false }
    let shape = convolution.output
    let runLength = min(RowBandConvolution.runLength, shape.width)
    var unasked = 0
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: runLength) { sums in
      for row in rows {
        let (plane, rowInPlane) = row.quotientAndRemainder(dividingBy: shape.height)
        let (batch, filter) = plane.quotientAndRemainder(dividingBy: shape.channels)
        for first in stride(from: 0, to: shape.width, by: runLength) {
          let run = UnsafeMutableBufferPointer(rebasing: sums[..<min(runLength, shape.width - first)])
          run.initialize(repeating: 0)
          let start = Coordinate(batch: batch, channel: filter, row: rowInPlane, column: first)
          guard addTaps(of: start, to: run, unasked: &unasked) else { return false }
          finish(run, filter: filter, at: row * shape.width + first)
        }
        schedule.didComplete(shape.width)
      }
      return true
    }
  }

  /// Adds all taps to the sums of the output cells from `start` on, channel by channel and kernel row by kernel row.
  ///
  /// Returns false when it was cancelled. `unasked` counts the products since the last time that was asked.
  private func addTaps(
    of start: Coordinate, to sums: UnsafeMutableBufferPointer<Double>, unasked: inout Int
  ) -> Bool {
    let shape = convolution.input
    let vertical = convolution.geometry.vertical
    let firstChannel = convolution.inputChannels(ofFilter: start.channel).lowerBound
    for channel in 0..<convolution.weights.channels {
      for tap in 0..<convolution.weights.height {
        unasked += sums.count * convolution.weights.width
        if unasked >= RowBandConvolution.tapsPerQuestion {
          if schedule.isCancelled() { return false }
          unasked = 0
        }
        let position = vertical.position(output: start.row, tap: tap)
        let source = vertical.mode.source(of: position, count: shape.height).map { row in
          let offset = shape.offset(
            of: Coordinate(batch: start.batch, channel: firstChannel + channel, row: row, column: 0))
          return UnsafeBufferPointer(rebasing: input[offset..<(offset + shape.width)])
        }
        let kernelRow = KernelRow(
          convolution: convolution, weights: weights, filter: start.channel, channel: channel, row: tap)
        kernelRow.add(source: source, firstColumn: start.column, to: sums)
      }
    }
    return true
  }

  /// Scales, adds the bias and writes the run, rounded once, from element `offset` of the output on.
  private func finish(_ sums: UnsafeMutableBufferPointer<Double>, filter: Int, at offset: Int) {
    let target = cells.part(offset..<(offset + sums.count))
    if convolution.sampleStep != 1 {
      for index in sums.indices { sums[index] *= convolution.sampleStep }
    }
    if let bias {
      let value = Double(bias.values[filter])
      for index in sums.indices { sums[index] += value }
    }
    for index in sums.indices { target.initializeElement(at: index, to: Float(roundingSum: sums[index])) }
  }
}
