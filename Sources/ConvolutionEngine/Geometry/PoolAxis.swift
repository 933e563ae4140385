/// How a pooling window slides along one axis of an input: a window without weights, which may hang over the end.
struct PoolAxis: Hashable, Sendable {
  let geometry: AxisGeometry
  /// The number of taps, at least 1.
  let kernel: Int
  /// The extent of the input, at least 1.
  let input: Int
  /// The number of window positions, at least 1.
  let outputCount: Int

  /// What becomes of the rest when a whole stride no longer fits.
  enum Rounding: Hashable, Sendable {
    /// It is dropped.
    case down
    /// One more window covers it, unless that one would begin after the input: PyTorch's `ceil_mode`.
    case up
  }

  /// - Parameter geometry: the padding may be larger than the kernel; a window may see nothing of the input.
  /// - Throws: `GeometryError.emptyInput`, `.emptyKernel`, `.extent` or `.kernelDoesNotFit`.
  init(geometry: AxisGeometry, kernel: Int, input: Int, rounding: Rounding, axis: Axis) throws(GeometryError) {
    guard input > 0 else { throw .emptyInput(axis: axis) }
    guard kernel > 0 else { throw .emptyKernel(axis: axis) }
    guard input <= AxisGeometry.limit, kernel <= AxisGeometry.limit else {
      throw .extent(max(input, kernel), axis: axis)
    }
    let stride = geometry.stride
    var count = geometry.outputCount(input: input, kernel: kernel)
    if rounding == .up {
      let room = geometry.paddedExtent(input: input) - geometry.effectiveExtent(kernel: kernel)
      // A rest of a stride makes one window more, also where no whole window fits. If the last one then begins after the
      // input, that one is left out, and no further ones (`pooling_output_shape` of PyTorch, whose padding leaves room for one).
      if !room.isMultiple(of: stride) { count += 1 }
      if (count - 1) * stride >= input + geometry.paddingBefore { count -= 1 }
    }
    guard count > 0 else {
      throw .kernelDoesNotFit(
        effectiveExtent: geometry.effectiveExtent(kernel: kernel),
        paddedInput: geometry.paddedExtent(input: input), axis: axis)
    }
    self.geometry = geometry
    self.kernel = kernel
    self.input = input
    outputCount = count
  }

  /// The positions of the input, without its padding.
  var inside: Range<Int> { 0..<input }

  /// The positions of the input and its padding.
  var padded: Range<Int> { -geometry.paddingBefore..<(input + geometry.paddingAfter) }

  /// The taps whose positions lie in `positions`; consecutive, since taps stand a dilation apart.
  func taps(output: Int, in positions: Range<Int>) -> Range<Int> {
    let start = geometry.position(output: output, tap: 0)
    func taps(before position: Int) -> Int {
      let distance = position - start
      return distance <= 0 ? 0 : min(kernel, (distance - 1) / geometry.dilation + 1)
    }
    return taps(before: positions.lowerBound)..<taps(before: positions.upperBound)
  }
}
