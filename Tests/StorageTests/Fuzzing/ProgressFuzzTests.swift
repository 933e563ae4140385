import TestSupport
import Testing

@testable import Storage

/// Damaged progress files: what can be understood is kept, and survives being written.
@Suite("Fuzzed progress")
struct ProgressFuzzTests {
  @Test("no damaged progress file breaks the reader") func progress() throws {
    let sample = """
      convoscope-progress 1
      current\tdone\tdone
      end\t1\tdone
      sliding-window\treach_cell\tdone
      @current\tsliding-window\tdone
      @end\t4

      """
    let tokens = ["@end\t", "@current\t", "\tdone\n", "\n", "\t", "convoscope-progress 1\n", "2", "@", "\r", "\0", "é"]
    try ReaderFuzzing("progress", samples: [Array(sample.utf8)], tokens: tokens).run { input in
      let (progress, damage) = ProgressText.read(input)
      let (again, other) = ProgressText.read(ProgressText.write(progress))
      try require(again == progress && other == nil, "writing gave another progress back")
      try require(damage != nil || ProgressText.write(progress).count <= input.count, "more than was read")
      return damage == nil ? .accepted : .refused
    }
  }
}
