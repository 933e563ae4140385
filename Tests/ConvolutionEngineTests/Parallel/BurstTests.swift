import Synchronization
import Testing

@testable import ConvolutionEngine

@Suite struct BurstTests {
  private struct Failure: Error, Equatable {}

  @Test("operations in a burst do every piece once, with any number of workers", arguments: [1, 2, 3, 8, 64])
  func once(workers: Int) {
    Burst.run(workers: Workers(workers)) { inBurst in
      #expect(inBurst.most == workers)
      #expect(inBurst.isInBurst == (workers > 1))
      for count in [0, 1, 2, 5, 100] {
        let done = Mutex(Array(repeating: 0, count: count))
        SharedWork.perform(count: count, workers: inBurst) { piece, worker in
          if !(0..<workers).contains(worker) { Issue.record("worker \(worker)") }
          done.withLock { $0[piece] += 1 }
        }
        #expect(done.withLock { $0 } == Array(repeating: 1, count: count))
      }
    }
  }

  @Test("the body runs on the calling thread and what it returns or throws comes back")
  func results() {
    #expect(Burst.run(workers: 2) { $0.most + 1 } == 3)
    var kept: Workers?
    #expect(throws: Failure()) {
      try Burst.run(workers: 2) { workers throws(Failure) in
        kept = workers
        throw Failure()
      }
    }
    #expect(kept?.isInBurst == false)
  }

  @Test("workers that outlive their burst still do operations")
  func afterwards() {
    let workers = Burst.run(workers: 3) { $0 }
    let done = Mutex(0)
    SharedWork.perform(count: 10, workers: workers) { _, _ in done.withLock { $0 += 1 } }
    #expect(done.withLock { $0 } == 10)
  }

  @Test("a burst within a burst has the same helpers, and does not end them")
  func nested() {
    Burst.run(workers: 3) { outer in
      Burst.run(workers: outer) { #expect($0 == outer) }
      #expect(outer.isInBurst)
      // Fewer workers of the same burst.
      #expect(outer.atMost(2).isInBurst)
      #expect(outer.atMost(2) != Workers(2))
    }
  }

  @Test("hundreds of bursts one after another, each with an operation or none, end")
  func many() {
    let done = Mutex(0)
    for round in 0..<300 {
      Burst.run(workers: 4) { workers in
        guard round.isMultiple(of: 2) else { return }
        SharedWork.perform(count: 8, workers: workers) { _, _ in done.withLock { $0 += 1 } }
      }
    }
    #expect(done.withLock { $0 } == 150 * 8)
  }

  @Test("little work is the caller's alone, and in a burst much less counts as little")
  func worth() {
    #expect(Workers(8).worth(products: Double(Workers.productsWorthWaking)).most == 8)
    #expect(Workers(8).worth(products: Double(Workers.productsWorthWaking) - 1).most == 1)
    Burst.run(workers: 8) { workers in
      #expect(workers.worth(products: Double(Workers.productsWorthSharingInBurst)).most == 8)
      #expect(workers.worth(products: Double(Workers.productsWorthSharingInBurst) - 1).most == 1)
    }
  }

  @Test("a convolution is bit-equal in and out of a burst for 1, 2, 3 and 8 workers")
  func convolution() throws {
    let convolution = try Convolution(
      input: Shape(channels: 8, height: 31, width: 29), weights: Shape(batch: 9, channels: 8, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    #expect(convolution.output.count * convolution.tapsPerCell >= Workers.productsWorthSharingInBurst)
    var generator = SplitMix64(seed: 3)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let direct = try #require(DirectConvolution(of: convolution))
    let filters = direct.pack(weights: weights, bias: nil)
    func output(_ workers: Workers) -> [UInt32] {
      var cells = Array(repeating: Float.nan, count: convolution.output.count)
      input.values.withUnsafeBufferPointer { input in
        cells.withUnsafeMutableBufferPointer { output in
          direct.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: workers)
        }
      }
      return cells.map(\.bitPattern)
    }
    let alone = output(1)
    for count in [1, 2, 3, 8] {
      Burst.run(workers: Workers(count)) { workers in
        for _ in 0..<5 { #expect(output(workers) == alone, "\(count) workers") }
      }
    }
  }
}
