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
}
