import Dispatch
import Synchronization

/// Pieces of work that several workers take from one pile, each the next one when it is done with its last.
///
/// A slow core then delays the end by one piece at most. Which worker does a piece must not matter to the result.
enum SharedWork {
  /// The most workers unless fewer are asked for. Dispatch runs no more of them at a time than there are cores, and a worker
  /// that starts when all is taken ends at once.
  static let mostWorkers = 64

  /// Calls `body` once for each piece of `0..<count` and returns when all are done.
  ///
  /// - Parameters:
  ///   - workers: who may work; one worker does everything on the calling thread, without Dispatch. Those of a burst take
  ///     pieces without Dispatch too, and number 0 is then the caller.
  ///   - body: gets the piece, and the number of the worker in `0..<workers`: calls with the same number never overlap.
  static func perform(count: Int, workers: Workers, _ body: @Sendable (_ piece: Int, _ worker: Int) -> Void) {
    let most = min(workers.most, count)
    guard most > 1 else {
      for piece in 0..<count { body(piece, 0) }
      return
    }
    if let crew = workers.crew, crew.perform(count: count, most: most, body) { return }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: most) { worker in
      // Relaxed is enough: a piece's number alone is shared, and `concurrentPerform` orders everything in its calls before
      // its return.
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        body(piece, worker)
      }
    }
  }
}
