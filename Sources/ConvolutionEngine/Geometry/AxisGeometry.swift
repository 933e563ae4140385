/// How a window slides along one axis: stride, dilation, and the padding before and after the input.
///
/// Stride and dilation are in cells and at least 1 (dilation 1 is dense); padding is in cells and at least 0.
public struct AxisGeometry: Hashable, Sendable {
  public let stride: Int
  public let dilation: Int
  public let paddingBefore: Int
  public let paddingAfter: Int
  public let mode: PaddingMode

  /// The largest stride, dilation or padding accepted: far beyond any picture, small enough that no sum of them overflows.
  public static let limit = 1 << 30

  /// - Throws: `GeometryError` naming the value that is out of `1...limit` (stride, dilation) or `0...limit` (padding).
  public init(
    axis: Axis, stride: Int = 1, dilation: Int = 1, paddingBefore: Int = 0, paddingAfter: Int = 0,
    mode: PaddingMode = .zeros
  ) throws(GeometryError) {
    guard (1...Self.limit).contains(stride) else { throw .stride(stride, axis: axis) }
    guard (1...Self.limit).contains(dilation) else { throw .dilation(dilation, axis: axis) }
    for padding in [paddingBefore, paddingAfter] where !(0...Self.limit).contains(padding) {
      throw .padding(padding, axis: axis)
    }
    self.stride = stride
    self.dilation = dilation
    self.paddingBefore = paddingBefore
    self.paddingAfter = paddingAfter
    self.mode = mode
  }

  /// The distance a kernel of `kernel` taps spans: `dilation × (kernel − 1) + 1`.
  public func effectiveExtent(kernel: Int) -> Int {
    dilation * (kernel - 1) + 1
  }

  /// The input extent with its padding.
  public func paddedExtent(input: Int) -> Int {
    input + paddingBefore + paddingAfter
  }

  /// The number of window positions, `⌊(padded − effective kernel) / stride⌋ + 1`.
  ///
  /// The floor is the mathematical one, so a kernel that does not fit gives 0 or less, never a wrong 1
  /// (integer division alone would round −1/2 up to 0).
  public func outputCount(input: Int, kernel: Int) -> Int {
    let room = paddedExtent(input: input) - effectiveExtent(kernel: kernel)
    let (quotient, remainder) = room.quotientAndRemainder(dividingBy: stride)
    return (remainder < 0 ? quotient - 1 : quotient) + 1
  }

  /// How many padded cells at the far end no window reaches, because a whole stride no longer fits.
  public func droppedCount(input: Int, kernel: Int) -> Int {
    let outputs = outputCount(input: input, kernel: kernel)
    guard outputs > 0 else { return 0 }
    let reached = (outputs - 1) * stride + effectiveExtent(kernel: kernel)
    return max(0, paddedExtent(input: input) - reached)
  }

  /// The input position under tap `tap` for output `output`; below 0 or from the input's extent on it is a ghost.
  public func position(output: Int, tap: Int) -> Int {
    output * stride - paddingBefore + tap * dilation
  }

  /// Checks that the axis makes at least one output and that the padding mode can fill the padding.
  ///
  /// - Throws: `GeometryError.emptyInput`, `.emptyKernel`, `.extent`, `.kernelDoesNotFit`, or `.paddingModeDoesNotFit`
  ///   (reflect needs padding < input, circular padding ≤ input; the rule and limits of PyTorch).
  public func validate(input: Int, kernel: Int, axis: Axis) throws(GeometryError) {
    guard input > 0 else { throw .emptyInput(axis: axis) }
    guard kernel > 0 else { throw .emptyKernel(axis: axis) }
    guard input <= Self.limit, kernel <= Self.limit else { throw .extent(max(input, kernel), axis: axis) }
    guard effectiveExtent(kernel: kernel) <= paddedExtent(input: input) else {
      throw .kernelDoesNotFit(
        effectiveExtent: effectiveExtent(kernel: kernel), paddedInput: paddedExtent(input: input), axis: axis)
    }
    let largest = max(paddingBefore, paddingAfter)
    let legal: Int? =
      switch mode {
      case .zeros, .replicate: nil
      case .reflect: input - 1
      case .circular: input
      }
    if let legal, largest > legal {
      throw .paddingModeDoesNotFit(mode, padding: largest, largestLegal: legal, axis: axis)
    }
  }
}
