import ConvolutionEngine

/// Seconds per call of something that was called again and again.
struct Stopwatch {
  private let sorted: [Double]

  init(_ times: [Double]) {
    sorted = times.sorted()
  }

  /// Two calls unmeasured, then at least 9 and at most 400 within `budget` seconds: as the peers are measured. What is too
  /// short for the clock is called `inner` times in a row.
  static func times(budget: Double, inner: Int = 1, _ body: () -> Void) -> Stopwatch {
    body()
    body()
    var times: [Double] = []
    let clock = ContinuousClock()
    let begin = clock.now
    while times.count < 400, times.count < 9 || seconds(clock.now - begin) < budget {
      let time = clock.measure { for _ in 0..<inner { body() } }
      times.append(seconds(time) / Double(inner))
    }
    return Stopwatch(times)
  }

  /// As `times(budget:_:)`, of two things in turn, so that what slows the machine for a while slows both.
  static func alternately(budget: Double, _ first: () -> Void, _ second: () -> Void) -> (Stopwatch, Stopwatch) {
    first()
    second()
    var times: ([Double], [Double]) = ([], [])
    let clock = ContinuousClock()
    let begin = clock.now
    while times.0.count < 4000, times.0.count < 9 || seconds(clock.now - begin) < budget {
      times.0.append(seconds(clock.measure(first)))
      times.1.append(seconds(clock.measure(second)))
    }
    return (Stopwatch(times.0), Stopwatch(times.1))
  }

  /// As `times(budget:_:)`, each time the mean of 20 calls.
  static func perCall<Failure: Error>(
    budget: Double, _ body: () throws(Failure) -> Void
  ) throws(Failure) -> Stopwatch {
    var times: [Double] = []
    let clock = ContinuousClock()
    let begin = clock.now
    for _ in 0..<40 { try body() }
    while times.count < 400, times.count < 9 || seconds(clock.now - begin) < budget {
      let start = clock.now
      for _ in 0..<20 { try body() }
      times.append(seconds(clock.now - start) / 20)
    }
    return Stopwatch(times)
  }

  /// Seconds of a single call.
  static func once<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    return seconds(clock.now - start)
  }

  /// The float operations of one thread in a second, at best: the fastest of some runs of multiply-adds on registers.
  static func peak(_ kernels: VectorKernels) -> Double {
    var best = 0.0
    for _ in 0..<20 {
      var operations = 0.0
      let time = seconds(ContinuousClock().measure { operations = kernels.multiplyAdd(rounds: 2_000_000) })
      best = max(best, operations / time)
    }
    return best
  }

  var count: Int { sorted.count }
  var least: Double { sorted.first ?? .nan }
  var median: Double { quantile(0.5) }
  func quantile(_ part: Double) -> Double { sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))] }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
