import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The odd cell of padding")
struct OddPaddingTests {
  private func odd(_ state: ExplorerState) -> Set<Coordinate> {
    let input = state.scene(through: Examples.wide).input
    var places: Set<Coordinate> = []
    for row in input.visible.rows {
      for column in input.visible.columns where input[row: row, column: column]?.marks.contains(.odd) == true {
        places.insert(Coordinate(row: row, column: column))
      }
    }
    return places
  }

  @Test("same padding of an even kernel has its odd row at the bottom and its odd column at the right")
  func evenKernel() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .named(.same)))
    #expect(state.oddPadding.row == nil && state.oddPadding.column == nil && odd(state).isEmpty)
    try state.apply(.resize(.weights, PerAxis(vertical: 4, horizontal: 2)))
    #expect(state.oddPadding.row == 8 && state.oddPadding.column == 7)
    // Rows −1 to 8 and columns 0 to 7 with the padding: 1 above and 2 below, none to the left and 1 to the right.
    #expect(
      odd(state)
        == Set((0...7).map { Coordinate(row: 8, column: $0) } + (-1...8).map { Coordinate(row: $0, column: 7) }))
  }

  @Test("with a stride an odd kernel may have one as well, and copies are marked like zeros")
  func stride() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.paddingMode, .modes(PerAxis(.reflect))))
    try state.apply(.resize(.input, PerAxis(vertical: 8, horizontal: 7)))
    try state.apply(.set(.padding, .named(.same)))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    // Eight rows with stride 2 need 7 + 2 − 8 = 1 row of padding, seven columns 6 + 3 − 7 = 2.
    #expect(state.oddPadding.row == 8 && state.oddPadding.column == nil)
    #expect(odd(state) == Set((-1...7).map { Coordinate(row: 8, column: $0) }))
  }

  @Test("a signal of mode same has it before its beginning, as SciPy has; padding in cells is never odd")
  func signal() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.operation(.conv1d, row: 3))
    try state.apply(.preset(.weights, "edge-1x2", size: nil))
    try state.apply(.set(.mode, .signalMode(.same)))
    #expect(odd(state) == [Coordinate(row: 0, column: -1)])
    try state.apply(.clear(.mode))
    try state.apply(.set(.padding, .ends(AxisPadding(before: 1, after: 2))))
    #expect(odd(state).isEmpty)
  }

  @Test("for every size the odd side has exactly one more than the other", arguments: [PaddingMode.zeros, .replicate])
  func everySize(mode: PaddingMode) throws {
    for kernel in 1...5 {
      for stride in 1...3 {
        for size in 4...9 {
          var state = try Examples.plusUnderSobel()
          try state.apply(.set(.padding, .sides(.none)))
          try state.apply(.resize(.input, PerAxis(size + 4)))
          try state.apply(.resize(.weights, PerAxis(kernel)))
          try state.apply(.set(.paddingMode, .modes(PerAxis(mode))))
          try state.apply(.set(.stride, .axes(PerAxis(stride))))
          try state.apply(.set(.padding, .named(.same)))
          let padding = state.experiment.padding
          #expect((state.oddPadding.row != nil) == (padding.bottom == padding.top + 1))
          #expect(odd(state).isEmpty == (padding.bottom == padding.top))
        }
      }
    }
  }
}
