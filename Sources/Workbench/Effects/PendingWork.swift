import Synchronization

/// One piece of work beside the loop: what it is, how far it is, and whether anybody still wants it.
///
/// Safe to be asked from any thread.
package final class PendingWork: Sendable {
  /// What is done, for the progress line and for what is said when it is given up.
  package enum Kind: Equatable, Sendable {
    /// The whole output.
    case computing
    case opening(path: String)
    case saving(path: String)
    case openingSession(path: String)
    case savingSession(path: String)
    /// Making a picture, an animation, a recording or code, and writing it.
    case exporting(path: String)
    /// What an earlier run left.
    case recovering
  }

  package let kind: Kind
  private let stage = Mutex(Stage.running)
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)

  private enum Stage {
    case running
    /// It will have its effect, whatever is asked now.
    case committed
    case cancelled
  }

  package init(_ kind: Kind) {
    self.kind = kind
  }

  /// Whether to stop: asked now and then by whoever does the work.
  package var isCancelled: Bool { stage.withLock { $0 == .cancelled } }

  /// Gives it up; false when it is too late for that.
  func cancel() -> Bool {
    stage.withLock { stage in
      if stage == .running { stage = .cancelled }
      return stage == .cancelled
    }
  }

  /// Decides that it will have its effect, which nobody can prevent from then on; false when it was given up before.
  ///
  /// Who writes a file asks right before the step that replaces the old one.
  package func commit() -> Bool {
    stage.withLock { stage in
      if stage == .running { stage = .committed }
      return stage == .committed
    }
  }

  /// Says how much there is to do, in whatever unit `advance` counts; what was done so far counts no more.
  package func begin(total: Int) {
    self.total.store(total, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
  }

  package func advance(by count: Int) { done.wrappingAdd(count, ordering: .relaxed) }

  /// How much is done, 0 to 100; nil where nobody knows how much there is.
  var percent: Int? {
    let total = total.load(ordering: .relaxed)
    guard total > 0 else { return nil }
    return max(0, min(100, Int(Double(done.load(ordering: .relaxed)) / Double(total) * 100)))
  }
}

extension PendingWork.Kind {
  /// Whether leaving the program must not wait for it, because it has no effect outside.
  var isOnlyForTheScreen: Bool {
    switch self {
    case .computing, .opening, .openingSession, .recovering: true
    case .saving, .savingSession, .exporting: false
    }
  }
}
