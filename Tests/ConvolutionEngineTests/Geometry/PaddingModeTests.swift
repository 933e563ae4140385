import ConvolutionEngine
import Testing

/// The tables are `numpy.pad(numpy.arange(n), 9, mode=…)` of NumPy 2.4.6, modes constant (with −1), reflect, edge and wrap.
@Suite struct PaddingModeTests {
  static let tables: [(mode: PaddingMode, count: Int, padded: [Int])] = [
    (.zeros, 1, [-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1]),
    (.zeros, 3, [-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1, -1, -1, -1, -1, -1]),
    (.reflect, 1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    (.reflect, 2, [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]),
    (.reflect, 3, [1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1]),
    (.reflect, 4, [3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0]),
    (.replicate, 1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    (.replicate, 3, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
    (.circular, 1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    (.circular, 2, [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]),
    (.circular, 3, [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]),
    (.circular, 4, [3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0]),
  ]

  @Test("every mode finds the sources of numpy.pad, at any distance", arguments: tables.indices)
  func matchesNumPy(index: Int) {
    let table = Self.tables[index]
    let sources = (-9..<(table.count + 9)).map { table.mode.source(of: $0, count: table.count) ?? -1 }
    #expect(sources == table.padded)
  }

  @Test("every mode has a table")
  func allModes() {
    #expect(Set(Self.tables.map(\.mode)) == Set(PaddingMode.allCases))
  }

  @Test("the farthest positions do not overflow", arguments: PaddingMode.allCases)
  func farAway(mode: PaddingMode) {
    for position in [Int.min, Int.max] {
      let source = mode.source(of: position, count: 5)
      #expect(source.map { (0..<5).contains($0) } ?? (mode == .zeros))
    }
  }
}
