/// A transposed convolution along one axis, seen from its output: which input cells reach it, and by which taps.
///
/// Outputs that are a stride apart see the input alike. So the output falls into as many phases as the stride has cells: that
/// of output t·stride + p is a dense convolution over t, by the taps a with (p + cropped − a·dilation) divisible by the stride;
/// tap a reads the input at t + (p + cropped − a·dilation) / stride.
struct TransposedPhases: Sendable {
  /// A tap of a phase: where it stands in the kernel, and how far behind the first cell of the laid-out input it reads.
  struct Tap: Hashable, Sendable {
    let tap: Int
    let distance: Int
  }

  /// The input as the convolutions of all phases see it.
  let axis: BandLayout.Axis
  /// The cells from an output of a phase to the next.
  let stride: Int
  /// The taps of each phase that has outputs, in kernel order.
  let taps: [[Tap]]
  /// The extent of the output.
  let output: Int

  init(_ geometry: AxisGeometry, kernel: Int, input: Int, output: Int) {
    let phases = (0..<min(geometry.stride, output)).map { phase in
      (0..<kernel).compactMap { tap -> (tap: Int, position: Int)? in
        let offset = phase + geometry.paddingBefore - tap * geometry.dilation
        return offset.isMultiple(of: geometry.stride) ? (tap, offset / geometry.stride) : nil
      }
    }
    let positions = phases.joined().map(\.position)
    let before = max(0, -(positions.min() ?? 0))
    taps = phases.map { $0.map { Tap(tap: $0.tap, distance: $0.position + before) } }
    axis = BandLayout.Axis(
      stride: 1, before: before, reach: max(0, before + (positions.max() ?? 0)), mode: .zeros, input: input,
      output: (output + geometry.stride - 1) / geometry.stride)
    stride = geometry.stride
    self.output = output
  }

  /// The number of outputs of a phase, at most `axis.output`.
  func outputCount(ofPhase phase: Int) -> Int { (output - phase + stride - 1) / stride }
}
