/// How the rows of an output are shared out: in how many bands, and whether anybody still wants the result.
///
/// The result never depends on it: every cell is summed by one thread in tap order.
public struct RowBandSchedule: Sendable {
  /// The number of row bands, at least 1. More bands than rows give one band a row.
  public let bandCount: Int
  /// Asked before each band and every few ten thousand products inside it, from any thread; true stops the computation.
  public let isCancelled: @Sendable () -> Bool
  /// Told how many more cells of the output are done, from any thread, after each row or run of them.
  public let didComplete: @Sendable (_ cells: Int) -> Void
  /// Whether the number of bands was asked for, which a small output then gets too.
  private let isExplicit: Bool

  /// The number of bands unless another one is asked for. Dispatch does not tell how many cores there are, so there are
  /// enough bands for several on each: a slow core then delays the end by a fraction of a band.
  public static let defaultBandCount = 64

  /// The least work worth a band of its own, about 100 µs. Waking another core costs 70 to 80 µs, so an output of less
  /// than two such bands is done by the caller alone.
  static let tapsPerBand = Double(1 << 18)

  /// - Parameter bandCount: nil for `defaultBandCount`, or fewer where the output is small.
  public init(
    bandCount: Int? = nil, isCancelled: @escaping @Sendable () -> Bool = { false },
    didComplete: @escaping @Sendable (_ cells: Int) -> Void = { _ in }
  ) {
    self.didComplete = didComplete
    self.bandCount = max(1, bandCount ?? Self.defaultBandCount)
    self.isCancelled = isCancelled
    isExplicit = bandCount != nil
  }

  /// Who works for an algorithm that shares out pieces of its own.
  var workers: Workers { isExplicit ? Workers(bandCount) : .all }

  /// The number of bands for an output of `rows` rows with `taps` products in all: 1 or more, at most one a row.
  ///
  /// `taps` is a Double because the product of the sizes may not fit `Int`.
  func bandCount(rows: Int, taps: Double) -> Int {
    let most = max(1, min(bandCount, rows))
    return isExplicit ? most : Int(max(1, min(Double(most), taps / Self.tapsPerBand)))
  }
}
