import Synchronization

/// Threads that wait for operations, and take pieces of each together with whoever brings it.
///
/// The one who brings an operation claims pieces as all others do. It can finish alone, and waits at the end only for pieces
/// that others have claimed: nothing hangs on whether a helper ever comes.
///
/// An operation is described by a few numbers that helpers read without a lock. They hold for the operation of a ticket
/// whenever a piece could be claimed by that ticket: the next operation is written only after the last piece of this one was
/// claimed and done.
final class Crew: Sendable {
  /// A call for one piece, by the number of the piece and of the worker.
  typealias Body = @Sendable (_ piece: Int, _ worker: Int) -> Void

  /// Where helpers wait for an operation, and those who brought one for its last pieces.
  let idle: WaitingRoom
  private let finishing: WaitingRoom
  /// Where waits who only sleeps.
  private let bed = WaitingRoom(seats: 1, patience: .zero)

  private let ticket = Atomic(PieceTicket(operation: 0, left: 0).bits)
  /// Pieces of the operation, most workers for it, and the address of its body.
  private let count = Atomic(0)
  private let most = Atomic(0)
  private let body = Atomic(UInt(0))
  /// Pieces that are done.
  private let done = Atomic(0)

  /// Whether there is an operation.
  private let isBusy = Atomic(false)
  private let isOver = Atomic(false)

  /// How long to stay awake for the last pieces at least, unless the crew has less patience altogether.
  private static let leastPatience = Duration.microseconds(20)

  /// - Parameters:
  ///   - size: helpers have numbers below this, at most 64.
  ///   - patience: how long a thread that waits stays awake.
  init(size: Int, patience: Duration) {
    idle = WaitingRoom(seats: size, patience: patience)
    finishing = WaitingRoom(seats: 1, patience: patience)
  }

  var isDismissed: Bool { isOver.load(ordering: .sequentiallyConsistent) }

  /// Lets all helpers go, those that sleep too. An operation that is going on is finished.
  func dismiss() {
    isOver.store(true, ordering: .sequentiallyConsistent)
    idle.wake()
    bed.wake()
  }

  /// Returns once the crew is dismissed.
  func sleep() {
    bed.wait(seat: 0) { isDismissed }
  }

  /// Calls `body` once for each piece of `0..<count` and returns when all are done; false, and no call, where the crew is
  /// dismissed or the pieces are too many.
  ///
  /// While another operation goes on, as when a piece brings one of its own, the caller does this one alone.
  /// - Parameter most: the caller has the number 0, helpers those from 1 to below `most`.
  func perform(count: Int, most: Int, _ body: Body) -> Bool {
    guard !isDismissed, count <= PieceTicket.mostPieces else { return false }
    guard !isBusy.exchange(true, ordering: .acquiring) else {
      for piece in 0..<count { body(piece, 0) }
      return true
    }
    defer { isBusy.store(false, ordering: .releasing) }
    withoutActuallyEscaping(body) { body in
      // Safety: the body is called between a claimed piece and its being done, for which this function waits.
      withUnsafePointer(to: body) { place in
        self.count.store(count, ordering: .relaxed)
        self.most.store(most, ordering: .relaxed)
        self.body.store(UInt(bitPattern: place), ordering: .relaxed)
        done.store(0, ordering: .relaxed)
        let operation = PieceTicket(bits: ticket.load(ordering: .relaxed)).operation &+ 1
        let next = PieceTicket(operation: operation, left: count)
        ticket.store(next.bits, ordering: .sequentiallyConsistent)
        idle.wake(below: most)
        let patience = takePieces(of: next.operation, worker: 0)
        finishing.wait(seat: 0, patience: patience) { done.load(ordering: .sequentiallyConsistent) == count }
      }
    }
    return true
  }

  /// What a helper does until it is dismissed.
  ///
  /// - Parameter number: at least 1 and below the crew's size, another one for each helper.
  func serve(number: Int) {
    var last = currentOperation
    while !isDismissed {
      // A helper that comes in the middle of the operation takes pieces too.
      let patience = takePieces(of: last, worker: number)
      func isNews() -> Bool { isDismissed || currentOperation != last }
      // The next operation comes from who brought this one, and only once that one runs again.
      if idle.isOver(within: patience, { !isBusy.load(ordering: .relaxed) || isNews() }) {
        idle.wait(seat: number, until: isNews)
      } else {
        idle.wait(seat: number, patience: .zero, until: isNews)
      }
      last = currentOperation
    }
  }

  private var currentOperation: UInt64 {
    PieceTicket(bits: ticket.load(ordering: .sequentiallyConsistent)).operation
  }

  /// Claims and does pieces of an operation until none is left.
  ///
  /// - Returns: how long it is worth waiting awake for the pieces that others have claimed. They take about as long as one's
  ///   own did; if not, their threads are not running, and one that sleeps leaves them a core.
  private func takePieces(of operation: UInt64, worker: Int) -> Duration {
    let begin = ContinuousClock.now
    var taken = 0
    while let piece = claim(of: operation, worker: worker) {
      Self.call(body.load(ordering: .relaxed), piece: piece, worker: worker)
      taken += 1
    }
    guard taken > 0 else { return Burst.patience }
    let time = (ContinuousClock.now - begin) / taken
    let all = done.add(taken, ordering: .sequentiallyConsistent).newValue
    if worker > 0, all == count.load(ordering: .relaxed) { finishing.wake() }
    return max(Self.leastPatience, time * 2)
  }

  /// The next piece that nobody has claimed; nil where none is left or the operation wants fewer workers.
  private func claim(of operation: UInt64, worker: Int) -> Int? {
    var seen = PieceTicket(bits: ticket.load(ordering: .acquiring))
    while seen.operation == operation, seen.left > 0, worker < most.load(ordering: .relaxed) {
      let piece = count.load(ordering: .relaxed) - seen.left
      let (exchanged, original) = ticket.weakCompareExchange(
        expected: seen.bits, desired: seen.bits - 1, successOrdering: .acquiringAndReleasing,
        failureOrdering: .acquiring)
      if exchanged { return piece }
      seen = PieceTicket(bits: original)
    }
    return nil
  }

  /// Never inlined: all that the call holds of the body is given back before the piece counts as done.
  @inline(never) private static func call(_ address: UInt, piece: Int, worker: Int) {
    UnsafePointer<Body>(bitPattern: address)?.pointee(piece, worker)
  }
}
