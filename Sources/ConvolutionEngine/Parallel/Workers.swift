/// Who may work on an operation: the caller, and as many others as stay below a bound.
///
/// The result of an operation never depends on it.
public struct Workers: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// An upper bound, at least 1: no more run at a time than there are cores.
  public let most: Int
  /// The helpers of a burst; nil where Dispatch gets some for each operation.
  let crew: Crew?

  /// All cores.
  public static let all = Workers(SharedWork.mostWorkers)

  public init(_ most: Int) {
    self.init(most, crew: nil)
  }

  public init(integerLiteral value: Int) {
    self.init(value)
  }

  init(_ most: Int, crew: Crew?) {
    self.most = max(1, min(most, SharedWork.mostWorkers))
    self.crew = crew
  }

  /// Whether helpers are awake, or soon will be: those of a burst that goes on.
  public var isInBurst: Bool { crew.map { !$0.isDismissed } ?? false }

  /// No more than `count` of them.
  func atMost(_ count: Int) -> Workers { Workers(min(most, count), crew: crew) }

  public static func == (left: Workers, right: Workers) -> Bool {
    left.most == right.most && left.crew === right.crew
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(most)
    hasher.combine(crew.map(ObjectIdentifier.init))
  }
}
