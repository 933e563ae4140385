import ConvolutionEngine

/// How many edges, different weights and biases a layer has under some rules, each as a product of one factor per axis.
///
/// With n cells along an axis, of which a cell reaches Δ to either side:
/// - edges along the axis: n·n for all, n(2Δ+1) − Δ(Δ+1) when cut: 2Δ+1 for a cell, less 1 + 2 + … + Δ at each rim;
/// - offsets along the axis, of tied weights: 2n − 1 for all, 2Δ + 1 when cut.
///
/// Exact for every size that a `DenseStudy` can have.
package struct DenseCounts: Equatable, Sendable {
  /// Pairs of an input cell and a hidden cell that a weight joins.
  package let edges: PerAxis<Int>
  /// The weights along each axis that can differ from each other.
  package let weights: PerAxis<Int>
  package let biases: Int

  package var edgeCount: Int { edges.vertical * edges.horizontal }
  package var weightCount: Int { weights.vertical * weights.horizontal }
  /// All that is learnt: weights and biases.
  package var parameterCount: Int { weightCount + biases }
}

extension DenseStudy {
  /// The counts under the present size and bias, for some rules; Δ is the present one, 1 where nothing is cut yet.
  package func counts(_ rules: Rules) -> DenseCounts {
    let reach = exampleReach
    func edges(_ cells: Int) -> Int {
      guard rules == .local || rules == .convolution else { return cells * cells }
      let reach = min(reach, cells - 1)
      return cells * (2 * reach + 1) - reach * (reach + 1)
    }
    func weights(_ cells: Int) -> Int {
      switch rules {
      case .dense, .local: edges(cells)
      case .tied: 2 * cells - 1
      case .convolution: 2 * min(reach, cells - 1) + 1
      }
    }
    let isTied = rules == .tied || rules == .convolution
    return DenseCounts(
      edges: PerAxis(vertical: edges(size.vertical), horizontal: edges(size.horizontal)),
      weights: PerAxis(vertical: weights(size.vertical), horizontal: weights(size.horizontal)),
      biases: hasBias ? isTied ? 1 : size.vertical * size.horizontal : 0)
  }

  /// The Δ that counts of cut layers speak of: the present one, and 1 as an example while nothing is cut.
  package var exampleReach: Int { isCut ? reach ?? 1 : 1 }
}
