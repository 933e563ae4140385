import ConvolutionEngine
import Explorer
import Testing

@testable import Exporting

@Suite("Pictures of the grids")
struct PictureTests {
  /// The box around the nine cells of a grid that are counted from the upper left one of the picture.
  private func around(_ cells: [Box], columns: Int, row: Int, column: Int, size: Int) -> Box {
    let first = cells[row * columns + column]
    let last = cells[(row + size - 1) * columns + column + size - 1]
    return Box(
      x: first.x, y: first.y, width: last.x + last.width - first.x, height: last.y + last.height - first.y)
  }

  /// The cells of the output: the last 49 that are outlined thinly.
  private func outputCells(_ drawing: Drawing) -> [Box] { Array(drawing.outlines(.grid).suffix(49)) }

  private func expectClose(_ first: Box, _ second: Box, sourceLocation: SourceLocation = #_sourceLocation) {
    // Sums of lengths in another order.
    let differences = [
      first.x - second.x, first.y - second.y, first.width - second.width, first.height - second.height,
    ]
    #expect(differences.allSatisfy { abs($0) < 1e-6 }, "\(first) \(second)", sourceLocation: sourceLocation)
  }

  @Test("Every number, ghost and index of the grids is written, and all captions")
  func texts() throws {
    let texts = Samples.drawing(try Samples.plus()).texts
    // 9×9 cells of the padded input, of which 32 are zeros of the padding; 7 and 9 of the output's.
    #expect(texts.count { $0 == "·" } == 32)
    #expect(texts.contains("-4") && texts.contains("4") && texts.contains("-3"))
    // Five ones in the input, two in the kernel, four in the output; and the indices 1, two for each grid.
    #expect(texts.count { $0 == "1" } == 5 + 2 + 4 + 6)
    for text in ["cross-correlation", "stride 1", "Input 7×7", "plus", "Kernel 3×3", "shown: rows 0–6"] {
      #expect(texts.contains(text))
    }
    #expect(texts.contains("out[2,3] = 0×-1 + 0×0 = 0") && texts.contains("The window lies on rows 1–3."))
  }

  @Test("The window is framed on the input, the whole kernel in the same colour")
  func window() throws {
    let drawing = Samples.drawing(try Samples.plus())
    let frames = drawing.outlines(.window)
    try #require(frames.count == 2)
    // Window rows 1–3 and columns 2–4 of an input whose picture begins at −1,−1; ghost cells are drawn smaller, but the
    // corners here are none.
    let cells = Array(drawing.outlines(.grid).prefix(81))
    expectClose(frames[0], around(cells, columns: 9, row: 2, column: 3, size: 3).grown(by: 1))
    // The kernel is as large as the window.
    #expect(abs(frames[1].width - frames[0].width) < 1e-6 && abs(frames[1].height - frames[0].height) < 1e-6)
  }

  @Test("The current output cell is framed")
  func current() throws {
    let drawing = Samples.drawing(try Samples.plus())
    let frames = drawing.outlines(.current)
    try #require(frames.count == 1)
    expectClose(frames[0], outputCells(drawing)[2 * 7 + 3].grown(by: 1))
  }

  @Test("Taps that stand apart have a frame each, and a dashed one around them")
  func dilation() throws {
    let explorer = try Samples.plus([.set(.dilation, .axes(PerAxis(2)))])
    let drawing = Samples.drawing(explorer)
    #expect(drawing.outlines(.window).count == 1 + 9 + 1)
    let dashed = drawing.marks.count { if case .outline(_, _, _, 4, .window) = $0 { true } else { false } }
    #expect(dashed == 1)
  }

  @Test("What lies ahead is a question mark while stepping, and the sizes do not change by it")
  func unknown() throws {
    let known = Samples.drawing(try Samples.plus())
    let stepping = Samples.drawing(try Samples.plus([.reveal(.stepping)]))
    // Where the run began and where it jumped to are known.
    #expect(stepping.texts.count { $0 == "?" } == 49 - 2)
    #expect(outputCells(stepping) == outputCells(known))
  }

  @Test("A mirrored ghost shows the number it copies, in a dashed cell")
  func ghosts() throws {
    let mode = ExplorerAction.set(.paddingMode, .modes(PerAxis(.reflect)))
    let picture = Samples.drawing(try Samples.plus([mode, .edit(.input, Coordinate(row: 1, column: 1), 8)]))
    // The cell itself and its mirror images in the row, the column and the corner before the first.
    #expect(picture.texts.count { $0 == "8" } == 4)
    let dashed = picture.marks.count { if case .outline(_, _, _, 2, .grid) = $0 { true } else { false } }
    #expect(dashed == 32)
  }

  @Test("Everything stands on the page, whatever is drawn", arguments: [1, 3, 7, 20, 90])
  func onThePage(size: Int) throws {
    let shape = try Shape(height: size, width: size * 2)
    let values = (0..<shape.count).map { Float($0 % 17) / 7 - 1 }
    let input = try Tensor(shape: shape, values: values)
    for operation in SteppableOperators.all where !operation.isForSignals {
      let kernel = try Tensor(rows: [[0.125]])
      let operands =
        operation.hasWeights ? Operands([.input: input, .weights: kernel]) : Operands([.input: input])
      guard let experiment = try? Experiment(operation: operation, operands: operands) else { continue }
      let explorer = ExplorerState(document: ExplorerDocument(experiment: experiment))
      for case .outline(let box, _, _, _, _) in Samples.drawing(explorer).marks {
        #expect(box.x >= 0 && box.x + box.width <= Picture.width, "\(operation) \(size)")
        #expect(box.y >= 60 && box.y + box.height <= Picture.height - 60, "\(operation) \(size)")
      }
    }
  }
}
