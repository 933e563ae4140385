import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ConvolutionEngine

@Suite struct RowBandsTests {
  @Test("bands cover every row once, in order, with heights that differ by at most 1")
  func partition() {
    for rowCount in [0, 1, 2, 7, 64, 101] {
      for bandCount in [1, 2, 3, 7, 100] {
        let bands = (0..<bandCount).map { RowBands.rows(ofBand: $0, bandCount: bandCount, rowCount: rowCount) }
        #expect(bands.flatMap { Array($0) } == Array(0..<rowCount))
        let heights = bands.map(\.count)
        #expect((heights.max() ?? 0) - (heights.min() ?? 0) <= 1)
      }
    }
  }

  @Test("every band is performed once, and one that fails fails the whole")
  func perform() {
    let rows = Mutex<[Int]>([])
    #expect(
      RowBands.perform(rowCount: 50, bandCount: 7) { band in
        rows.withLock { $0 += band }
        return true
      })
    #expect(rows.withLock { $0.sorted() } == Array(0..<50))
    #expect(!RowBands.perform(rowCount: 50, bandCount: 7) { !$0.contains(20) })
    #expect(!RowBands.perform(rowCount: 50, bandCount: 1) { _ in false })
  }

  @Test(
    "the recompute of an experiment really has several workers",
    .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func workers() throws {
    let input = try #require(InputPreset.named("ramp")).tensor(size: PerAxis(512))
    let weights = try #require(KernelPreset.named("blur")).weights
    let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
    let meeting = Meeting()
    let output = experiment.output(schedule: RowBandSchedule(isCancelled: { meeting.attend() }))
    #expect(output != nil)
    #expect(meeting.workers >= 2)
  }
}

/// Holds the first worker back until a second one comes, so that a quick first worker cannot do all bands alone.
private final class Meeting: Sendable {
  private let threads = Mutex<Set<ObjectIdentifier>>([])
  private let secondCame = DispatchSemaphore(value: 0)

  var workers: Int { threads.withLock { $0.count } }

  /// Notes the calling thread; always false, which means "go on".
  func attend() -> Bool {
    let (isNew, count) = threads.withLock { threads in
      (threads.insert(ObjectIdentifier(Thread.current)).inserted, threads.count)
    }
    guard isNew else { return false }
    if count == 1 {
      // The bail-out only limits how long a broken schedule takes to fail; a working one never waits for it.
      _ = secondCame.wait(timeout: .now() + 30)
    } else {
      secondCame.signal()
    }
    return false
  }
}
