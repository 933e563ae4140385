import Synchronization
import TerminalKit

/// Where results wait for the main thread. Posting wakes the terminal's poll loop through its self-pipe.
final class Mailbox: Sendable {
  private let deliveries = Mutex<[Delivery]>([])
  private let waker: TerminalWaker

  init(waker: TerminalWaker) {
    self.waker = waker
  }

  func post(_ delivery: Delivery) {
    deliveries.withLock { $0.append(delivery) }
    waker.wake()
  }

  /// Everything that has come in since the last call, in order.
  func collect() -> [Delivery] {
    deliveries.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }
}
