import Synchronization
import TerminalKit

/// Where results wait for the main thread. Posting wakes the terminal's poll loop through its self-pipe.
final class Mailbox: Sendable {
  private let deliveries = Mutex<[Delivery]>([])
  private let waker: TerminalWaker

  init(waker: TerminalWaker) {
    self.waker = waker
  }

  /// An output takes the place of one that still waits: nobody wants the older one, and each may be hundreds of megabytes.
  func post(_ delivery: Delivery) {
    deliveries.withLock { waiting in
      if delivery.isOutput { waiting.removeAll(where: \.isOutput) }
      if delivery.isComparison { waiting.removeAll(where: \.isComparison) }
      waiting.append(delivery)
    }
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

extension Delivery {
  fileprivate var isOutput: Bool {
    if case .output = self { true } else { false }
  }

  fileprivate var isComparison: Bool {
    if case .compared = self { true } else { false }
  }
}
