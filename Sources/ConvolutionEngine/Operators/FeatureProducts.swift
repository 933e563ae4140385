/// The inner loops of `LinearPlan`: sums over all input features, bit-equal to its reference.
///
/// One sum alone waits for its own additions, 4 cycles each. Four output features at a time keep the adder busy and read
/// each input value once for all of them, while each sum still takes its products in order.
enum FeatureProducts {
  /// The output features of a run: enough work to share out a single row, few enough that many cores get some.
  static let runLength = 32

  /// Appends the output cells `range`, counted over rows of `width` output features.
  ///
  /// - Parameter depth: the number of input features.
  static func append(
    _ range: Range<Int>, of width: Int, input: Tensor, weights: Tensor, bias: Tensor?, depth: Int,
    to cells: inout OutputSpan<Float>
  ) {
    var cell = range.lowerBound
    while cell < range.upperBound {
      let (row, feature) = cell.quotientAndRemainder(dividingBy: width)
      let count = min(range.upperBound - cell, width - feature) >= 4 ? 4 : 1
      var sums = SIMD4<Double>(repeating: 0)
      // Safety: the buffers live for the closures. Row `row` of the input ends at (row + 1)·depth ≤ its count, since `cell`
      // is a cell of the output; feature + count ≤ width, so that the last row of weights ends at its count at most.
      input.values.withUnsafeBufferPointer { input in
        weights.values.withUnsafeBufferPointer { weights in
          let values = UnsafeBufferPointer(rebasing: input[(row * depth)..<((row + 1) * depth)])
          let first = UnsafeBufferPointer(rebasing: weights[(feature * depth)..<((feature + count) * depth)])
          if count == 4 {
            for index in 0..<depth {
              let factors = SIMD4<Float>(
                first[index], first[depth + index], first[2 * depth + index], first[3 * depth + index])
              sums += SIMD4<Double>(factors) * Double(values[index])
            }
          } else {
            var sum = 0.0
            for index in 0..<depth { sum += Double(first[index]) * Double(values[index]) }
            sums[0] = sum
          }
        }
      }
      for index in 0..<count {
        if let bias { sums[index] += Double(bias.values[feature + index]) }
        cells.append(Float(roundingSum: sums[index]))
      }
      cell += count
    }
  }
}
