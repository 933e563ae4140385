import ConvolutionEngine

/// A layer from a grid to a hidden grid of the same size, H(i,j) = Σ W(i,j,k,l)·X(k,l), and what becomes of its weights
/// when they are tied by translation and cut by locality.
///
/// Source: Dive into Deep Learning, "From Fully Connected Layers to Convolutions".
package struct DenseStudy: Equatable, Sendable {
  /// Rows and columns of both grids.
  package var size: PerAxis<Int>

  package init(size: PerAxis<Int> = PerAxis(4)) {
    self.size = size
  }
}

extension DenseStudy {
  init(reading words: inout ActionWords) throws(ActionTextError) { self.init(size: try words.size()) }

  var text: String { "\(size.vertical)x\(size.horizontal)" }
}
