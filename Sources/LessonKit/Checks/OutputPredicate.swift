import ConvolutionEngine

/// What is asked of the output.
package enum OutputPredicate: Sendable, Equatable {
  /// One cell of the current plane has such a value.
  case cell(row: Int, column: Int, NumberTest)
  /// Every cell of the current plane within these rows and columns (nil: all) has such a value; with a `rim` those that lie
  /// so far inside.
  case every(NumberTest, rows: ClosedRange<Int>? = nil, columns: ClosedRange<Int>? = nil, rim: Int = 0)
  /// This cell of the current plane is larger than every other one.
  case maximumAt(row: Int, column: Int)
  /// This cell of the current plane is smaller than every other one.
  case minimumAt(row: Int, column: Int)
  /// The current plane has this height, width and these values; each may be off by `within`.
  case grid(Tensor, within: Float)
  /// The output has this height and width.
  case size(PerAxis<Int>)
}
