import ConvolutionEngine
import Explorer

/// A task as a game of golf: the goal is the task's check, and the fewest of something reaches it best.
package struct Golf: Sendable, Equatable {
  package let score: GolfScore
  /// The best score that a stack of `space` reaches the goal with; an audit proves it by trying all of them.
  package let par: Int
  package let space: GolfSpace

  package init(score: GolfScore, par: Int, space: GolfSpace) {
    self.score = score
    self.par = par
    self.space = space
  }
}

/// What is counted; fewer are better. Each of them is a sum over the layers, so that no layer more makes it smaller.
package enum GolfScore: String, Sendable, CaseIterable {
  /// Weights and biases.
  case parameters
  case layers
  /// Multiply-accumulates for one picture.
  case products

  /// The score of a stack.
  package func value(of model: StackModel) -> Int {
    switch self {
    case .parameters: model.summary.total.parameters
    case .layers: model.summary.rows.count
    case .products: model.summary.total.multiplyAccumulates
    }
  }
}

/// The stacks among which par is proved: up to so many layers, each a convolution of one filter or a max pool of the sizes
/// that are listed.
package struct GolfSpace: Sendable, Equatable {
  /// The most layers, in `layerCounts`.
  package let layers: Int
  package let kernels: [Int]
  package let strides: [Int]
  package let paddings: [Padding]
  package let dilations: [Int]
  /// Sides of max pools, each with its own side as the stride.
  package let pools: [Int]

  package static let layerCounts = 1...4
  /// The most stacks that are tried: a few seconds of work.
  package static let stackLimit = 200_000

  /// Rows and columns on each side.
  package enum Padding: Sendable, Equatable, Hashable {
    case cells(Int)
    /// As many as keep the size at a stride of 1; of an even span one fewer on each side than would be needed.
    case same

    func cells(kernel: Int, dilation: Int) -> Int {
      switch self {
      case .cells(let count): count
      case .same: (kernel - 1) * dilation / 2
      }
    }
  }

  package init(
    layers: Int, kernels: [Int], strides: [Int] = [1], paddings: [Padding] = [.cells(0)], dilations: [Int] = [1],
    pools: [Int] = []
  ) {
    self.layers = layers
    self.kernels = kernels
    self.strides = strides
    self.paddings = paddings
    self.dilations = dilations
    self.pools = pools
  }

  /// Every layer that a stack may have at any of its places, each once, in the order of the lists.
  package var choices: [StackLayer] {
    var choices: [StackLayer] = []
    var seen: Set<StackLayer> = []
    func add(_ layer: StackLayer) { if seen.insert(layer).inserted { choices.append(layer) } }
    for kernel in kernels {
      for stride in strides {
        for padding in paddings {
          // Dilation pulls apart nothing of a single weight.
          for dilation in kernel == 1 ? [1] : dilations {
            let cells = padding.cells(kernel: kernel, dilation: dilation)
            add(
              .convolution(
                filters: 1, StackWindow(kernel: kernel, stride: stride, padding: cells, dilation: dilation)))
          }
        }
      }
    }
    for pool in pools { add(.maxPool(StackWindow(kernel: pool, stride: pool))) }
    return choices
  }

  /// How many stacks there are: c + c² + … for c choices; `Int.max` for more than can be counted.
  package var stackCount: Int {
    let choices = choices.count
    var total = 0
    var power = 1
    for _ in 0..<layers {
      let (product, overflow) = power.multipliedReportingOverflow(by: choices)
      let (sum, carry) = total.addingReportingOverflow(product)
      guard !overflow, !carry else { return Int.max }
      (power, total) = (product, sum)
    }
    return total
  }
}
