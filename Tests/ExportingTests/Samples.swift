import ConvolutionEngine
import Explorer

@testable import Exporting

/// What the tests draw.
enum Samples {
  /// The article's plus under Sobel-x with padding 1, at output cell 2,3.
  static func plus(_ changes: [ExplorerAction] = []) throws -> ExplorerState {
    let kernel = try Tensor(rows: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    var rows = Array(repeating: Array(repeating: Float(0), count: 7), count: 7)
    for index in 2...4 { (rows[3][index], rows[index][3]) = (1, 1) }
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: Tensor(rows: rows), .weights: kernel]))
    var explorer = ExplorerState(document: ExplorerDocument(experiment: experiment))
    for action in [.set(.padding, .sides(Padding(1)))] + changes + [.jump(row: 2, column: 3)] {
      _ = try explorer.apply(action)
    }
    return explorer
  }

  static let captions = Captions(
    title: "cross-correlation", parameters: "stride 1",
    grids: [
      .input: Captions.Grid(title: "Input 7×7", detail: "plus"), .kernel: Captions.Grid(title: "Kernel 3×3"),
      .output: Captions.Grid(title: "Output 7×7", part: "shown: rows 0–6"),
    ],
    sum: ["out[2,3] = 0×-1 + 0×0 = 0"], explanation: "The window lies on rows 1–3.")

  static func drawing(_ explorer: ExplorerState) -> Drawing {
    Picture.drawing(PicturePlan(explorer), captions: captions)
  }

  /// Rectangles without texts, so with few colours: the one at `step` has moved on.
  static func squares(step: Int) -> Drawing {
    var drawing = Drawing(width: 160, height: 90)
    drawing.fill(Box(x: 0, y: 0, width: 160, height: 90), .paper)
    drawing.fill(Box(x: 10, y: 10, width: 20, height: 20), .window)
    drawing.fill(Box(x: 40 + 10 * Double(step), y: 50, width: 10, height: 10), .current)
    return drawing
  }
}

extension Drawing {
  /// The boxes that are outlined in a colour.
  func outlines(_ ink: Ink) -> [Box] {
    marks.compactMap { if case .outline(let box, _, _, _, ink) = $0 { box } else { nil } }
  }
}
