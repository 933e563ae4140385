/// Two interrupts within a second leave at once, whatever dialog is open.
struct InterruptCounter {
  private var last: Int?

  /// Notes an interrupt at a time in milliseconds; true when it follows another one within a second.
  mutating func isSecond(at now: Int) -> Bool {
    defer { last = now }
    return last.map { now - $0 <= 1000 } ?? false
  }
}
