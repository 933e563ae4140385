import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Screens of the dense layer")
struct DenseScreenTests {
  private static let small = Size(rows: 12, columns: 40)
  private static let wide = Size(rows: 40, columns: 140)

  /// The screens after each of some rows of keys.
  private func screens(
    _ text: String, _ size: Size = ScreenExamples.ordinary, lesson: Lesson? = nil, keys: [String] = []
  ) throws -> String {
    var state = try ScreenExamples.workbench(size, lesson: lesson)
    _ = state.run(line: "study dense \(text)")
    var screens = [state.screen()]
    for keys in keys {
      state.type(keys)
      screens.append(state.screen())
    }
    return screens.joined(separator: "\n\n")
  }

  @Test("no rule, translation, both, at the rim, and seen from an input")
  func rules() throws {
    expectGolden(try screens("4x4", keys: ["t", "DD", "g", "w"]), named: "dense-80x24.txt")
  }

  @Test("the matrix of all weights: each its own, then Toeplitz, then a band")
  func matrix() throws {
    expectGolden(try screens("4x4", keys: ["v", "t", "DD", "w"]), named: "dense-matrix-80x24.txt")
  }

  @Test("beside a lesson below, and in ASCII without colours")
  func lesson() throws {
    let below = try screens("5x5 tied delta 1", lesson: ScreenExamples.lesson())
    var plain = try ScreenExamples.workbench(depth: .mono, unicode: false, lesson: ScreenExamples.lesson())
    _ = plain.run(line: "study dense 4x4 delta 1")
    expectGolden(below + "\n\n" + plain.screen(), named: "dense-lesson-80x24.txt")
  }

  @Test("on a small screen")
  func small() throws {
    expectGolden(
      try screens("4x4", Self.small, keys: ["tDD", "w", "v"]) + "\n\n" + screens("1x8 tied delta 1", Self.small),
      named: "dense-40x12.txt")
  }

  @Test("on a wide screen, with V beside the slice")
  func wide() throws {
    expectGolden(
      try screens("5x5 tied delta 1", Self.wide) + "\n\n" + screens("4x4 tied", Self.wide, keys: ["v"]),
      named: "dense-140x40.txt")
  }

  @Test("very large layers are counted, and scrolled to the selected cell")
  func large() throws {
    expectGolden(
      try screens("200x200 tied delta 1", keys: ["tddddddddddddd", "v"]) + "\n\n" + screens("4000x4000")
        + "\n\n" + screens("4096x4096 tied", keys: ["v"]), named: "dense-large-80x24.txt")
  }

  @Test("stand on every size of screen, at every corner, with every rule", arguments: [1, 2, 3] as [UInt64])
  func anySize(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = try ScreenExamples.workbench(lesson: seed == 1 ? ScreenExamples.lesson() : nil)
    for _ in 0..<60 {
      let rows = Int.random(in: 1...9, using: &generator)
      let columns = Int.random(in: 1...9, using: &generator)
      let words = [" tied", " delta 1", " no-bias"].filter { _ in Bool.random(using: &generator) }.joined()
      _ = state.run(line: "study dense \(rows)x\(columns)\(words)")
      state.resize(
        to: Size(rows: Int.random(in: 8...45, using: &generator), columns: Int.random(in: 36...150, using: &generator)))
      state.type(["g", "G", "w", "v", "b"].randomElement(using: &generator) ?? "g")
      let surface = state.draw()
      #expect(surface.size == state.size)
    }
  }
}
