import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ConvolutionEngine

/// With threads of the test's own as helpers, so that there certainly are some.
@Suite struct CrewTests {
  /// A crew with helpers that serve until it is dismissed; then all of them must have returned.
  private func withCrew(
    helpers: Int, patience: Duration = .microseconds(150), _ body: (Crew) throws -> Void
  ) rethrows {
    let crew = Crew(size: helpers + 1, patience: patience)
    let ended = DispatchSemaphore(value: 0)
    for number in 1..<(helpers + 1) {
      Thread.detachNewThread {
        crew.serve(number: number)
        ended.signal()
      }
    }
    defer {
      crew.dismiss()
      for _ in 0..<helpers { ended.wait() }
    }
    try body(crew)
  }

  /// Looks until `condition` holds, and lets others run in between.
  private func look(until condition: () -> Bool) {
    while !condition() { sched_yield() }
  }

  /// Waits until as many have arrived; false that nobody waits for, once they have.
  private final class Meeting: Sendable {
    private let arrived = Atomic(0)
    private let size: Int
    init(of size: Int) { self.size = size }
    func arrive() {
      arrived.add(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .sequentiallyConsistent) < size { sched_yield() }
    }
  }

  @Test("every piece is done once, by the caller or a helper", arguments: [0, 1, 2, 17, 1000], [0, 1, 3])
  func once(count: Int, helpers: Int) {
    withCrew(helpers: helpers) { crew in
      for _ in 0..<20 {
        let done = Mutex(Array(repeating: 0, count: count))
        let wasDone = crew.perform(count: count, most: helpers + 1) { piece, worker in
          if !(0...helpers).contains(worker) { Issue.record("worker \(worker)") }
          done.withLock { $0[piece] += 1 }
        }
        #expect(wasDone)
        #expect(done.withLock { $0.allSatisfy { $0 == 1 } })
      }
    }
  }

  @Test("pieces run at the same time, each worker's one after the other: they wait for each other and all return")
  func together() {
    withCrew(helpers: 2) { crew in
      let meeting = Meeting(of: 3)
      let workers = Mutex<Set<Int>>([])
      #expect(
        crew.perform(count: 3, most: 3) { _, worker in
          meeting.arrive()
          _ = workers.withLock { $0.insert(worker) }
        })
      #expect(workers.withLock { $0 } == [0, 1, 2])
    }
  }

  @Test("an operation wakes helpers that sleep, again and again")
  func sleepers() {
    withCrew(helpers: 2, patience: .zero) { crew in
      for _ in 0..<50 {
        look { crew.idle.sleeperCount == 2 }
        let meeting = Meeting(of: 3)
        #expect(crew.perform(count: 3, most: 3) { _, _ in meeting.arrive() })
      }
    }
  }

  @Test("a helper that sleeps again at once does not take the call of another")
  func calls() {
    withCrew(helpers: 3, patience: .zero) { crew in
      for round in 0..<200 {
        // Nothing for helper 2 and 3: they are not called, or sleep again at once.
        let meeting = Meeting(of: 2)
        #expect(crew.perform(count: 2, most: round.isMultiple(of: 2) ? 2 : 4) { _, _ in meeting.arrive() })
      }
    }
  }

  @Test("helpers that sleep when the crew is dismissed return")
  func dismissed() {
    withCrew(helpers: 3, patience: .zero) { crew in
      look { crew.idle.sleeperCount == 3 }
    }
  }

  @Test("an operation takes no more workers than it wants, even if more are there")
  func most() {
    withCrew(helpers: 3) { crew in
      let meeting = Meeting(of: 2)
      let workers = Mutex<Set<Int>>([])
      for _ in 0..<20 {
        #expect(crew.perform(count: 40, most: 2) { _, worker in _ = workers.withLock { $0.insert(worker) } })
      }
      #expect(crew.perform(count: 2, most: 2) { _, _ in meeting.arrive() })
      #expect(workers.withLock { $0 }.isSubset(of: [0, 1]))
    }
  }

  @Test("an operation within a piece, and one from another thread meanwhile, is done by who brings it")
  func nested() {
    withCrew(helpers: 1) { crew in
      let inner = Mutex<[Int]>([])
      let meeting = Meeting(of: 2)
      #expect(
        crew.perform(count: 2, most: 2) { piece, _ in
          meeting.arrive()
          let isDone = crew.perform(count: 3, most: 2) { innerPiece, worker in
            inner.withLock { $0.append(piece * 10 + innerPiece) }
            if worker != 0 { Issue.record("worker \(worker)") }
          }
          if !isDone { Issue.record("the inner operation was not done") }
        })
      #expect(inner.withLock { $0.sorted() } == [0, 1, 2, 10, 11, 12])
      // The crew is free again.
      let after = Meeting(of: 2)
      #expect(crew.perform(count: 2, most: 2) { _, _ in after.arrive() })
    }
  }

  @Test("without a helper, or with none that comes, the caller does everything")
  func alone() {
    let crew = Crew(size: 8, patience: .seconds(1000))
    var pieces: [Int] = []
    let done = Mutex(0)
    #expect(crew.perform(count: 5, most: 8) { piece, _ in done.withLock { $0 = $0 * 10 + piece } })
    pieces.append(done.withLock { $0 })
    #expect(pieces == [1234])
  }

  @Test("a dismissed crew does nothing and says so, and so does one with more pieces than it can count")
  func refused() {
    let crew = Crew(size: 2, patience: .zero)
    #expect(!crew.perform(count: PieceTicket.mostPieces + 1, most: 2) { _, _ in Issue.record("called") })
    crew.dismiss()
    #expect(!crew.perform(count: 3, most: 2) { _, _ in Issue.record("called") })
  }

  @Test("what pieces write is there for the caller and for the next operation, ten thousand times")
  func order() {
    withCrew(helpers: 2, patience: .microseconds(5)) { crew in
      var cells = Array(repeating: 0, count: 6)
      for round in 1...10_000 {
        cells.withUnsafeMutableBufferPointer { cells in
          // Safety: each piece writes its own cell, and the caller reads them when all are done.
          let address = UInt(bitPattern: cells.baseAddress)
          _ = crew.perform(count: 6, most: 3) { piece, _ in
            guard let cells = UnsafeMutablePointer<Int>(bitPattern: address) else { return }
            cells[piece] += 1
          }
        }
        guard cells.allSatisfy({ $0 == round }) else {
          Issue.record("round \(round): \(cells)")
          return
        }
      }
    }
  }

  @Test("a ticket holds the operation and the pieces left, and counting one down leaves the operation")
  func ticket() {
    let ticket = PieceTicket(operation: 1 << 40 - 1, left: PieceTicket.mostPieces)
    #expect(ticket.operation == 1 << 40 - 1)
    #expect(ticket.left == PieceTicket.mostPieces)
    let next = PieceTicket(bits: PieceTicket(operation: 7, left: 1).bits - 1)
    #expect(next == PieceTicket(operation: 7, left: 0))
  }
}
