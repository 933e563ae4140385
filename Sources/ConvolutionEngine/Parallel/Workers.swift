/// Who may work on an operation: the caller, and as many others as stay below a bound.
///
/// The result of an operation never depends on it.
public struct Workers: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// An upper bound, at least 1: no more run at a time than there are cores.
  public let most: Int

  /// All cores.
  public static let all = Workers(SharedWork.mostWorkers)

  public init(_ most: Int) {
    self.most = max(1, min(most, SharedWork.mostWorkers))
  }

  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// No more than `count` of them.
  func atMost(_ count: Int) -> Workers { Workers(min(most, count)) }
}
