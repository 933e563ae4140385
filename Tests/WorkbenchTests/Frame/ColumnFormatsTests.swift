import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Digits by column")
struct ColumnFormatsTests {
  private func workbench(_ rows: [[Float]], size: Size = ScreenExamples.ordinary) throws -> WorkbenchState {
    try ScreenExamples.workbench(
      input: try Tensor(rows: rows), kernel: try Tensor(rows: [[1]]), size: size, name: "table")
  }

  @Test("a column of long numbers has its own decimals and width, and leaves the others theirs")
  func long() throws {
    var state = try workbench([[1, 0.25, 3], [-20, 0.125, 4], [3, 7, 5]])
    let frame = state.prepareFrame()
    let formats = try #require(frame.formats[.input])
    #expect((0..<3).map { formats[$0].decimals } == [0, 3, 0])
    #expect((0..<3).map { formats[$0].width } == [3, 5, 2])
    let placement = try #require(frame.placements[.input])
    #expect((0..<3).map(placement.width) == [3, 5, 2])
    // Brackets and gaps between: the second number begins after the first and its gap.
    #expect(placement.column(1) == placement.column(0) + 3 + placement.gap)
    #expect(placement.column(2) == placement.column(1) + 5 + placement.gap)
    let lines = state.draw().lines
    #expect(lines.contains { $0.contains("-20") && $0.contains(" 0.125") && $0.contains("4") }, "\(lines)")
    #expect(lines.contains { $0.contains(" 7.000") })
  }

  @Test("no column is wider by itself than all of them are together")
  func capped() throws {
    // One third has no exact form, and 0.015625 has one of eight columns.
    var state = try workbench([[1.0 / 3, 0.015625], [1, 2]])
    let formats = try #require(state.prepareFrame().formats[.input])
    #expect(formats.shared.width == 5)
    #expect((0..<2).allSatisfy { formats[$0].width <= 5 })
  }

  @Test("a copy in the padding is written like the column it is a copy of")
  func padding() throws {
    var state = try workbench([[1, 0.25, 3], [2, 0.5, 4], [3, 7, 5]])
    _ = state.run(line: "padding 1")
    #expect(state.prepareFrame().formats[.input]?[-1].decimals == 0)
    _ = state.run(line: "padding-mode reflect")
    #expect(state.prepareFrame().formats[.input]?[-1].decimals == 2)
    #expect(state.prepareFrame().formats[.input]?[3].decimals == 2)
  }

  @Test("whole numbers of different lengths stand evenly where there is room for that, else as close as they can")
  func even() throws {
    let row: [Float] = [1, -100, 2, 3, 4, 5, 6, 7]
    var wide = try workbench([row, row], size: Size(rows: 24, columns: 120))
    #expect(wide.prepareFrame().placements[.input]?.isVaried == false)
    var narrow = try workbench([row, row], size: Size(rows: 24, columns: 84))
    let placement = try #require(narrow.prepareFrame().placements[.input])
    #expect(placement.columns == 8)
  }

  @Test("a grid that scrolls has one format for all columns, so that as many fit everywhere")
  func scrolling() throws {
    let row = (0..<30).map { $0 == 3 ? Float(0.125) : Float($0) }
    var state = try workbench([row, row], size: Size(rows: 12, columns: 40))
    let placement = try #require(state.prepareFrame().placements[.input])
    #expect(!placement.isVaried)
    #expect(state.screen().contains("."), "the one format has decimals")
  }

  @Test("columns keep their width while the output is revealed", arguments: [RevealMode.live, .stepping])
  func calm(reveal: RevealMode) throws {
    var state = try workbench([[1, 0.25, 3], [-2, 0.125, 400], [3, 7, 5]])
    _ = state.apply(.explorer(.reveal(reveal)))
    let first = state.prepareFrame()
    #expect(first.placements[.output]?.isVaried == true)
    for _ in 0..<8 {
      state.press(.right)
      let frame = state.prepareFrame()
      #expect(frame.placements == first.placements)
      #expect(frame.formats == first.formats)
    }
  }

  @Test("the mouse finds the cell under it in columns of any width")
  func hit() throws {
    var state = try workbench([[1, 0.25, 3], [-20, 0.125, 4], [3, 7, 5]])
    let frame = state.prepareFrame()
    let placement = try #require(frame.placements[.input])
    let visible = frame.scene.input.visible
    for index in 0..<3 {
      for column in placement.column(index)..<(placement.column(index) + placement.width(index)) {
        let cell = placement.cell(row: placement.row(1), column: column, in: visible)
        #expect(cell?.row == 1)
        #expect(cell?.column == index)
      }
    }
    _ = state.run(line: "view blocks")
    let blocks = state.prepareFrame()
    let picture = try #require(blocks.placements[.input])
    #expect(picture.cell(row: picture.row(2), column: picture.column(1), in: visible)?.row == 2)
    #expect(picture.cell(row: picture.row(0), column: picture.column(1), in: visible)?.row == 0)
  }

  @Test("cells that stand on the screen have room, also while an output of expensive cells is not computed")
  func expensive() throws {
    var rows = Array(repeating: Array(repeating: Float(0), count: 100), count: 100)
    // In the window from the third column of the output on.
    rows[0][66] = -100
    let kernel = Array(repeating: Array(repeating: Float(1), count: 65), count: 65)
    var state = try ScreenExamples.workbench(
      input: try Tensor(rows: rows), kernel: try Tensor(rows: kernel), size: ScreenExamples.ordinary, name: "table")
    #expect(state.explorer.currentOutput == nil)
    let lines = state.draw().lines
    #expect(lines.contains { $0.contains("-100") } && !lines.contains { $0.contains("##") }, "\(lines)")
  }

  @Test("a padding of half a billion columns is drawn like any other, and asks for no more memory")
  func hugePadding() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "stride 1000000000")
    _ = state.run(line: "padding 500000000")
    #expect(state.explorer.extent(of: .input).columns.count == 1_000_000_007)
    #expect(state.prepareFrame().formats[.input]?.widths == nil)
    #expect(state.draw().lines.contains { $0.contains("padding 500000000") })
  }

  @Test("windows of a quintillion cells are drawn, with thumbnails, though their products cannot be counted together")
  func hugeWindows() throws {
    var state = try Examples.plusUnderSobel()
    for line in [
      "input rgb-patches 5x5", "operator max-pool2d", "stride 1", "padding same", "kernel-size 1000000000",
    ] {
      _ = state.run(line: line)
    }
    #expect(state.explorer.experiment.plan.termsPerCell == 1_000_000_000_000_000_000)
    #expect(state.explorer.currentOutput == nil)
    #expect(state.draw().lines.contains { $0.contains("1000000000") })
  }
}
