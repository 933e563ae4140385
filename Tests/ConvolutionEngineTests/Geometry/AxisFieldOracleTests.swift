import Testing

@testable import ConvolutionEngine

/// Fields of random nets along one axis against sets of cells that are followed back one by one.
@Suite struct AxisFieldOracleTests {
  /// A layer by its definition: which outputs an input adds to, or which inputs an output takes.
  private enum Step: CustomStringConvertible {
    case window(taps: Int, stride: Int, dilation: Int, padding: Int)
    case transposed(taps: Int, stride: Int, dilation: Int, padding: Int)
    case repeated(times: Int)
    case shares(inputs: Int, outputs: Int)

    var reach: AxisReach {
      switch self {
      case .window(let taps, let stride, let dilation, let padding):
        .window(taps: taps, stride: stride, dilation: dilation, padding: padding)
      case .transposed(let taps, let stride, let dilation, let padding):
        .transposed(taps: taps, stride: stride, dilation: dilation, padding: padding)
      case .repeated(let times): .nearest(inputs: 1, outputs: times)
      case .shares(let inputs, let outputs): .shares(inputs: inputs, outputs: outputs)
      }
    }

    /// The inputs that reach one of these outputs, looked for one by one.
    func inputs(of outputs: Set<Int>) -> Set<Int> {
      var inputs: Set<Int> = []
      switch self {
      case .window(let taps, let stride, let dilation, let padding):
        for output in outputs { for tap in 0..<taps { inputs.insert(output * stride + tap * dilation - padding) } }
      case .transposed(let taps, let stride, let dilation, let padding):
        for input in -400...400 {
          for tap in 0..<taps where outputs.contains(input * stride + tap * dilation - padding) {
            inputs.insert(input)
          }
        }
      case .repeated(let times):
        for input in -400...400 {
          for copy in 0..<times where outputs.contains(input * times + copy) { inputs.insert(input) }
        }
      case .shares(let count, let parts):
        // Parts touch every cell that they cover a piece of, however small.
        for input in -400...400 {
          for output in outputs where output * count < (input + 1) * parts && (output + 1) * count > input * parts {
            inputs.insert(input)
          }
        }
      }
      return inputs
    }

    var description: String {
      switch self {
      case .window(let taps, let stride, let dilation, let padding):
        "window k\(taps) s\(stride) d\(dilation) p\(padding)"
      case .transposed(let taps, let stride, let dilation, let padding):
        "transposed k\(taps) s\(stride) d\(dilation) p\(padding)"
      case .repeated(let times): "repeated \(times)"
      case .shares(let inputs, let outputs): "shares \(inputs)/\(outputs)"
      }
    }

    static func random(_ generator: inout SplitMix64) -> Step {
      let (taps, stride) = (generator.integer(1...4), generator.integer(1...3))
      let (dilation, padding) = (generator.integer(1...3), generator.integer(0...3))
      return switch generator.integer(0...5) {
      case 0, 1, 2: .window(taps: taps, stride: stride, dilation: dilation, padding: padding)
      case 3: .transposed(taps: taps, stride: stride, dilation: dilation, padding: padding)
      case 4: .repeated(times: stride)
      default: .shares(inputs: generator.integer(1...7), outputs: generator.integer(1...4))
      }
    }
  }

  /// Steps on one branch, and perhaps those of another that is joined with it, and steps after the join.
  private struct Net {
    let left: [Step]
    let right: [Step]?
    let trunk: [Step]

    init(_ generator: inout SplitMix64) {
      func steps(_ range: ClosedRange<Int>) -> [Step] {
        (0..<generator.integer(range)).map { _ in Step.random(&generator) }
      }
      left = steps(1...3)
      right = generator.integer(0...2) == 0 ? steps(0...2) : nil
      trunk = right == nil ? [] : steps(0...2)
    }

    func field() throws -> AxisField {
      func seen(_ field: AxisField, _ steps: [Step]) throws -> AxisField {
        try steps.reduce(field) { try $0.seen(through: $1.reach) }
      }
      var field = try seen(.input, left)
      if let right { field = try field.joined(with: seen(.input, right)) }
      return try seen(field, trunk)
    }

    func cells(of unit: Int) -> Set<Int> {
      func back(_ cells: Set<Int>, _ steps: [Step]) -> Set<Int> {
        steps.reversed().reduce(cells) { $1.inputs(of: $0) }
      }
      let joined = back([unit], trunk)
      let left = back(joined, left)
      return right.map { left.union(back(joined, $0)) } ?? left
    }
  }

  @Test("size and start are those of the cells that reach each unit", arguments: UInt64(1)...60)
  func fields(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<4 {
      let net = Net(&generator)
      let field = try net.field()
      // Seven units: for periods beyond that, as many of their phases.
      let sets = (0..<7).map(net.cells)
      let expected = sets.compactMap { cells in cells.min().flatMap { low in cells.max().map { $0 - low + 1 } } }
      let summary = try field.summary(count: 7)
      #expect(summary.size == expected.max() ?? 0, "seed \(seed): \(net)")
      let first = sets.first { !$0.isEmpty }
      let centre = first.flatMap { cells in cells.min().flatMap { low in cells.max().map { Double(low + $0 + 1) / 2 } }
      }
      #expect(summary.start == centre, "seed \(seed): \(net)")
    }
  }

  @Test(
    "the jump is how far the cells of a unit lie from those of the unit a long way before it", arguments: UInt64(1)...20
  )
  func jump(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let net = Net(&generator)
    guard let jump = try net.field().summary(count: 1 << 20).jump else { return }
    // 36 units are whole periods for strides and parts of 1 to 4, three levels of them aside.
    let distance = jump.denominator * 36
    guard let near = net.cells(of: 0).min(), let far = net.cells(of: distance).min() else { return }
    guard far < 300 else { return }
    #expect(far - near == jump.numerator * 36, "seed \(seed): \(net)")
  }
}
