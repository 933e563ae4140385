import Synchronization

/// A terminal without a terminal: plays a script of events and records every surface it is shown.
///
/// Its clock stands still except where the script lets time pass, so that a run is the same every time. After the
/// script come `.endOfInput` events only.
package final class ScriptedTerminal: Terminal {
  /// One line of a script.
  package enum Step: Sendable {
    /// Happens as soon as it is asked for. `.resize` also sets the size; `.timeout` lets the time asked for pass.
    case event(TerminalEvent)
    /// Nothing happens for so long: a shorter timeout runs out, a longer or missing one sees the next step.
    case pass(milliseconds: Int)
    /// Waits until somebody has used the waker, as the result of real background work; passes at once when that was
    /// already reported since the last `.event` of the script. Uses that came in one `.wake` count one by one, so that two
    /// of these steps wait for two of them. One that nobody answers ends the script, and `missedWakes` tells.
    case untilWake
  }

  package private(set) var size: Size
  package let capabilities: TerminalCapabilities
  package let waker: TerminalWaker
  /// Every surface, in order.
  package private(set) var presented: [Surface] = []
  /// Every descriptor that was to be watched, in order.
  package private(set) var watched: [Int32] = []
  /// How often `forget` was called.
  package private(set) var forgetCount = 0
  /// Every text that was copied, in order.
  package private(set) var copied: [String] = []
  /// How often `suspend` was called.
  package private(set) var suspensions = 0
  /// How many steps of the script waited for a wake that never came. Anything but 0 is a fault of the script, or of what it
  /// tests.
  package private(set) var missedWakes = 0

  private var steps: [Step]
  private var position = 0
  private var now = 0
  private let wakes: WakeCount
  /// Wakes that were reported since the last event of the script and that no step has waited for.
  private var wokenSinceLastEvent = 0

  private let patience: Int

  /// - Parameter patience: how often `.untilWake` looks before it gives up; by itself for a minute or so, far longer than
  ///   any work of a test.
  package init(
    size: Size = Size(rows: 24, columns: 80),
    capabilities: TerminalCapabilities = TerminalCapabilities(colorDepth: .palette256, unicode: true),
    steps: [Step], patience: Int = 1 << 28
  ) {
    self.patience = patience
    self.size = size
    self.capabilities = capabilities
    self.steps = steps
    let wakes = WakeCount()
    self.wakes = wakes
    waker = TerminalWaker { wakes.add() }
  }

  /// A script of events only.
  package convenience init(
    size: Size = Size(rows: 24, columns: 80),
    capabilities: TerminalCapabilities = TerminalCapabilities(colorDepth: .palette256, unicode: true),
    events: [TerminalEvent]
  ) {
    self.init(size: size, capabilities: capabilities, steps: events.map(Step.event))
  }

  /// Whether all events of the script are said to be there at once, as keys are that were typed ahead. By itself each of them
  /// comes when the one before has been answered.
  package var isTypedAhead = false

  package var hasNextEvent: Bool {
    guard isTypedAhead, position < steps.count, case .event = steps[position] else { return false }
    return true
  }

  package func present(_ surface: Surface) { presented.append(surface) }

  package func forget() { forgetCount += 1 }

  package func milliseconds() -> Int { now }

  package func watch(fileDescriptor: Int32) { watched.append(fileDescriptor) }

  package func copy(_ text: String) { copied.append(text) }

  package func suspend() {
    suspensions += 1
    steps.insert(.event(.resize(size)), at: position)
  }

  package func nextEvent(timeout milliseconds: Int?) -> TerminalEvent {
    if takeWakes() { return .wake }
    while position < steps.count {
      switch steps[position] {
      case .event(let event):
        position += 1
        wokenSinceLastEvent = 0
        if case .resize(let new) = event { size = new }
        if event == .timeout { now += max(0, milliseconds ?? 0) }
        return event
      case .pass(let duration):
        if let limit = milliseconds, limit < duration {
          now += max(0, limit)
          steps[position] = .pass(milliseconds: duration - max(0, limit))
          return .timeout
        }
        now += max(0, duration)
        position += 1
      case .untilWake:
        if wokenSinceLastEvent == 0 {
          guard waitForWake() else {
            missedWakes += 1
            steps.removeAll()
            return .endOfInput
          }
          return .wake
        }
        wokenSinceLastEvent -= 1
        position += 1
      }
    }
    return .endOfInput
  }

  private func takeWakes() -> Bool {
    let taken = wakes.take()
    wokenSinceLastEvent += taken
    return taken > 0
  }

  /// Spins, because a blocking wait would need a platform's own calls; the work awaited is short.
  private func waitForWake() -> Bool {
    for _ in 0..<patience where takeWakes() { return true }
    return false
  }
}

/// The wakes that nobody has looked at yet.
private final class WakeCount: Sendable {
  private let count = Mutex(0)

  func add() { count.withLock { $0 += 1 } }

  func take() -> Int {
    count.withLock { count in
      defer { count = 0 }
      return count
    }
  }
}
