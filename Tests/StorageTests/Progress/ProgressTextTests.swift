import TestSupport
import Testing

@testable import Storage

@Suite struct ProgressTextTests {
  private func sample() throws -> Progress {
    Progress(
      done: [
        try TaskReference(lesson: "current", task: "done"), try TaskReference(lesson: "end", task: "1"),
        try TaskReference(lesson: "sliding-window", task: "reach_cell"),
      ],
      current: try TaskReference(lesson: "sliding-window", task: "done"))
  }

  @Test("What was written is read back, whatever lessons are called")
  func roundTrip() throws {
    for progress in [try sample(), Progress()] {
      let (result, damage) = ProgressText.read(ProgressText.write(progress))
      #expect(result == progress)
      #expect(damage == nil)
    }
  }

  @Test("A file that is cut anywhere is known for it, and its whole lines are kept")
  func everyPrefix() throws {
    let bytes = ProgressText.write(try sample())
    for count in 0..<bytes.count {
      let (result, damage) = ProgressText.read(Array(bytes.prefix(count)))
      #expect(damage != nil, "cut to \(count) bytes")
      #expect(result.done.isSubset(of: try sample().done))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let cut = Array(lines.prefix(3).joined(separator: "\n").utf8) + [0x0A]
    #expect(ProgressText.read(cut).progress.done.count == 2)
    #expect(ProgressText.read(cut).damage == .truncated)
  }

  @Test("Damage is named, and what can be understood is kept")
  func damage() throws {
    func read(_ text: String) -> (progress: Progress, damage: ProgressDamage?) { ProgressText.read(Array(text.utf8)) }
    #expect(read("convoscope-progress 2\n@end\t0\n").damage == .unknownVersion)
    #expect(read("").damage == .unknownVersion)
    #expect(ProgressText.read([0xFF, 0xFE]).damage == .notUTF8)
    let odd = read("convoscope-progress 1\na\tb\tdone\n../x\ty\tdone\nc\td\tdone\n@end\t3\n")
    #expect(odd.damage == .badLine(3))
    #expect(odd.progress.done.count == 2)
    #expect(read("convoscope-progress 1\n@end\t0\nmore\n").damage != nil)
  }

  @Test("2,000 seeded mutations never trap")
  func mutations() throws {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    let bytes = ProgressText.write(try sample())
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let (result, _) = ProgressText.read(damaged)
      #expect(result.done.count <= 4, "seed \(seed)")
    }
  }

  @Test("Identifiers are short and of a-z, 0-9, - and _", arguments: ["", "A", "a b", "a/b", "..", "é", "a\n"])
  func identifiers(text: String) throws {
    #expect(throws: StorageError.badIdentifier(text)) { try TaskReference(lesson: text, task: "a") }
    #expect(throws: StorageError.badIdentifier(text)) { try TaskReference(lesson: "a", task: text) }
    #expect(TaskReference.isIdentifier(String(repeating: "a", count: 100)))
    #expect(!TaskReference.isIdentifier(String(repeating: "a", count: 101)))
  }
}
