import ConvolutionEngine
import Explorer
import TerminalKit

@testable import Workbench

/// Workbenches with colours and several filters.
enum ChannelExamples {
  /// The colour bars with padding 1 under so many random filters, the window at row 2, column 2.
  static func bars(
    filters: Int, size: Size = ScreenExamples.ordinary, depth: ColorDepth = .palette256, unicode: Bool = true
  ) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size, depth: depth, unicode: unicode)
    for action: ExplorerAction in [
      .preset(.input, "rgb-patches", size: nil), .randomFilters(filters, seed: 1), .jump(row: 2, column: 2),
    ] { _ = state.apply(.explorer(action)) }
    return state
  }

  /// One cell of red, green and blue under one filter of 1×1: 1.5 − 2 + 0.5, and a bias of 1.
  static func oneCell(size: Size) throws -> WorkbenchState {
    let input = try Tensor(shape: try Shape(channels: 3, height: 1, width: 1), values: [3, 1, 1])
    let weights = try Tensor(shape: try Shape(channels: 3, height: 1, width: 1), values: [0.5, -2, 0.5])
    let bias = try Tensor(shape: try Shape(height: 1, width: 1), values: [1])
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: input, .weights: weights, .bias: bias]))
    let explorer = ExplorerState(
      document: ExplorerDocument(
        experiment: experiment, origins: [.input: GridOrigin(name: "cell.png", isColor: true)]))
    return WorkbenchState(
      explorer: explorer, size: size, capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
  }
}
