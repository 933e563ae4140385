import Dispatch
import Synchronization

/// Where threads wait for what another one does: awake for a moment, since waking a core costs 70 to 80 µs, then asleep.
///
/// Nobody is forgotten: who goes to sleep says so first and looks once more, and who changes something does so first and
/// looks for sleepers then. For that, both the change and the look at it have to be sequentially consistent.
final class WaitingRoom: Sendable {
  /// How long to stay awake, unless somebody wants less.
  private let patience: Duration
  /// Threads that sleep, or are about to, and that nobody has called yet.
  private let sleepers = Atomic(0)
  private let calls = DispatchSemaphore(value: 0)

  /// Pauses between two looks at the clock.
  private static let pausesPerLook = 32

  init(patience: Duration) {
    self.patience = patience
  }

  /// The number of threads that nobody has called yet.
  var sleeperCount: Int { sleepers.load(ordering: .sequentiallyConsistent) }

  /// Returns once `isOver` is true.
  ///
  /// - Parameter patience: how long to stay awake; nil for as long as the room says, which is also the most.
  func wait(patience: Duration? = nil, until isOver: () -> Bool) {
    guard !self.isOver(within: patience ?? self.patience, isOver) else { return }
    while !isOver() {
      sleepers.add(1, ordering: .sequentiallyConsistent)
      if isOver(), takeBack() { return }
      calls.wait()
    }
  }

  /// Looks for some time, at most as long as the room says; whether it was over by then.
  func isOver(within patience: Duration, _ isOver: () -> Bool) -> Bool {
    if isOver() { return true }
    let patience = min(patience, self.patience)
    guard patience > .zero else { return false }
    let clock = ContinuousClock()
    let end = clock.now + patience
    repeat {
      for _ in 0..<Self.pausesPerLook {
        SpinPause.take()
        if isOver() { return true }
      }
    } while clock.now < end
    return false
  }

  /// To be called after every change that somebody may wait for.
  func wakeAll() {
    guard sleeperCount > 0 else { return }
    for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { calls.signal() }
  }

  /// One sleeper less, unless all were called already: then a call is on its way that has to be taken.
  private func takeBack() -> Bool {
    var count = sleepers.load(ordering: .relaxed)
    while count > 0 {
      let (exchanged, original) = sleepers.weakCompareExchange(
        expected: count, desired: count - 1, ordering: .sequentiallyConsistent)
      if exchanged { return true }
      count = original
    }
    return false
  }
}
