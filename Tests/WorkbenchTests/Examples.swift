import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

@testable import Workbench

/// Workbenches that the tests share.
enum Examples {
  /// The article's plus on 7×7 under Sobel-x, padding 1, no lesson.
  static func plusUnderSobel(
    size: Size = Size(rows: 24, columns: 80),
    capabilities: TerminalCapabilities = TerminalCapabilities(colorDepth: .palette256, unicode: true),
    texts: TextTable = .english, library: LessonLibrary = LessonLibrary(files: [])
  ) throws -> WorkbenchState {
    WorkbenchState(explorer: try explorer(), library: library, size: size, capabilities: capabilities, texts: texts)
  }

  static func explorer() throws -> ExplorerState {
    var rows = Array(repeating: Array(repeating: Float(0), count: 7), count: 7)
    for index in 2...4 {
      rows[3][index] = 1
      rows[index][3] = 1
    }
    let weights = try Tensor(rows: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    var experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: try Tensor(rows: rows), .weights: weights]))
    try experiment.setParameter(.padding, to: .sides(Padding(1)))
    return ExplorerState(
      document: ExplorerDocument(
        experiment: experiment,
        origins: [.input: GridOrigin(name: "plus"), .weights: GridOrigin(name: "sobel-x")]))
  }
}

extension WorkbenchState {
  /// Presses keys one after the other and returns the effects of all of them.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { handle(key: $0) }
  }

  /// Types each character of a text as a key.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { handle(key: .character($0)) }
  }
}
