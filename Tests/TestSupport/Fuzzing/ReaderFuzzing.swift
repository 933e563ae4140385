import Foundation
import Testing

/// Damaged inputs for one reader: first the corpus of what once broke it, then seeded ones.
///
/// A few hundred by themselves. `CONVOSCOPE_FUZZ_COUNT`, `CONVOSCOPE_FUZZ_SEED` and `CONVOSCOPE_FUZZ_FOLDER` make a
/// campaign of it, as `Scripts/campaign` does: in that folder the input at hand lies as `READER.input` while it is read,
/// so that it is there after a trap or a hang; findings stay as `READER-finding-N`, and `READER.txt` counts.
package struct ReaderFuzzing: Sendable {
  /// What a reader did with an input.
  package enum Outcome: Sendable {
    case accepted
    case refused
  }

  /// What stands for the reader in file names and messages.
  package let reader: String
  private let samples: [[UInt8]]
  private let tokens: [String]
  private let repair: @Sendable ([UInt8]) -> [UInt8]

  /// After so many findings nothing new is to be learnt.
  private static let findingLimit = 10

  /// - Parameters:
  ///   - reader: also the folder of its corpus, `Tests/Corpora/READER`.
  ///   - samples: good inputs to start from, beside the corpus.
  ///   - tokens: words that mean something to the reader.
  ///   - repair: mends what would otherwise keep damage out, such as check sums; every other input goes through it.
  package init(
    _ reader: String, samples: [[UInt8]], tokens: [String] = [],
    repair: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) {
    self.reader = reader
    self.samples = samples
    self.tokens = tokens
    self.repair = repair
  }

  /// Gives the inputs to `check`, which throws what it finds, and records the findings as issues.
  package func run(_ check: ([UInt8]) throws -> Outcome) throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["CONVOSCOPE_FUZZ_COUNT"].flatMap { Int($0) } ?? 300
    let seed = environment["CONVOSCOPE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    let desk = environment["CONVOSCOPE_FUZZ_FOLDER"].map { Desk(folder: $0, reader: reader) }
    let corpus = try Self.corpus(of: reader)
    var tally = Tally()
    for (name, bytes) in corpus { tally.add(try examine(bytes, "the corpus's \(name)", desk, tally, check)) }
    var good = 0
    for (index, sample) in samples.enumerated() {
      let outcome = try examine(sample, "sample \(index)", desk, tally, check)
      tally.add(outcome)
      if case .accepted? = outcome { good += 1 }
    }
    // Most damage to what is refused as it is leads nowhere: a format that moves on must take its samples along.
    #expect(2 * good > samples.count, "\(reader): of \(samples.count) samples \(good) are accepted")

    var random = SeededGenerator(seed: seed)
    var mutator = Mutator(samples: samples + corpus.map(\.bytes), tokens: tokens)
    for round in 0..<count where tally.findings < Self.findingLimit {
      let damaged = mutator.next(&random)
      let input = round.isMultiple(of: 2) ? damaged : repair(damaged)
      let outcome = try examine(input, "seed \(seed), round \(round)", desk, tally, check)
      tally.add(outcome)
      if case .accepted? = outcome { mutator.keep(input, &random) }
    }
    try desk?.write(tally, seed: seed)
    // A campaign in which everything is refused, or nothing, looks at one half of the reader only.
    if count >= 300 { #expect(tally.accepted > 0 && tally.refused > 0, "\(reader): \(tally.accepted) accepted") }
  }

  /// What one input leads to; nil is a finding.
  private func examine(
    _ input: [UInt8], _ origin: String, _ desk: Desk?, _ tally: Tally, _ check: ([UInt8]) throws -> Outcome
  ) throws -> Outcome? {
    try desk?.lay(input)
    let start = desk?.now
    defer { if let start { desk?.note(input, since: start) } }
    do {
      return try check(input)
    } catch {
      try desk?.keep(input, number: tally.findings + 1)
      Issue.record("\(reader), \(origin): \(error)\nThe input in base 64: \(Data(input).base64EncodedString())")
      return nil
    }
  }

  private static func corpus(of reader: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = Checkout.root + "/Tests/Corpora/" + reader
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().map { name in
      (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
  }

  private struct Tally {
    var accepted = 0
    var refused = 0
    var findings = 0

    mutating func add(_ outcome: Outcome?) {
      switch outcome {
      case .accepted: accepted += 1
      case .refused: refused += 1
      case nil: findings += 1
      }
    }
  }

  /// Where a campaign writes.
  private final class Desk {
    private let folder: String
    private let reader: String
    private var slowest = Duration.zero

    init(folder: String, reader: String) {
      self.folder = folder
      self.reader = reader
    }

    var now: ContinuousClock.Instant { ContinuousClock.now }

    func lay(_ input: [UInt8]) throws { try write(input, "\(reader).input") }

    func keep(_ input: [UInt8], number: Int) throws { try write(input, "\(reader)-finding-\(number)") }

    /// Times are reported, never asserted; the slowest input stays as `READER.slowest`.
    func note(_ input: [UInt8], since start: ContinuousClock.Instant) {
      let time = ContinuousClock.now - start
      guard time > slowest else { return }
      slowest = time
      try? write(input, "\(reader).slowest")
    }

    func write(_ tally: Tally, seed: UInt64) throws {
      let count = tally.accepted + tally.refused + tally.findings
      let milliseconds = slowest / .milliseconds(1)
      let line =
        "\(reader): \(count) inputs from seed \(seed), \(tally.accepted) accepted, \(tally.refused) refused, "
        + "\(tally.findings) findings, slowest \(Int(milliseconds.rounded())) ms\n"
      try write(Array(line.utf8), "\(reader).txt")
      try FileManager.default.removeItem(atPath: folder + "/\(reader).input")
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
  }
}
