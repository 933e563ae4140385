import TerminalKit

/// Events that are there already, first in first out.
struct EventQueue {
  private var events: [TerminalEvent] = []
  private var position = 0

  var isEmpty: Bool { position == events.count }

  mutating func append(_ more: [TerminalEvent]) { events += more }

  mutating func next() -> TerminalEvent? {
    guard position < events.count else { return nil }
    defer {
      position += 1
      // Emptied as a whole: removing the first of many keys one by one would take quadratic time.
      if position == events.count { (events, position) = ([], 0) }
    }
    return events[position]
  }
}
