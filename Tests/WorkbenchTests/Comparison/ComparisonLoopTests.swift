import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("Comparisons beside the loop")
struct ComparisonLoopTests {
  @Test("a comparison comes back through the mailbox, and of several only the newest is kept")
  func newest() throws {
    var state = try ScreenExamples.workbench()
    let mailbox = Mailbox(waker: TerminalWaker {})
    let first = try #require(state.run(line: "compare float32-sums").compactMap(\.request).first?.result())
    let second = try #require(
      state.run(line: "edit kernel 0 0 0.1").compactMap(\.request).first?.result())
    mailbox.post(.compared(first))
    mailbox.post(.problem("in between"))
    mailbox.post(.compared(second))
    let deliveries = mailbox.collect()
    #expect(deliveries.count == 2)
    for delivery in deliveries { _ = state.receive(delivery) }
    #expect(state.explorer.comparisonState == .ready(second))
    _ = state.receive(.compared(first))
    #expect(state.explorer.comparisonState == .ready(second))
  }
}

extension Effect {
  fileprivate var request: ComparisonRequest? {
    if case .compare(let request) = self { request } else { nil }
  }
}
