import TerminalKit
import Testing

@Suite struct ScriptedTerminalTests {
  @Test("events come in order, then the end for ever") func order() {
    let terminal = ScriptedTerminal(events: [.key(.right), .resize(Size(rows: 5, columns: 9)), .key(.escape)])
    #expect(terminal.nextEvent(timeout: nil) == .key(.right))
    #expect(terminal.size == Size(rows: 24, columns: 80))
    #expect(terminal.nextEvent(timeout: nil) == .resize(Size(rows: 5, columns: 9)))
    #expect(terminal.size == Size(rows: 5, columns: 9))
    #expect(terminal.nextEvent(timeout: 10) == .key(.escape))
    #expect(terminal.nextEvent(timeout: 10) == .endOfInput)
    #expect(terminal.nextEvent(timeout: nil) == .endOfInput)
    #expect(terminal.milliseconds() == 0)
  }

  @Test("time passes only where the script says so") func clock() {
    let terminal = ScriptedTerminal(steps: [.pass(milliseconds: 250), .event(.key(.up)), .event(.timeout)])
    #expect(terminal.nextEvent(timeout: 100) == .timeout)
    #expect(terminal.nextEvent(timeout: 100) == .timeout)
    #expect(terminal.milliseconds() == 200)
    #expect(terminal.nextEvent(timeout: 100) == .key(.up))
    #expect(terminal.milliseconds() == 250)
    #expect(terminal.nextEvent(timeout: 40) == .timeout)
    #expect(terminal.milliseconds() == 290)
  }

  @Test("a wake comes before the script goes on, and several count as one") func wakes() {
    let terminal = ScriptedTerminal(events: [.key(.up)])
    terminal.waker.wake()
    terminal.waker.wake()
    #expect(terminal.nextEvent(timeout: nil) == .wake)
    #expect(terminal.nextEvent(timeout: nil) == .key(.up))
  }

  @Test("a script waits for a wake from another thread") func untilWake() async {
    let terminal = ScriptedTerminal(steps: [.event(.key(.up)), .untilWake, .event(.key(.down))])
    #expect(terminal.nextEvent(timeout: nil) == .key(.up))
    let waker = terminal.waker
    await Task.detached { waker.wake() }.value
    #expect(terminal.nextEvent(timeout: nil) == .wake)
    #expect(terminal.nextEvent(timeout: nil) == .key(.down))
  }

  @Test("two waits in a row are over when two wakes have come, also in one") func mergedWakes() {
    let terminal = ScriptedTerminal(steps: [.untilWake, .untilWake, .event(.key(.down))], patience: 10)
    terminal.waker.wake()
    terminal.waker.wake()
    #expect(terminal.nextEvent(timeout: nil) == .wake)
    #expect(terminal.nextEvent(timeout: nil) == .key(.down))
    #expect(terminal.missedWakes == 0)
  }

  @Test("a wait that nobody answers ends the script and is counted") func missedWake() {
    let terminal = ScriptedTerminal(steps: [.untilWake, .untilWake, .event(.key(.down))], patience: 10)
    terminal.waker.wake()
    #expect(terminal.nextEvent(timeout: nil) == .wake)
    #expect(terminal.nextEvent(timeout: nil) == .endOfInput)
    #expect(terminal.nextEvent(timeout: nil) == .endOfInput)
    #expect(terminal.missedWakes == 1)
  }

  @Test("presented surfaces, watched descriptors and suspensions are recorded") func recording() {
    let terminal = ScriptedTerminal(events: [.key(.up)])
    terminal.present(Surface(size: terminal.size))
    terminal.watch(fileDescriptor: 7)
    terminal.suspend()
    #expect(terminal.presented.count == 1)
    #expect(terminal.watched == [7])
    #expect(terminal.suspensions == 1)
    #expect(terminal.nextEvent(timeout: nil) == .resize(terminal.size))
  }

  @Test("a number of colours gives the best depth it allows") func depths() {
    #expect(
      [-1, 0, 7, 8, 15, 16, 88, 256, 1 << 24].map { ColorDepth(colors: $0) } == [
        .mono, .mono, .mono, .eight, .eight, .sixteen, .sixteen, .palette256, .palette256,
      ])
  }
}
