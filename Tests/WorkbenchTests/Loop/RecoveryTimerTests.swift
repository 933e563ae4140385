import Testing

@testable import Workbench

@Suite("When a copy for recovery is due")
struct RecoveryTimerTests {
  /// Looks at a number of changes at a time.
  private func isDue(_ timer: inout RecoveryTimer, _ changes: Int, at now: Int) -> Bool {
    timer.isDue(changes: changes, now: now)
  }

  @Test("without a change there is no deadline")
  func idle() {
    var timer = RecoveryTimer(changes: 7)
    #expect(timer.wait(now: 0) == nil)
    #expect(!isDue(&timer, 7, at: 1_000_000))
    #expect(timer.wait(now: 1_000_000) == nil)
  }

  @Test("four seconds after the first change, once, however many follow")
  func delay() {
    var timer = RecoveryTimer(changes: 0)
    #expect(!isDue(&timer, 1, at: 1000))
    #expect(timer.wait(now: 1000) == 4000)
    #expect(!isDue(&timer, 2, at: 4000))
    #expect(timer.wait(now: 4000) == 1000)
    #expect(!isDue(&timer, 2, at: 4999))
    #expect(isDue(&timer, 2, at: 5000))
    #expect(timer.wait(now: 5000) == nil)
    #expect(!isDue(&timer, 2, at: 99_000))
    #expect(!isDue(&timer, 3, at: 99_000))
    #expect(timer.wait(now: 99_000) == 4000)
  }

  @Test("at the two hundredth change at once, and again at the four hundredth")
  func count() {
    var timer = RecoveryTimer(changes: 0)
    for change in 1...400 { #expect(isDue(&timer, change, at: 0) == (change % 200 == 0)) }
  }

  @Test("another history with a smaller count is a change too")
  func otherHistory() {
    var timer = RecoveryTimer(changes: 10)
    #expect(!isDue(&timer, 3, at: 0))
    #expect(isDue(&timer, 3, at: 4000))
  }
}
