import ConvolutionEngine

/// Measures the fast convolutions: `convbench THREADS [--only SUBSTRING] [--budget SECONDS]`.
///
/// Prints one JSON object a line in the form of the script that measures the peers, with the rate in GFLOP/s, its share of the
/// measured multiply-add peak of that many threads, and the distance from the reference.
@main
struct Convbench {
  static func main() throws {
    guard let settings = Settings(arguments: Array(CommandLine.arguments.dropFirst())) else {
      print("usage: convbench THREADS [--only SUBSTRING] [--budget SECONDS]")
      return
    }
    let peak = Stopwatch.peak(.best)
    for benchmark in ConvolutionBenchmark.all where settings.only.isEmpty || benchmark.name.contains(settings.only) {
      print(try benchmark.measure(settings: settings, peak: peak))
    }
    let planes = PlaneBenchmark.all.filter { settings.only.isEmpty || $0.name.contains(settings.only) }
    guard !planes.isEmpty else { return }
    let copyRate = PlaneBenchmark.copyRate(settings: settings)
    for benchmark in planes { print(try benchmark.measure(settings: settings, peak: peak, copyRate: copyRate)) }
  }
}

/// What the command line asks for.
struct Settings {
  var threads = 1
  /// A part of the names of the benchmarks to run; empty for all.
  var only = ""
  /// Seconds for each benchmark.
  var budget = 0.7

  /// nil for arguments that are not understood.
  init?(arguments: [String]) {
    guard let threads = arguments.first.flatMap({ Int($0) }), threads >= 1 else { return nil }
    self.threads = threads
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--only": only = value
      case "--budget":
        guard let seconds = Double(value) else { return nil }
        budget = seconds
      default: return nil
      }
    }
  }
}
