import Explorer

/// When the next step of playback is due.
struct Ticker {
  private var due: Int?

  /// How long to wait for an event, in milliseconds; nil for ever, because nothing plays.
  ///
  /// Steps keep their rhythm: the next one is due a period after the last was, not after it was drawn. After a
  /// pause of the whole program the rhythm starts afresh instead of catching up.
  mutating func wait(for playback: Playback, now: Int) -> Int? {
    guard playback.isPlaying else {
      due = nil
      return nil
    }
    let period = 1000 / playback.cellsPerSecond
    if let due, due > now - period, due - now <= period { return max(0, due - now) }
    due = now + period
    return period
  }

  /// Whether a step is due.
  func isDue(now: Int) -> Bool {
    due.map { $0 <= now } ?? false
  }

  /// Notes that the step was made.
  mutating func stepped(_ playback: Playback) {
    due = due.map { $0 + 1000 / playback.cellsPerSecond }
  }
}
