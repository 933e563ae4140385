/// How the rows of an output are shared out: in how many bands, and whether anybody still wants the result.
public struct RowBandSchedule: Sendable {
  /// The number of row bands, at least 1. More bands than rows give one band a row.
  public let bandCount: Int
  /// Asked before each band; true stops the computation.
  public let isCancelled: @Sendable () -> Bool

  /// - Parameter bandCount: nil for one band for each core.
  public init(bandCount: Int? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.bandCount = max(1, bandCount ?? 4)
    self.isCancelled = isCancelled
  }
}
