/// The convolution of float64 numbers: the same taps in the same order as `ReferenceConvolution`, with products and sums
/// rounded to Double. For comparing what float32 and float64 layers give.
public enum DoubleConvolution {
  /// All output cells in storage order. Complexity: O(output × C/groups × kH × kW).
  ///
  /// The arrays must hold as many values as the shapes that `convolution` was made with. nil when the schedule was
  /// cancelled, which is asked for before each output row.
  public static func output(
    of convolution: Convolution, input: [Double], weights: [Double], bias: [Double]?, schedule: RowBandSchedule
  ) -> [Double]? {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(weights.count == convolution.weights.count, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.count == convolution.output.channels } ?? true, "one bias value for each filter")
    return RunComputation.values(
      count: convolution.output.count, runLength: convolution.output.width, termsPerCell: convolution.tapsPerCell,
      schedule: schedule
    ) { range, cells in
      for offset in range {
        let cell = convolution.output.coordinate(at: offset)
        var sum = 0.0
        convolution.forEachTap(of: cell) { tap in
          let value = tap.source.map { input[convolution.input.offset(of: $0)] } ?? 0
          sum += weights[convolution.weights.offset(of: tap.weight)] * value
        }
        sum *= convolution.sampleStep
        if let bias { sum += bias[cell.channel] }
        cells.append(sum.isNaN ? .nan : sum)
      }
    }
  }
}
