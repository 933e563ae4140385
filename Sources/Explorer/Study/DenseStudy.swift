import ConvolutionEngine

/// A layer from a grid X to a hidden grid H of the same size, H(i,j) = U(i,j) + Σ W(i,j,k,l)·X(k,l), and the two rules that
/// make a convolution of it.
///
/// - Translation: W(i,j,i+a,j+b) = V(a,b) for every cell (i,j), and one bias u for all; the weights are tied.
/// - Locality: V(a,b) = 0 where |a| > Δ or |b| > Δ; the edges are cut.
///
/// Nothing is stored but the rules: a weight, an input and a bias follow from their place and the seed, so that the h·w·h·w
/// weights of a large layer are never there at once.
///
/// Source: Zhang et al., "Dive into Deep Learning", section 7.1, "From Fully Connected Layers to Convolutions".
package struct DenseStudy: Equatable, Sendable {
  /// Rows and columns of both grids, each side in `sides`.
  package private(set) var size: PerAxis<Int>
  /// Whether translation ties the weights.
  package var isTied: Bool
  /// Δ, 0 or more: how far a weight may reach along each axis; nil for the whole grid.
  package private(set) var reach: Int?
  /// Whether there is a bias: U(i,j) for every hidden cell, one u for all where the weights are tied.
  package var hasBias: Bool
  /// What all numbers follow from.
  package var seed: UInt64

  /// How long a side may be. The square of the largest grid's cells is far below what `Int` counts.
  package static let sides = 1...4096

  /// 4×4, no rule, with biases.
  package init() {
    size = PerAxis(4)
    isTied = false
    reach = nil
    hasBias = true
    seed = 1
  }

  /// Returns nil when a side is not in `sides`, or Δ is below 0 or above the longest side there is.
  package init?(size: PerAxis<Int>, isTied: Bool = false, reach: Int? = nil, hasBias: Bool = true, seed: UInt64 = 1) {
    self.init()
    guard Self.allows(size), reach.map(Self.allows) ?? true else { return nil }
    self.size = size
    self.isTied = isTied
    self.reach = reach
    self.hasBias = hasBias
    self.seed = seed
  }

  static func allows(_ size: PerAxis<Int>) -> Bool {
    sides.contains(size.vertical) && sides.contains(size.horizontal)
  }

  static func allows(_ reach: Int) -> Bool { (0...sides.upperBound).contains(reach) }

  /// Every combination of the two rules on the same grids, from none to both.
  package enum Rules: Int, CaseIterable, Sendable {
    case dense, tied, local, convolution
  }

  /// The rules that hold now. A Δ that cuts nothing is none.
  package var rules: Rules {
    switch (isTied, isCut) {
    case (false, false): .dense
    case (true, false): .tied
    case (false, true): .local
    case (true, true): .convolution
    }
  }

  // MARK: Other sizes and reaches

  /// The same rules on grids with so many rows and columns more, within `sides`.
  package func grown(by amount: Int) -> DenseStudy {
    func side(_ side: Int) -> Int { max(Self.sides.lowerBound, min(side + amount, Self.sides.upperBound)) }
    var study = self
    study.size = PerAxis(vertical: side(size.vertical), horizontal: side(size.horizontal))
    return study
  }

  /// The next Δ: beyond 8 twice as far, so that large grids are not walked through step by step; then the whole grid.
  package var reachingFurther: DenseStudy {
    guard let reach, isCut else { return with(reach: nil) }
    let next = reach < 8 ? reach + 1 : 2 * reach
    return with(reach: next < farthest ? next : nil)
  }

  /// The Δ before: beyond 8 half as far; the same at 0 and where there is nothing to cut.
  package var reachingLess: DenseStudy {
    guard farthest > 0 else { return self }
    guard let reach, isCut else { return with(reach: farthest - 1) }
    return with(reach: reach > 8 ? max(8, reach / 2) : max(0, reach - 1))
  }

  private func with(reach: Int?) -> DenseStudy {
    var study = self
    study.reach = reach
    return study
  }

  /// The largest distance between two cells along an axis; a Δ as large cuts nothing.
  private var farthest: Int { max(size.vertical, size.horizontal) - 1 }

  /// Whether Δ cuts any edge.
  package var isCut: Bool { reach.map { $0 < farthest } ?? false }

  /// How far the weights reach along each axis: Δ, but no further than there are cells.
  package var extent: PerAxis<Int> {
    let reach = reach ?? .max
    return PerAxis(vertical: min(reach, size.vertical - 1), horizontal: min(reach, size.horizontal - 1))
  }
}
