import Synchronization
import Testing

@testable import ConvolutionEngine

@Suite struct RowBandScheduleTests {
  @Test("a number of bands that was asked for is kept, up to one band a row and down to 1")
  func explicit() {
    #expect(RowBandSchedule(bandCount: 7).bandCount(rows: 100, taps: 1) == 7)
    #expect(RowBandSchedule(bandCount: 7).bandCount(rows: 3, taps: 1e9) == 3)
    #expect(RowBandSchedule(bandCount: 7).bandCount(rows: 0, taps: 0) == 1)
    #expect(RowBandSchedule(bandCount: 0).bandCount == 1)
    #expect(RowBandSchedule(bandCount: -5).bandCount == 1)
  }

  @Test("left to itself, small work stays on one thread and large work gets the default number of bands")
  func standard() {
    let schedule = RowBandSchedule()
    #expect(schedule.bandCount(rows: 1000, taps: 20_000) == 1)
    #expect(schedule.bandCount(rows: 1000, taps: 3 * RowBandSchedule.tapsPerBand) == 3)
    #expect(schedule.bandCount(rows: 3000, taps: 108e6) == RowBandSchedule.defaultBandCount)
    #expect(schedule.bandCount(rows: 2, taps: 108e6) == 2)
    #expect(schedule.bandCount(rows: .max, taps: .infinity) == RowBandSchedule.defaultBandCount)
  }

  @Test("every cell is told to be done exactly once, whatever computes it", arguments: [7, 200])
  func completion(side: Int) throws {
    let input = Tensor(shape: try Shape(channels: 2, height: side, width: side), repeating: 1)
    let weights = Tensor(shape: try Shape(batch: 3, channels: 2, height: 3, width: 3), repeating: 1)
    let operators: [(OperatorName, Operands)] = [
      (.conv2d, Operands([.input: input, .weights: weights])), (.maxPool2d, Operands([.input: input])),
      (.softmax, Operands([.input: input])), (.relu, Operands([.input: input])),
    ]
    for (name, operands) in operators {
      let experiment = try Experiment(operation: name, operands: operands)
      let done = Atomic<Int>(0)
      _ = experiment.output(schedule: RowBandSchedule(didComplete: { done.wrappingAdd($0, ordering: .relaxed) }))
      #expect(done.load(ordering: .relaxed) == experiment.outputShape.count, "\(name.rawValue)")
    }
  }
}
