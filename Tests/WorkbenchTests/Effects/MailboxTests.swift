import ConvolutionEngine
import Explorer
import Synchronization
import TerminalKit
import Testing

@testable import Workbench

@Suite("The mailbox")
struct MailboxTests {
  @Test("deliveries come in order and once, and each post wakes the loop")
  func order() {
    let wakes = Mutex(0)
    let mailbox = Mailbox(waker: TerminalWaker { wakes.withLock { $0 += 1 } })
    for sentence in ["a", "b", "c"] { mailbox.post(.problem(sentence)) }
    let sentences = mailbox.collect().map { delivery in
      if case .problem(let sentence) = delivery { sentence } else { "" }
    }
    #expect(sentences == ["a", "b", "c"])
    #expect(mailbox.collect().isEmpty)
    #expect(wakes.withLock { $0 } == 3)
  }

  @Test("of several outputs only the newest waits, so that a flood of edits piles up no pictures")
  func newestOutput() throws {
    let mailbox = Mailbox(waker: TerminalWaker {})
    let output = Tensor(shape: try Shape(height: 1, width: 1))
    mailbox.post(.output(OutputCache(revision: 1, output: output)))
    mailbox.post(.problem("between"))
    mailbox.post(.output(OutputCache(revision: 2, output: output)))
    let deliveries = mailbox.collect()
    #expect(deliveries.count == 2)
    guard case .output(let cache)? = deliveries.last else {
      Issue.record("expected the output last")
      return
    }
    #expect(cache.revision == 2)
  }
}
