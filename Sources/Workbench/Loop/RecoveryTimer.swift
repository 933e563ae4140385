/// When a copy for recovery is due: four seconds after the first change that is in none, or after two hundred of them.
///
/// Counts from the first change, not from the last: somebody who never rests loses no more than somebody who does. While
/// nothing has changed there is no deadline, and so nothing that would wake the program.
struct RecoveryTimer {
  /// Milliseconds.
  static let delay = 4000
  static let mostChanges = 200

  /// The number of changes when the last copy was made, and when it was last looked at.
  private var kept: Int
  private var seen: Int
  private var due: Int?

  init(changes: Int) {
    kept = changes
    seen = changes
  }

  /// Whether a copy is due now; says so once.
  ///
  /// - Parameters:
  ///   - changes: a number that is another one after every change.
  ///   - now: milliseconds.
  mutating func isDue(changes: Int, now: Int) -> Bool {
    if changes != seen, due == nil { due = now + Self.delay }
    seen = changes
    guard let due, now >= due || abs(changes - kept) >= Self.mostChanges else { return false }
    self.due = nil
    kept = changes
    return true
  }

  /// How long to wait at most, in milliseconds; nil for ever.
  func wait(now: Int) -> Int? { due.map { max(0, $0 - now) } }
}
