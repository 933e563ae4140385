/// When the progress line appears and is brought up to date: a tenth of a second after work began, and every tenth from
/// then on while it lasts.
///
/// While nothing is being done there is no deadline, and so nothing that would wake the program.
struct ProgressTimer {
  /// Milliseconds. Quicker work needs no line: nobody has waited for it.
  static let period = 100

  private var work: PendingWork?
  private var due: Int?
  private var isShown = false

  /// Notes what is being done now; nil for nothing.
  ///
  /// - Returns: the work that the line speaks of from now on, until the next call; nil for no line.
  mutating func note(_ present: PendingWork?, now: Int) -> PendingWork? {
    guard let present else {
      (work, due) = (nil, nil)
      return nil
    }
    guard work === present else {
      (work, due) = (present, now + Self.period)
      isShown = false
      return nil
    }
    if let due, now >= due {
      isShown = true
      self.due = now + Self.period
    }
    return isShown ? present : nil
  }

  /// How long to wait at most, in milliseconds; nil for ever.
  func wait(now: Int) -> Int? { due.map { max(0, $0 - now) } }
}
