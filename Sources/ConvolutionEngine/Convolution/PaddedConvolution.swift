/// The convolution over padded maps, plane by plane, for small pictures; bit-equal to `ReferenceConvolution` for every
/// schedule.
///
/// With ghosts in memory no cell asks where it is. One weight goes over one plane of Double accumulators at a time
/// (`TapPlane`), channel after channel, kernel row after kernel row, column after column, so that each cell takes the
/// reference's products in its order, then the sample step and the bias, and is rounded once.
struct PaddedConvolution {
  private let convolution: Convolution
  private let maps: PaddedMaps
  private let plane: TapPlane

  /// The largest output plane, 32×32: its sums take 8 KiB, which with a padded map stay in the nearest cache. On one thread,
  /// 8→16 channels and 3×3 taps take 0.24 of the row bands' time at 4×4, 0.31 at 16×16 and 0.49 at 32×32.
  static let largestPlane = 1024

  /// nil for larger planes, and where padded maps would be far larger than the picture.
  init?(of convolution: Convolution) {
    let output = convolution.output
    guard output.height <= Self.largestPlane, output.width <= Self.largestPlane,
      output.height * output.width <= Self.largestPlane, let maps = PaddedMaps(of: convolution)
    else { return nil }
    self.convolution = convolution
    self.maps = maps
    plane = TapPlane(convolution, over: maps)
  }

  /// All output cells, or nil when the schedule was cancelled, which is asked for before each plane.
  ///
  /// The tensors must have the shapes that the convolution was made with. Complexity: O(output × C/groups × kH × kW).
  func output(input: Tensor, weights: Tensor, bias: Tensor?, schedule: RowBandSchedule) -> Tensor? {
    let shape = convolution.output
    let planeCount = shape.batch * shape.channels
    let bandCount = schedule.bandCount(
      rows: planeCount, taps: Double(shape.count) * Double(convolution.tapsPerCell))
    do throws(CancelledError) {
      return try Tensor(shape: shape) { buffer throws(CancelledError) in
        // Safety: the buffer lives until `perform` has returned, and bands are disjoint ranges of output planes, so that
        // each element has one thread. A band that stops early leaves elements out, and then the whole tensor is given up.
        let cells = SharedCells(buffer)
        let isDone = RowBands.perform(rowCount: planeCount, bandCount: bandCount) { planes in
          fill(planes, of: cells, input: input, weights: weights, bias: bias, schedule: schedule)
        }
        guard isDone else { throw CancelledError() }
      }
    } catch {
      return nil
    }
  }

  private struct CancelledError: Error {}

  /// Initialises the output planes `planes`, counted over pictures and filters; false when it was cancelled.
  private func fill(
    _ planes: Range<Int>, of cells: SharedCells<Float>, input: Tensor, weights: Tensor, bias: Tensor?,
    schedule: RowBandSchedule
  ) -> Bool {
    let shape = convolution.output
    let cellCount = shape.height * shape.width
    var padded = Array(repeating: 0.0, count: maps.count)
    var sums = Array(repeating: 0.0, count: cellCount)
    var picture: Int?
    for index in planes {
      guard !schedule.isCancelled() else { return false }
      let (batch, filter) = index.quotientAndRemainder(dividingBy: shape.channels)
      if picture != batch {
        maps.fill(&padded, from: input.values, batch: batch)
        picture = batch
      }
      sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      addTaps(of: filter, padded: padded, weights: weights.values, to: &sums)
      let target = cells.part((index * cellCount)..<((index + 1) * cellCount))
      let bias = bias.map { Double($0.values[filter]) }
      for cell in 0..<cellCount {
        var sum = sums[cell] * convolution.sampleStep
        if let bias { sum += bias }
        target.initializeElement(at: cell, to: Float(roundingSum: sum))
      }
      schedule.didComplete(cellCount)
    }
    return true
  }

  /// Safety: the last cell that a tap reaches in a padded map, (outputs − 1)·stride + (taps − 1)·dilation along each axis,
  /// lies in it, since the convolution is valid and its windows end at the padding's.
  private func addTaps(
    of filter: Int, padded: UnsafePointer<Double>, weights: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Double>
  ) {
    let shape = convolution.weights
    let dilation = convolution.geometry.dilation
    let (mapHeight, mapWidth) = (maps.height, maps.width)
    for (channel, inputChannel) in convolution.inputChannels(ofFilter: filter).enumerated() {
      let map = inputChannel * mapHeight * mapWidth
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          let weight = shape.offset(
            of: convolution.weightCoordinate(filter: filter, channel: channel, row: row, column: column))
          let start = map + row * dilation.vertical * mapWidth + column * dilation.horizontal
          plane.add(Double(weights[weight]), of: padded + start, to: sums)
        }
      }
    }
  }
}
