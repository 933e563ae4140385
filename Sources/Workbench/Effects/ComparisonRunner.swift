import ConvolutionEngine
import Dispatch
import Explorer
import Synchronization

/// Makes comparisons beside the loop, and beside the output that is computed for the screen. The newest one wins.
final class ComparisonRunner: Sendable {
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "convoscope.compare", qos: .userInitiated)
  /// The comparison wanted now; the work on any other one stops at its next row band.
  private let wantedNumber = Atomic<Int>(-1)
  /// What is to be compared next: one slot and no queue, because each request may hold two pictures.
  private let wanted = Mutex<ComparisonRequest?>(nil)

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  /// Wants this comparison instead of the one wanted before.
  func want(_ request: ComparisonRequest) {
    wantedNumber.store(request.number, ordering: .relaxed)
    wanted.withLock { $0 = request }
    queue.async { [self] in makeWanted() }
  }

  /// Wants none any more.
  func cancel() {
    wantedNumber.store(-1, ordering: .relaxed)
    wanted.withLock { $0 = nil }
  }

  /// Makes what is in the slot; does nothing when an earlier call has taken it already.
  private func makeWanted() {
    guard let request = wanted.withLock({ $0.take() }) else { return }
    let schedule = RowBandSchedule(isCancelled: { [self] in
      wantedNumber.load(ordering: .relaxed) != request.number
    })
    guard !schedule.isCancelled(), let result = request.result(schedule: schedule) else { return }
    mailbox.post(.compared(result))
  }
}
