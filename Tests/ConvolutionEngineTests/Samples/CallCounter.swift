import Synchronization

/// Counts calls from any thread.
final class CallCounter: Sendable {
  private let calls = Atomic(0)

  /// The number of calls so far, this one included.
  func next() -> Int { calls.add(1, ordering: .relaxed).newValue }

  var count: Int { calls.load(ordering: .relaxed) }
}
