/// Which input cells reach an output cell along one axis, for the whole axis and beyond its ends.
///
/// Positions are not cut at the rim: padding is a place like any other, as receptive fields are counted.
/// The pattern repeats: the cell `period` further along the output sees the input `advance` cells further along.
public struct AxisReach: Hashable, Sendable {
  /// The number of output cells after which the pattern repeats, at least 1.
  public let period: Int
  /// The number of input cells by which the pattern has then moved on, at least 0.
  public let advance: Int

  private let form: Form

  private enum Form: Hashable {
    /// A window of taps; its first one stands at output · stride − padding.
    case window(taps: Int, stride: Int, dilation: Int, padding: Int)
    /// The adjoint: each input cell adds to the taps of a window that stands at input · stride − padding.
    case transposed(taps: Int, stride: Int, dilation: Int, padding: Int)
    /// Output cells share `inputs` input cells out among `outputs`, with parts as even as whole cells allow.
    case shares(inputs: Int, outputs: Int)
    /// The input cell at ⌊output · inputs / outputs⌋.
    case nearest(inputs: Int, outputs: Int)
    /// All of this many cells.
    case everything(count: Int)
  }

  private init(_ form: Form, period: Int, advance: Int) {
    self.form = form
    self.period = period
    self.advance = advance
  }

  /// The same cell.
  public static let cell = window(taps: 1, stride: 1)

  /// A sliding window. Taps, stride and dilation are at least 1; a negative padding leaves cells out.
  public static func window(taps: Int, stride: Int, dilation: Int = 1, padding: Int = 0) -> AxisReach {
    AxisReach(.window(taps: taps, stride: stride, dilation: dilation, padding: padding), period: 1, advance: stride)
  }

  /// A transposed convolution, of which `padding` cells are cropped at the start.
  public static func transposed(taps: Int, stride: Int, dilation: Int = 1, padding: Int = 0) -> AxisReach {
    AxisReach(
      .transposed(taps: taps, stride: stride, dilation: dilation, padding: padding), period: stride, advance: 1)
  }

  /// Adaptive pooling of `inputs` cells to `outputs`: output o sees ⌊o · inputs / outputs⌋ up to, but not including,
  /// ⌈(o + 1) · inputs / outputs⌉. Both are at least 1.
  public static func shares(inputs: Int, outputs: Int) -> AxisReach {
    let divisor = greatestCommonDivisor(inputs, outputs)
    return AxisReach(
      .shares(inputs: inputs / divisor, outputs: outputs / divisor), period: outputs / divisor,
      advance: inputs / divisor)
  }

  /// Nearest-neighbour sampling: output o sees ⌊o · inputs / outputs⌋. Both are at least 1.
  public static func nearest(inputs: Int, outputs: Int) -> AxisReach {
    let divisor = greatestCommonDivisor(inputs, outputs)
    return AxisReach(
      .nearest(inputs: inputs / divisor, outputs: outputs / divisor), period: outputs / divisor,
      advance: inputs / divisor)
  }

  /// All `count` cells, whichever output cell is meant.
  public static func everything(count: Int) -> AxisReach {
    AxisReach(.everything(count: count), period: 1, advance: 0)
  }
}
