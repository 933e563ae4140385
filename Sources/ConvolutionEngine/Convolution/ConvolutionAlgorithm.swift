/// How an output is computed, by name. The result never depends on it.
public enum ConvolutionAlgorithm: String, CaseIterable, Sendable {
  /// The best for the shape.
  case auto
  /// Cell after cell by the definition.
  case reference
  /// Plane after plane over maps with their ghosts in memory, for small pictures; the same sums in the same order.
  case paddedMaps = "padded-maps"
  /// Runs of neighbouring cells on row bands; the same sums in the same order.
  case rowBands = "row-bands"
}
