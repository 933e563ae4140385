import Synchronization
import Testing

@testable import ConvolutionEngine

@Suite struct SharedWorkTests {
  @Test("every piece is done once, by a worker within bounds", arguments: [0, 1, 2, 17], [1, 2, 3, 64])
  func once(count: Int, workers: Int) {
    let done = Mutex(Array(repeating: 0, count: count))
    SharedWork.perform(count: count, workers: Workers(workers)) { piece, worker in
      #expect((0..<workers).contains(worker))
      done.withLock { $0[piece] += 1 }
    }
    #expect(done.withLock { $0 } == Array(repeating: 1, count: count))
  }
}
