import Testing

@testable import ConvolutionEngine

@Suite struct RunComputationTests {
  @Test("every cell is filled once, whatever the length of a run and the number of bands")
  func complete() throws {
    for width in [1, 7, 10] {
      let shape = try Shape(batch: 2, height: 3, width: width)
      for runLength in [0, 1, 4, 1000] {
        for bandCount in [1, 3, 100] {
          let output = RunComputation.output(
            shape: shape, runLength: runLength, termsPerCell: 1, schedule: RowBandSchedule(bandCount: bandCount)
          ) { range, cells in
            for offset in range { cells.append(Float(offset)) }
          }
          #expect(output?.values == (0..<shape.count).map { Float($0) })
        }
      }
    }
  }

  @Test("an output without cells needs no run, and a cancelled schedule gives nothing")
  func ends() throws {
    let calls = CallCounter()
    let empty = RunComputation.output(
      shape: try Shape(height: 0, width: 5), runLength: 5, termsPerCell: 1, schedule: RowBandSchedule()
    ) { _, _ in _ = calls.next() }
    #expect(empty?.values == [] && calls.count == 0)
    let cancelled = RunComputation.output(
      shape: try Shape(height: 4, width: 5), runLength: 5, termsPerCell: 1,
      schedule: RowBandSchedule(isCancelled: { calls.next() > 2 })
    ) { range, cells in
      for offset in range { cells.append(Float(offset)) }
    }
    #expect(cancelled == nil && calls.count == 3)
  }
}
