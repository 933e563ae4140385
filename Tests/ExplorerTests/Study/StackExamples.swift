import ConvolutionEngine
import TestSupport

@testable import Explorer

/// Stacks that the tests share.
enum StackExamples {
  /// Layers of one channel with windows of all kinds; they need not fit.
  static func random(_ generator: inout SeededGenerator) -> StackStudy {
    let layers = (0..<Int.random(in: 1...4, using: &generator)).map { _ -> StackLayer in
      var window = StackWindow(
        kernel: Int.random(in: 1...4, using: &generator), stride: Int.random(in: 1...3, using: &generator),
        padding: Int.random(in: 0...2, using: &generator), dilation: Int.random(in: 1...3, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1: return .convolution(filters: 1, window)
      case 2:
        // A window of nothing but padding would hold −∞, which no cell lights up.
        window.padding = min(window.padding, window.kernel / 2)
        return .maxPool(window)
      case 3:
        window.dilation = 1
        return .averagePool(window)
      case 4: return .relu
      default: return .convolution(filters: 1, StackWindow(kernel: 3, padding: 1))
      }
    }
    let sides = (0..<2).map { _ in Int.random(in: 6...14, using: &generator) }
    return StackStudy(inputAxes: [1] + sides, layers: layers)
  }

  /// A random stack that fits.
  static func fitting(_ generator: inout SeededGenerator) -> StackModel {
    while true {
      if let model = try? StackModel(random(&generator)) { return model }
    }
  }

  static func model(_ text: String) throws -> StackModel {
    guard case .study(.stack(let study)?) = try ExplorerAction(text: "study stack \(text)") else {
      throw TestFailure("\(text) is no stack")
    }
    return try StackModel(study)
  }
}
