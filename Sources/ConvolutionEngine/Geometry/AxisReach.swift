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

extension AxisReach {
  /// Cells at even distances: `first`, `first + step`, and so on, `count` of them or none.
  package struct Cells: Equatable {
    package let first: Int
    package let step: Int
    package let count: Int

    /// The cell with this index in `0..<count`.
    package func cell(_ index: Int) -> Int { first + index * step }
  }

  /// The input cells that reach an output cell.
  ///
  /// `unit` must lie in `0..<period` times a factor below 2³⁰, and `advance` be at most 2³⁰, so that nothing overflows.
  package func cells(of unit: Int) -> Cells {
    switch form {
    case .window(let taps, let stride, let dilation, let padding):
      return Cells(first: unit * stride - padding, step: dilation, count: taps)
    case .transposed(let taps, let stride, let dilation, let padding):
      return Self.adjointCells(of: unit + padding, taps: taps, stride: stride, dilation: dilation)
    case .shares(let inputs, let outputs):
      let (first, end) = (unit * inputs / outputs, ((unit + 1) * inputs + outputs - 1) / outputs)
      return Cells(first: first, step: 1, count: end - first)
    case .nearest(let inputs, let outputs):
      return Cells(first: unit * inputs / outputs, step: 1, count: 1)
    case .everything(let count):
      return Cells(first: 0, step: 1, count: count)
    }
  }

  /// All i with i·stride + t·dilation = position for a tap t in `0..<taps`.
  ///
  /// With g = gcd(stride, dilation), t runs through one residue class modulo stride/g, if g divides the position, and i falls
  /// by dilation/g from one such t to the next.
  private static func adjointCells(of position: Int, taps: Int, stride: Int, dilation: Int) -> Cells {
    let divisor = greatestCommonDivisor(stride, dilation)
    let between = stride / divisor
    // `between` is at most the period, which the caller has found small.
    let first = (0..<min(between, taps)).first { (position - $0 * dilation) % stride == 0 }
    guard let first else { return Cells(first: 0, step: 1, count: 0) }
    let count = (taps - 1 - first) / between + 1
    let highest = (position - first * dilation) / stride
    return Cells(first: highest - (count - 1) * (dilation / divisor), step: dilation / divisor, count: count)
  }
}
