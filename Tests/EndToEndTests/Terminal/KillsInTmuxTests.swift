import Foundation
import TestSupport
import Testing

/// The real program, killed as by a power cut at seeded moments while it writes sessions and copies for recovery.
///
/// A dozen moments by themselves; `CONVOSCOPE_KILLS` and `CONVOSCOPE_FUZZ_SEED` make a campaign of it, as
/// `Scripts/campaign` does, which finds the number of kills in `CONVOSCOPE_FUZZ_FOLDER`, and of those in the midst of a
/// write.
@Suite("Kills during saves")
struct KillsInTmuxTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["CONVOSCOPE_KILLS"].flatMap { Int($0) } ?? 12
  private static let seed = environment["CONVOSCOPE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20

  /// So many edits that going from one end of them to the other is copied for recovery at once.
  private static let edits = 250

  @Test("a killed save leaves the old file or the new one, whole, and the next start offers what was done")
  func kills() throws {
    let home = try TemporaryFolder()
    let base = try home.write(Self.session(), to: "base.txt")
    let program = "\(TmuxSession.quoted(try Checkout.binary())) --session \(base)"
    var random = SeededGenerator(seed: Self.seed)
    var hasCopy = false
    var midst = 0
    for round in 0..<Self.kills {
      let note: Comment = "kill \(round) of \(Self.kills), seed \(Self.seed)"
      // A terminal of its own for each run: keys that a killed one has not read would answer the question of the next.
      try TmuxSession.with(
        command: "echo $$ > \(home.path("pid")); exec \(program)",
        environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"]
      ) { session in
        if hasCopy {
          try session.waitForScreen(containing: "did not end well")
          try session.press(Bool.random(using: &random) ? "y" : "n")
        }
        try session.waitForScreen("shows the grids, and no question") {
          $0.contains("Kernel 1×1") && !$0.contains("did not end well")
        }
        // A copy of this run is there before it goes on; only a save that keeps everything takes it away again.
        try session.type(":go-to-edit 1\r")
        try session.waitForScreen("is copied") { _ in !Self.copies(home).isEmpty }
        let save = ":session save \(home.path("out.txt"))\r"
        let way = ":go-to-edit \(Self.edits - 1)\r" + save + ":go-to-edit 1\r"
        // Whoever has the old file open reads it to its end, whatever is saved meanwhile.
        let old = FileHandle(forReadingAtPath: home.path("out.txt"))
        let content = try? home.read("out.txt")
        var watch = SaveWatch(home: home)
        try session.type(way + save + way)
        watch.wait(files: .random(in: 1...4, using: &random), looks: .random(in: 0...60, using: &random))
        #expect(kill(try Self.process(home), SIGKILL) == 0, note)
        #expect(try session.waitForExit() == 128 + SIGKILL, note)
        #expect(watch.halves == [], "\(note): seen while it was saved")
        #expect(try old?.readToEnd().map { [UInt8]($0) } == content, "\(note): the old file was written to")
        midst += watch.endedInMidstOfWrite ? 1 : 0
      }
      try Self.report("\(round + 1) \(midst)")
      let saved = try? home.read("out.txt")
      if let saved { #expect(Self.isWhole(saved), note) }
      let copies = Self.copies(home)
      for name in copies {
        #expect(Self.isWhole(try home.read("state/convoscope/recovery/\(name)")), "\(note), \(name)")
      }
      hasCopy = !copies.isEmpty
      #expect(hasCopy || saved != nil, note)
    }
    #expect(Self.isWhole(try home.read("base.txt")), "nobody saved to it")
  }

  /// Leaves the number of kills for a campaign.
  private static func report(_ text: String) throws {
    guard let folder = environment["CONVOSCOPE_FUZZ_FOLDER"] else { return }
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/kills-\(seed).kills"))
  }

  private static func process(_ home: TemporaryFolder) throws -> Int32 {
    let text = String(decoding: try home.read("pid"), as: UTF8.self)
    guard let process = Int32(text.filter(\.isNumber)) else { throw TestFailure("no process number: \(text)") }
    return process
  }

  fileprivate static func copies(_ home: TemporaryFolder) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: home.path("state/convoscope/recovery"))
    return (names ?? []).filter { $0.hasSuffix(".session") && !$0.hasPrefix(".") }
  }

  /// Whether the text begins as a session and its last line counts the lines before it.
  fileprivate static func isWhole(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.first == "convoscope session 1" && lines.last == ""
      && lines.dropLast().last == "end \(lines.count - 2)"
  }

  /// A session of many edits of one cell.
  private static func session() -> String {
    var lines = [
      "convoscope session 1", "operator conv2d", "set padding 1", "reveal live",
      "grid input 1x1x3x3 % 0 0 0 0 1 0 0 0 0", "grid kernel 1x1x1x1 % 2",
    ]
    for edit in 1...edits { lines.append("\(edit) after \(edit - 1) edit input 0 0 \(edit % 7)") }
    lines += [
      "at \(edits)", "cell 0 0 0 0", "input-cursor 0 0 0 0", "kernel-cursor 0 0 0 0", "speed 6",
    ]
    return (lines + ["end \(lines.count)", ""]).joined(separator: "\n")
  }
}

/// Somebody who looks at the files all the time while they are saved.
private struct SaveWatch {
  private let home: TemporaryFolder
  /// What earlier kills left behind: no writes of this run.
  private let strangers: Set<String>
  private var seen: [String: [UInt8]] = [:]
  /// Names and lengths of files that were no whole session when they were looked at.
  private(set) var halves: [String] = []

  init(home: TemporaryFolder) {
    self.home = home
    strangers = Self.temporaries(home)
  }

  /// Whether a file was half written when the program died.
  var endedInMidstOfWrite: Bool { !Self.temporaries(home).subtracting(strangers).isEmpty }

  /// Waits until so many temporary files have come and gone, then looks a few times more: a moment in the middle of a
  /// save. Gives up after a while, which is a moment as well.
  mutating func wait(files: Int, looks: Int) {
    var come: Set<String> = []
    for _ in 0..<20_000 where come.count < files {
      come.formUnion(Self.temporaries(home).subtracting(strangers))
      look()
    }
    for _ in 0..<looks { look() }
  }

  private mutating func look() {
    for name in ["out.txt"] + KillsInTmuxTests.copies(home).map({ "state/convoscope/recovery/" + $0 }) {
      // Only what has changed is read line by line.
      guard let bytes = try? home.read(name), bytes != seen[name] else { continue }
      seen[name] = bytes
      if !KillsInTmuxTests.isWhole(bytes) { halves.append("\(name), \(bytes.count) bytes") }
    }
  }

  private static func temporaries(_ home: TemporaryFolder) -> Set<String> {
    let folders = ["", "state/convoscope/recovery"]
    let names = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: home.path($0))) ?? [] }
    return Set(names.filter { $0.hasSuffix(".tmp") })
  }
}
