import Dispatch
import Synchronization

/// Where threads wait for what another one does: awake for a moment, since waking a core costs 70 to 80 µs, then asleep.
///
/// Nobody is forgotten: who goes to sleep says so first and looks once more, and who changes something does so first and
/// looks for sleepers then. For that, both the change and the look at it have to be sequentially consistent.
final class WaitingRoom: Sendable {
  /// How long to stay awake, unless somebody wants less.
  private let patience: Duration
  /// A bit for each seat whose thread sleeps, or is about to, and that nobody has called yet.
  private let sleepers = Atomic(UInt64(0))
  /// One for each seat: with a common one, a thread that goes to sleep again could take the call of another.
  private let calls: [DispatchSemaphore]

  /// Pauses between two looks at the clock.
  private static let pausesPerLook = 32

  /// - Parameter seats: threads that may wait at a time, at most 64.
  init(seats: Int, patience: Duration) {
    precondition(seats <= UInt64.bitWidth, "more seats than bits")
    calls = (0..<seats).map { _ in DispatchSemaphore(value: 0) }
    self.patience = patience
  }

  /// The number of threads that nobody has called yet.
  var sleeperCount: Int { sleepers.load(ordering: .sequentiallyConsistent).nonzeroBitCount }

  /// Returns once `isOver` is true.
  ///
  /// - Parameters:
  ///   - seat: another one for each thread that waits at the same time.
  ///   - patience: how long to stay awake; nil for as long as the room says, which is also the most.
  func wait(seat: Int, patience: Duration? = nil, until isOver: () -> Bool) {
    guard !self.isOver(within: patience ?? self.patience, isOver) else { return }
    let bit = UInt64(1) << seat
    while !isOver() {
      sleepers.bitwiseOr(bit, ordering: .sequentiallyConsistent)
      // Over after all: up again, unless somebody has called already. Then the call is to be taken.
      if isOver(), sleepers.bitwiseAnd(~bit, ordering: .sequentiallyConsistent).oldValue & bit != 0 { return }
      calls[seat].wait()
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

  /// To be called after every change that those on the seats below `end` may wait for.
  func wake(below end: Int = UInt64.bitWidth) {
    let wanted = end < UInt64.bitWidth ? UInt64(1) << end - 1 : .max
    guard sleepers.load(ordering: .sequentiallyConsistent) & wanted != 0 else { return }
    var called = sleepers.bitwiseAnd(~wanted, ordering: .sequentiallyConsistent).oldValue & wanted
    while called != 0 {
      calls[called.trailingZeroBitCount].signal()
      called &= called - 1
    }
  }
}
