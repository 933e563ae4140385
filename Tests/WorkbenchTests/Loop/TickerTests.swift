import Explorer
import Testing

@testable import Workbench

@Suite("The ticker of playback")
struct TickerTests {
  private func playback(speed: Int, playing: Bool = true) throws -> Playback {
    var explorer = try Examples.explorer()
    try explorer.apply(.speed(speed))
    if playing { try explorer.apply(.play) }
    return explorer.playback
  }

  @Test("nothing is due while nothing plays")
  func paused() throws {
    var ticker = Ticker()
    let paused = try playback(speed: 10, playing: false)
    #expect(ticker.wait(for: paused, now: 0) == nil)
    #expect(!ticker.isDue(now: 1_000_000))
  }

  @Test("the first step comes a period after the start", arguments: [(1, 1000), (10, 100), (60, 16)])
  func period(speed: Int, milliseconds: Int) throws {
    var ticker = Ticker()
    #expect(ticker.wait(for: try playback(speed: speed), now: 5000) == milliseconds)
    #expect(!ticker.isDue(now: 5000 + milliseconds - 1))
    #expect(ticker.isDue(now: 5000 + milliseconds))
  }

  @Test("a slow frame does not slow the rhythm down")
  func rhythm() throws {
    var ticker = Ticker()
    let playback = try playback(speed: 10)
    _ = ticker.wait(for: playback, now: 0)
    ticker.stepped(playback)
    // 30 ms went by with drawing: the second step is due at 200, not at 230.
    #expect(ticker.wait(for: playback, now: 130) == 70)
  }

  @Test("after a long stop the rhythm starts afresh instead of catching up")
  func stop() throws {
    var ticker = Ticker()
    let playback = try playback(speed: 10)
    _ = ticker.wait(for: playback, now: 0)
    ticker.stepped(playback)
    #expect(ticker.wait(for: playback, now: 60_000) == 100)
    #expect(!ticker.isDue(now: 60_050))
  }

  @Test("a faster speed counts at once")
  func faster() throws {
    var ticker = Ticker()
    _ = ticker.wait(for: try playback(speed: 1), now: 0)
    #expect(ticker.wait(for: try playback(speed: 60), now: 10) == 16)
  }
}
