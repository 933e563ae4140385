import ConvolutionEngine
import Dispatch
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The effect runner")
struct EffectRunnerTests {
  /// Large enough that one computation is still running when the next is asked for.
  private func large() throws -> Experiment {
    let input = Tensor(shape: try Shape(height: 1500, width: 1500), repeating: 1)
    let weights = Tensor(shape: try Shape(height: 5, width: 5), repeating: 1)
    return try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
  }

  @Test("only the newest of several outputs asked for is computed to its end")
  func newestWins() throws {
    let posted = DispatchSemaphore(value: 0)
    let mailbox = Mailbox(waker: TerminalWaker { posted.signal() })
    let runner = EffectRunner(services: RecordedServices().services(), mailbox: mailbox)
    let experiment = try large()
    for revision in 1...5 { runner.start(.recompute(experiment, revision: revision)) }
    posted.wait()
    let revisions = mailbox.collect().map { delivery in
      if case .output(let cache) = delivery { cache.revision } else { -1 }
    }
    #expect(revisions == [5])
  }

  @Test("files are written in the order asked for, and finish waits for all of them")
  func finish() {
    let recorded = RecordedServices()
    let runner = EffectRunner(services: recorded.services(), mailbox: Mailbox(waker: TerminalWaker {}))
    let stages = ["a", "b", "c"].map { LessonProgress(currentLesson: $0) }
    for stage in stages { runner.start(.storeProgress(stage)) }
    runner.finish()
    #expect(recorded.calls == stages.map { .storeProgress($0) })
  }

  @Test("a file that fails becomes a sentence in the mailbox, one that works what it holds")
  func deliveries() throws {
    let mailbox = Mailbox(waker: TerminalWaker {})
    let grid = try Tensor(rows: [[1, 2]])
    let working = EffectRunner(services: RecordedServices().services(grid: grid), mailbox: mailbox)
    working.start(.open(.weights, path: "folder/my kernel.csv"))
    working.finish()
    guard case .opened(.weights, grid, name: "my kernel.csv", file: nil)? = mailbox.collect().first else {
      Issue.record("expected the grid")
      return
    }
    let large = Tensor(shape: try Shape(height: 40, width: 40))
    let other = EffectRunner(services: RecordedServices().services(grid: large), mailbox: mailbox)
    other.start(.open(.input, path: "photo.png"))
    other.finish()
    guard case .opened(.input, large, name: "photo.png", let file?)? = mailbox.collect().first else {
      Issue.record("expected the grid with its file")
      return
    }
    #expect(file.path == "/here/photo.png" && file.matches(large))

    let failing = EffectRunner(services: RecordedServices().services(), mailbox: mailbox)
    failing.start(.open(.input, path: "gone.csv"))
    failing.finish()
    guard case .problem("cannot read gone.csv")? = mailbox.collect().first else {
      Issue.record("expected the sentence")
      return
    }
  }
}
