/// The tiles of Winograd's fast convolution with 3×3 kernels: F(m×m, 3×3) makes m×m cells of the output from (m + 2)×(m + 2)
/// cells of the input with (m + 2)² products instead of 9·m².
///
/// An output tile is Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A for the kernel g and the input tile d; the products are added over the
/// channels before the way back (Lavin and Gray 2015, "Fast Algorithms for Convolutional Neural Networks", sections 4.1 and 5).
/// Bᵀ and Aᵀ are in the C target, G is here; all three follow from the points at which polynomials are evaluated.
public enum WinogradTile: Int, CaseIterable, Sendable {
  /// F(2×2, 3×3): 2.25 times fewer products.
  case two = 2
  /// F(4×4, 3×3): 4 times fewer products.
  case four = 4

  /// The taps of the kernel along an axis.
  static let taps = 3

  /// Output cells along a side.
  var side: Int { rawValue }

  /// Input cells along a side.
  var span: Int { side + Self.taps - 1 }

  /// Products for each channel and filter.
  var products: Int { span * span }

  /// Where the polynomials are evaluated besides infinity.
  ///
  /// For m = 4 not Winograd's own 0, ±1, ±2: with these, all factors of the transforms are exact in float32 as well, and the
  /// root mean square error is less than half.
  var points: [Double] {
    switch self {
    case .two: [0, 1, -1]
    case .four: [0, 0.625, -0.625, 1.5, -1.5]
    }
  }

  /// G, `span` rows of `taps`: row j is (1, p, p²) / Π (p − q) for the point p = points[j] and all other points q; the last
  /// row is the point at infinity's.
  var filterTransform: [[Double]] {
    points.map { point in
      let scale = points.reduce(1) { $1 == point ? $0 : $0 * (point - $1) }
      return [1 / scale, point / scale, point * point / scale]
    } + [[0, 0, 1]]
  }
}
