import ConvolutionEngine

/// Measures the fast convolutions: `convbench THREADS [--only SUBSTRING] [--budget SECONDS] [--burst yes|no]
/// [--digits FOLDER]`.
///
/// With more than one thread all is measured inside a burst, whose workers stay awake between calls, as those of the peers
/// do (OpenMP's spin by default); `--burst no` leaves each call to wake its own.
/// Prints one JSON object a line in the form of the script that measures the peers, with the rate in GFLOP/s, its share of the
/// measured multiply-add peak of that many threads, and the distance from the reference.
@main
struct Convbench {
  static func main() throws {
    guard let settings = Settings(arguments: Array(CommandLine.arguments.dropFirst())) else {
      print(usage)
      return
    }
    guard settings.isBurst else { return try measure(settings) }
    try Burst.run(workers: settings.workers) { workers in
      var settings = settings
      settings.workers = workers
      try measure(settings)
    }
  }

  private static let usage = """
    usage: convbench THREADS [--only SUBSTRING] [--budget SECONDS] [--burst yes|no] [--digits FOLDER]
    Workers stay awake between calls, as those of other libraries do, unless --burst is no.
    FOLDER holds images.npy and labels.npy of handwritten digits; Lessons/data/digits unless given.
    """

  private static func measure(_ settings: Settings) throws {
    let peak = Stopwatch.peak(.best)
    for benchmark in ConvolutionBenchmark.all where settings.wants(benchmark.name) {
      for row in try benchmark.measure(settings: settings, peak: peak) { print(row.json) }
    }
    for benchmark in TransposedBenchmark.all where settings.wants(benchmark.name) {
      report(try benchmark.measure(settings: settings, peak: peak), benchmark.name)
    }
    for benchmark in ScalingBenchmark.all where settings.wants(benchmark.name) {
      report(try benchmark.measure(settings: settings), benchmark.name)
    }
    for benchmark in LargeKernelBenchmark.all where settings.wants(benchmark.name) {
      report(try benchmark.measure(settings: settings), benchmark.name)
    }
    try TrainingBenchmark.measure(settings: settings)
    let planes = PlaneBenchmark.all.filter { settings.wants($0.name) }
    guard !planes.isEmpty else { return }
    let copyRate = PlaneBenchmark.copyRate(settings: settings)
    for benchmark in planes {
      report(try benchmark.measure(settings: settings, peak: peak, copyRate: copyRate), benchmark.name)
    }
  }

  /// Prints a row, or that the algorithm refused the shape, as the script for the peers says it.
  private static func report(_ row: ReportRow?, _ name: String) {
    print(row?.json ?? "{\"name\":\"\(name)\",\"error\":\"refused\"}")
  }
}

/// What the command line asks for.
struct Settings {
  var threads = 1
  /// A part of the names of the benchmarks to run; empty for all.
  var only = ""
  /// Seconds for each benchmark.
  var budget = 0.7
  /// Whether the workers stay awake between calls.
  var isBurst = true
  /// Where the digits lie.
  var digits = "Lessons/data/digits"
  /// Those of the burst, or as many as threads were asked for.
  var workers: Workers

  /// nil for arguments that are not understood.
  init?(arguments: [String]) {
    guard let threads = arguments.first.flatMap({ Int($0) }), threads >= 1 else { return nil }
    self.threads = threads
    workers = Workers(threads)
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--only": only = value
      case "--digits": digits = value
      case "--budget":
        guard let seconds = Double(value) else { return nil }
        budget = seconds
      case "--burst":
        guard ["yes", "no"].contains(value) else { return nil }
        isBurst = value == "yes"
      default: return nil
      }
    }
  }

  /// Whether a benchmark of that name is to run.
  func wants(_ name: String) -> Bool { only.isEmpty || name.contains(only) }
}
