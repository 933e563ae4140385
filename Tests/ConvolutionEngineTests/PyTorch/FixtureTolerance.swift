import ConvolutionEngine
import Testing

/// How far a cell may lie from PyTorch's, by operator. u is the unit roundoff of a format: 2⁻²⁴ of Float32, 2⁻⁵³ of Float64.
///
/// Both sides are within `factor · u · magnitude` of the exact value, where the magnitude is that of everything that is
/// added up. Ours works in Double and is rounded to Float32 once.
struct FixtureTolerance {
  let factor: Double
  let magnitude: Double

  /// Against PyTorch's float32 result: its own error; ours is less than one u more.
  var single: Double { (factor + 1) * 0x1p-24 * magnitude }

  /// Against PyTorch's float64 result: two errors of Double arithmetic, and half a unit in the last place of our rounding.
  func double(_ value: Float) -> Double { Double(value.ulp) / 2 + 2 * factor * 0x1p-53 * magnitude }

  /// nil for operators that only choose, move or round once: there the results are the same.
  init?(_ experiment: Experiment, at cell: Coordinate) {
    let trace = experiment.trace(at: cell)
    let terms = trace.terms
    let sum = terms.reduce(0) { $0 + abs($1.product) }
    let count = Double(terms.count)
    let value = Double(trace.result)
    switch experiment.operation {
    case .maxPool1d, .maxPool2d, .adaptiveMaxPool2d, .flatten, .relu, .dropout, .add, .concat, .pad, .upsampleNearest:
      return nil
    case .conv1d, .conv2d, .convTranspose1d, .convTranspose2d, .linear:
      // The sum of n numbers in any order is off by less than n·u times the sum of their magnitudes (to first order; Higham,
      // "Accuracy and Stability", 4.2), and rounded products and a sample step by one u more each. n counts the bias.
      let scale = trace.epilogue.reduce(1.0) { if case .scale(let step) = $1 { $0 * step } else { $0 } }
      let bias = trace.epilogue.reduce(0.0) { if case .addBias(let bias) = $1 { $0 + Double(abs(bias)) } else { $0 } }
      (factor, magnitude) = (count + 3, scale * sum + bias)
    case .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d:
      // A sum as above without products, and a division.
      (factor, magnitude) = (count + 1, sum / max(count, 1))
    case .leakyRelu:
      // The slope is rounded, and the product.
      (factor, magnitude) = (2, abs(value))
    case .sigmoid:
      // An exponential of up to 1 ULP (2u), which counts at most whole in 1 + e⁻ˣ, that sum and the division.
      (factor, magnitude) = (4, abs(value))
    case .tanh:
      // One function: 1 ULP in PyTorch's vector library, 2 u, and as much in the C library's.
      (factor, magnitude) = (2, abs(value))
    case .softmax:
      // x − s is off by u·|x − s|, which its exponential multiplies itself by, 1 ULP of its own (2u) on top; so are all terms of
      // the sum, which adds n·u; and the division.
      let values = terms.map { Double($0.value) }.filter(\.isFinite)
      let range = (values.max() ?? 0) - (values.min() ?? 0)
      (factor, magnitude) = (2 * (range + 2) + count + 1, abs(value))
    case .batchNorm:
      // PyTorch rounds √(var + eps) three times, takes it into a factor and an offset with one and two roundings more, and
      // rounds product and sum: 8 at most, each of a number no larger than all magnitudes together.
      (factor, magnitude) = (8, Self.normalizedMagnitude(trace))
    case .attention:
      // Scores are sums of E products with three roundings for the root, and their errors count twice in a softmax as above.
      let score = Self.largestScore(experiment, at: cell)
      let depth = Double(experiment.operands[.query]?.shape.width ?? 0)
      (factor, magnitude) = (2 * ((depth + 4) * score + 2 * score + 2) + 2 * count + 2, sum)
    case .affineGridSample:
      // A coordinate is made with 10 roundings of numbers up to the extents of the input, for places in and near it; a place
      // that is off by δ cells changes what is read there by up to 2δ times the largest value. Then four products are added.
      let shape = experiment.operands[.input]?.shape
      let extent = Double((shape?.height ?? 0) + (shape?.width ?? 0))
      let largest = experiment.operands[.input]?.values.filter(\.isFinite).map { Double(abs($0)) }.max() ?? 0
      (factor, magnitude) = (2 * 10 * extent + 6, largest)
    }
  }

  /// (|x| + |mean|) / deviation · |weight| + |bias|.
  private static func normalizedMagnitude(_ trace: CellTrace) -> Double {
    trace.epilogue.reduce(trace.terms.reduce(0) { $0 + abs($1.product) }) { magnitude, step in
      switch step {
      case .subtract(let mean): magnitude + Double(abs(mean))
      case .divide(let deviation): magnitude / deviation
      case .scale(let weight): magnitude * abs(weight)
      case .addBias(let bias): magnitude + Double(abs(bias))
      default: magnitude
      }
    }
  }

  /// The largest Σ |query · key| / √E of an attention's position.
  private static func largestScore(_ experiment: Experiment, at cell: Coordinate) -> Double {
    guard let query = experiment.operands[.query], let key = experiment.operands[.key] else { return 0 }
    let depth = query.shape.width
    let scores = (0..<key.shape.height).map { position in
      (0..<depth).reduce(0.0) { sum, index in
        let asked = query[batch: cell.batch, channel: cell.channel, row: cell.row, column: index]
        let offered = key[batch: cell.batch, channel: cell.channel, row: position, column: index]
        return sum + Double(abs(asked * offered))
      } / Double(depth).squareRoot()
    }
    return scores.filter(\.isFinite).max() ?? 0
  }
}
