import Synchronization

/// The work beside the loop that somebody may want to see or to give up, in the order in which it was asked for.
final class WorkList: Sendable {
  private let pending = Mutex<[PendingWork]>([])

  func add(_ work: PendingWork) { pending.withLock { $0.append(work) } }

  /// Takes work from the list because it is done or given up.
  func remove(_ work: PendingWork) { pending.withLock { list in list.removeAll { $0 === work } } }

  /// What the progress line speaks of, and what Esc gives up: files before the output, which can always be computed again.
  var foremost: PendingWork? {
    pending.withLock { list in list.first { $0.kind != .computing } ?? list.first }
  }

  /// Gives up the foremost work that can still be given up; nil when there is none.
  func cancelForemost() -> PendingWork.Kind? {
    pending.withLock { list in
      let files = list.indices.filter { list[$0].kind != .computing }
      let others = list.indices.filter { list[$0].kind == .computing }
      guard let index = (files + others).first(where: { list[$0].cancel() }) else { return nil }
      return list.remove(at: index).kind
    }
  }

  /// Gives up everything that has no effect outside.
  func cancelForLeaving() {
    pending.withLock { list in
      list.removeAll { $0.kind.isOnlyForTheScreen && $0.cancel() }
    }
  }
}
