/// How an output is computed, by name.
///
/// The exact ones give the reference's result bit for bit. The others add in float32, in an order of their own, and say in
/// their types how far that may be from the reference; each gives the same bits for any number of workers.
public enum ConvolutionAlgorithm: String, CaseIterable, Sendable {
  /// The fastest for the shape, exact where that costs next to nothing; the rule is `AlgorithmChoice`'s.
  case auto
  /// The fastest of the exact ones for the shape.
  case exact

  /// Cell after cell by the definition.
  case reference
  /// Plane after plane over maps with their ghosts in memory, for small pictures; the same sums in the same order.
  case paddedMaps = "padded-maps"
  /// Runs of neighbouring cells on row bands; the same sums in the same order.
  case rowBands = "row-bands"

  /// Register tiles of filters and cells over padded bands: `DirectConvolution`.
  case direct
  /// A product of matrices whose unfolded windows are made piece by piece: `ImplicitGEMMConvolution`.
  case implicitGEMM = "implicit-gemm"
  /// A product of matrices for 1×1 kernels: `PointwiseConvolution`.
  case pointwise
  /// Each channel with filters of its own: `DepthwiseConvolution`.
  case depthwise
  /// One filter over one plane, row by row: `FilterConvolution`.
  case filter
  /// A column and then a row, for kernels of rank 1: `SeparableConvolution`.
  case separable
  /// Fourier transforms for large kernels: `FourierConvolution`.
  case fourier = "fft"
  /// Winograd's F(2×2, 3×3): `WinogradConvolution`.
  case winograd2 = "winograd-f2"
  /// Winograd's F(4×4, 3×3).
  case winograd4 = "winograd-f4"

  /// A transposed convolution, each cell from the taps that reach it: `TransposedGather`.
  case gather

  /// Whether the result is the reference's, bit for bit.
  public var isExact: Bool {
    switch self {
    case .exact, .reference, .paddedMaps, .rowBands: true
    case .auto, .direct, .implicitGEMM, .pointwise, .depthwise, .filter, .separable, .fourier, .winograd2, .winograd4,
      .gather:
      false
    }
  }
}
