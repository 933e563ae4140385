import Testing

@testable import ConvolutionEngine

/// Memory with guards on both sides, for what is told to keep to the cells it was given.
enum Surrounded {
  private static let margin = 96
  private static let canary = Float(bitPattern: 0x7fa1_b2c3)

  /// The output cells that `body` fills, once the canaries around them have been looked after.
  ///
  /// NaN stands around the input: a value that is read from there and kept would show. The output starts as `initial`, or as
  /// canaries.
  static func output(
    count: Int, initial: [Float]? = nil, input: [Float],
    _ body: (_ input: UnsafeBufferPointer<Float>, _ output: UnsafeMutableBufferPointer<Float>) -> Void
  ) -> [Float] {
    let around = Array(repeating: canary, count: margin)
    let source = around + input + around
    var cells = around + (initial ?? Array(repeating: canary, count: count)) + around
    source.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        body(
          UnsafeBufferPointer(rebasing: source[margin..<(margin + input.count)]),
          UnsafeMutableBufferPointer(rebasing: cells[margin..<(margin + count)]))
      }
    }
    let outside = cells[..<margin] + cells[(margin + count)...]
    #expect(outside.allSatisfy { $0.bitPattern == canary.bitPattern }, "a cell beside the output was written")
    return Array(cells[margin..<(margin + count)])
  }
}
