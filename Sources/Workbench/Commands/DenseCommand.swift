/// What the keys of the dense layer want.
package enum DenseCommand: Equatable, Sendable {
  /// Translation: ties the weights, or gives every edge its own again.
  case toggleTies
  /// Locality: a larger Δ, up to the whole grid.
  case reachFurther
  /// A smaller Δ, down to 0.
  case reachLess
  case toggleBias
  /// So many rows and columns more or fewer.
  case grow(Int)
  /// Other weights, inputs and biases.
  case renew
  /// The slice of a hidden cell, or that of an input cell.
  case turnSlice
  /// The slices, or the matrix of all weights.
  case turnPicture
}
