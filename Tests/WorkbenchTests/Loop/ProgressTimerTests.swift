import Testing

@testable import Workbench

@Suite("The timer of the progress line")
struct ProgressTimerTests {
  @Test("without work there is no deadline, and nothing to show at any time")
  func idle() {
    var timer = ProgressTimer()
    #expect(timer.note(nil, now: 0) == nil)
    #expect(timer.wait(now: 0) == nil)
    #expect(timer.note(nil, now: 1_000_000) == nil)
    #expect(timer.wait(now: 1_000_000) == nil)
  }

  @Test("work of less than a tenth of a second never shows; after it every tenth brings the line up to date")
  func appears() {
    var timer = ProgressTimer()
    let work = PendingWork(.computing)
    #expect(timer.note(work, now: 1000) == nil)
    #expect(timer.wait(now: 1000) == 100)
    #expect(timer.note(work, now: 1099) == nil)
    #expect(timer.wait(now: 1099) == 1)
    #expect(timer.note(work, now: 1100) === work)
    #expect(timer.wait(now: 1100) == 100)
    #expect(timer.note(work, now: 1130) === work, "a key between two updates leaves it there")
    #expect(timer.wait(now: 1130) == 70)
    #expect(timer.note(nil, now: 1150) == nil)
    #expect(timer.wait(now: 1150) == nil)
  }

  @Test("other work has a tenth of a second of its own")
  func other() {
    var timer = ProgressTimer()
    let first = PendingWork(.computing)
    let second = PendingWork(.computing)
    _ = timer.note(first, now: 0)
    #expect(timer.note(first, now: 100) === first)
    #expect(timer.note(second, now: 150) == nil)
    #expect(timer.wait(now: 150) == 100)
    #expect(timer.note(second, now: 250) === second)
  }
}
