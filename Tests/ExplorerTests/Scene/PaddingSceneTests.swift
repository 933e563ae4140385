import ConvolutionEngine
import Testing

@testable import Explorer

/// The input is `numpy.arange(12).reshape(3, 4)`; the tables are what `numpy.pad` of NumPy 2.4.6 makes of it with the modes
/// constant (with −1), reflect, edge and wrap, one axis after the other where they differ, as far out as is legal.
@Suite("The padding of the scene")
struct PaddingSceneTests {
  struct Table {
    let modes: PerAxis<PaddingMode>
    let padding: Padding
    let padded: [[Float]]
  }

  static let tables: [Table] = [
    Table(
      modes: PerAxis(vertical: .zeros, horizontal: .zeros), padding: Padding(top: 5, left: 4, bottom: 3, right: 6),
      padded: [
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, 0, 1, 2, 3, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, 8, 9, 10, 11, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
      ]),
    Table(
      modes: PerAxis(vertical: .reflect, horizontal: .reflect), padding: Padding(top: 2, left: 3, bottom: 2, right: 3),
      padded: [
        [11, 10, 9, 8, 9, 10, 11, 10, 9, 8],
        [7, 6, 5, 4, 5, 6, 7, 6, 5, 4],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [7, 6, 5, 4, 5, 6, 7, 6, 5, 4],
        [11, 10, 9, 8, 9, 10, 11, 10, 9, 8],
        [7, 6, 5, 4, 5, 6, 7, 6, 5, 4],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
      ]),
    Table(
      modes: PerAxis(vertical: .replicate, horizontal: .replicate),
      padding: Padding(top: 5, left: 4, bottom: 3, right: 6),
      padded: [
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3],
        [4, 4, 4, 4, 4, 5, 6, 7, 7, 7, 7, 7, 7, 7],
        [8, 8, 8, 8, 8, 9, 10, 11, 11, 11, 11, 11, 11, 11],
        [8, 8, 8, 8, 8, 9, 10, 11, 11, 11, 11, 11, 11, 11],
        [8, 8, 8, 8, 8, 9, 10, 11, 11, 11, 11, 11, 11, 11],
        [8, 8, 8, 8, 8, 9, 10, 11, 11, 11, 11, 11, 11, 11],
      ]),
    Table(
      modes: PerAxis(vertical: .circular, horizontal: .circular),
      padding: Padding(top: 3, left: 4, bottom: 3, right: 4),
      padded: [
        [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
        [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
        [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
      ]),
    Table(
      modes: PerAxis(vertical: .reflect, horizontal: .circular), padding: Padding(top: 2, left: 4, bottom: 2, right: 4),
      padded: [
        [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
        [4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7],
        [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3],
      ]),
    Table(
      modes: PerAxis(vertical: .zeros, horizontal: .replicate), padding: Padding(top: 2, left: 3, bottom: 1, right: 5),
      padded: [
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
        [0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3],
        [4, 4, 4, 4, 5, 6, 7, 7, 7, 7, 7, 7],
        [8, 8, 8, 8, 9, 10, 11, 11, 11, 11, 11, 11],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
      ]),
    Table(
      modes: PerAxis(vertical: .replicate, horizontal: .reflect),
      padding: Padding(top: 4, left: 3, bottom: 1, right: 3),
      padded: [
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [3, 2, 1, 0, 1, 2, 3, 2, 1, 0],
        [7, 6, 5, 4, 5, 6, 7, 6, 5, 4],
        [11, 10, 9, 8, 9, 10, 11, 10, 9, 8],
        [11, 10, 9, 8, 9, 10, 11, 10, 9, 8],
      ]),
  ]

  private func state(_ table: Table) throws -> ExplorerState {
    let rows: [[Float]] = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    var parameters = Parameters(defaultsOf: OperatorDescription.conv2d.parameters)
    parameters[.padding] = .sides(table.padding)
    parameters[.paddingMode] = .modes(table.modes)
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: try Tensor(rows: rows), .weights: try Tensor(rows: [[1]])]),
      parameters: parameters)
    return ExplorerState(document: ExplorerDocument(experiment: experiment))
  }

  @Test("every position shows the value of numpy.pad, and says which cell it is from", arguments: tables.indices)
  func values(index: Int) throws {
    let table = Self.tables[index]
    let state = try state(table)
    let scene = state.scene(through: Examples.wide).input
    #expect(scene.extent.rows.count == table.padded.count && scene.extent.columns.count == table.padded[0].count)
    for (row, line) in zip(scene.extent.rows, table.padded) {
      for (column, expected) in zip(scene.extent.columns, line) {
        let cell = try #require(scene[row: row, column: column])
        let place: Comment = "row \(row), column \(column)"
        if expected == -1 {
          #expect(cell.ghost == .zero && cell.value == 0, place)
        } else if (0..<3).contains(row), (0..<4).contains(column) {
          #expect(cell.ghost == nil && cell.value == expected, place)
        } else {
          // The values are their own places in reading order.
          #expect(cell.ghost == .copy(row: Int(expected) / 4, column: Int(expected) % 4), place)
          #expect(cell.value == expected, place)
        }
      }
    }
  }

  @Test("every position can be selected, and then its source is marked", arguments: tables.indices)
  func sources(index: Int) throws {
    let table = Self.tables[index]
    var state = try state(table)
    var viewport = Examples.wide
    viewport.linkedGrid = .input
    for row in state.extent(of: .input).rows {
      for column in state.extent(of: .input).columns {
        try state.apply(.select(.input, row: row, column: column))
        let scene = state.scene(through: viewport).input
        #expect(scene[row: row, column: column]?.marks.contains(.cursor) == true)
        var marked: [SceneCell.Ghost] = []
        for row in 0..<3 {
          for column in 0..<4 where scene[row: row, column: column]?.marks.contains(.linked) == true {
            marked.append(.copy(row: row, column: column))
          }
        }
        let ghost = try #require(scene[row: row, column: column]).ghost
        #expect(marked == (ghost == nil || ghost == .zero ? [] : [ghost]))
      }
    }
  }

  @Test("every mode has a table on every side")
  func allModes() {
    let sides = Self.tables.filter { $0.padding.top * $0.padding.left * $0.padding.bottom * $0.padding.right > 0 }
    #expect(Set(sides.map(\.modes.vertical)) == Set(PaddingMode.allCases))
    #expect(Set(sides.map(\.modes.horizontal)) == Set(PaddingMode.allCases))
  }

  @Test("beyond the padding nothing can be selected, and less padding takes the selection along")
  func limits() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.select(.input, row: -1, column: 7))
    #expect(throws: ExplorerError.noSuchCell(row: -2, column: 0, size: state.experiment.inputShape)) {
      try state.apply(.select(.input, row: -2, column: 0))
    }
    try state.apply(.set(.padding, .sides(.none)))
    #expect(state.inputCursor == Coordinate(row: 0, column: 6))
  }
}
