import ConvolutionEngine
import Dispatch
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The effect runner")
struct EffectRunnerTests {
  /// Large enough that one computation is still running when the next is asked for.
  private func large(side: Int = 1500) throws -> Experiment {
    let input = Tensor(shape: try Shape(height: side + 4, width: side + 4), repeating: 1)
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
    let posted = DispatchSemaphore(value: 0)
    let mailbox = Mailbox(waker: TerminalWaker { posted.signal() })
    let grid = try Tensor(rows: [[1, 2]])
    let working = EffectRunner(services: RecordedServices().services(grid: grid), mailbox: mailbox)
    working.start(.open(.weights, path: "folder/my kernel.csv"))
    posted.wait()
    guard case .opened(.weights, grid, name: "my kernel.csv", file: nil)? = mailbox.collect().first else {
      Issue.record("expected the grid")
      return
    }
    let large = Tensor(shape: try Shape(height: 40, width: 40))
    let other = EffectRunner(services: RecordedServices().services(grid: large), mailbox: mailbox)
    other.start(.open(.input, path: "photo.png"))
    posted.wait()
    guard case .opened(.input, large, name: "photo.png", let file?)? = mailbox.collect().first else {
      Issue.record("expected the grid with its file")
      return
    }
    #expect(file.path == "/here/photo.png" && file.matches(large))

    let failing = EffectRunner(services: RecordedServices().services(), mailbox: mailbox)
    failing.start(.open(.input, path: "gone.csv"))
    posted.wait()
    guard case .problem("cannot read gone.csv")? = mailbox.collect().first else {
      Issue.record("expected the sentence")
      return
    }
  }

  @Test("what is given up leaves no word: neither its result nor its failure")
  func givenUp() throws {
    let begun = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let mailbox = Mailbox(waker: TerminalWaker {})
    for grid in [nil, try Tensor(rows: [[1]])] {
      let recorded = RecordedServices(hold: { _ in
        begun.signal()
        goOn.wait()
      })
      let runner = EffectRunner(services: recorded.services(grid: grid), mailbox: mailbox)
      runner.start(.open(.input, path: "slow.png"))
      begun.wait()
      #expect(runner.foremost?.kind == .opening(path: "slow.png"))
      #expect(runner.cancelForemost() == .opening(path: "slow.png"))
      #expect(runner.foremost == nil)
      goOn.signal()
      runner.finish()
      #expect(mailbox.collect().isEmpty)
    }
  }

  @Test("what is given up before its turn is not even begun")
  func givenUpEarly() throws {
    let begun = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let recorded = RecordedServices(hold: { _ in
      begun.signal()
      goOn.wait()
    })
    let runner = EffectRunner(services: recorded.services(), mailbox: Mailbox(waker: TerminalWaker {}))
    runner.start(.save(try large(side: 3), path: "a", mark: .start))
    begun.wait()
    runner.start(.open(.input, path: "b"))
    let kinds = [runner.cancelForemost(), runner.cancelForemost()]
    #expect(kinds == [.saving(path: "a"), .opening(path: "b")])
    goOn.signal()
    runner.finish()
    #expect(!recorded.calls.contains(.open(path: "b")))
    #expect(recorded.calls.count == 1)
  }
}
