import ConvolutionEngine
import Explorer
import TestSupport
import Testing

@testable import Workbench

@Suite("Transcripts of every operator")
struct OperatorTranscriptTests {
  @Test("The output can be rebuilt bit for bit from the lines alone", arguments: SteppableOperators.all)
  func rebuilding(operation: OperatorName) throws {
    for seed in UInt64(1)...4 {
      var random = SeededGenerator(seed: seed)
      let document = try RandomWorkbench.state(operation, edits: 7, using: &random).explorer.document
      let lines = Array(StepTranscript(document))
      let output = try #require(document.experiment.output())
      let rebuilt = try #require(try Self.rebuild(lines), "\(operation.rawValue), seed \(seed)")
      #expect(rebuilt.shape == output.shape)
      #expect(
        rebuilt.values.map(\.bitPattern) == output.values.map(\.bitPattern), "\(operation.rawValue), seed \(seed)")
    }
  }

  @Test(
    "Every cell tells as many terms as it has, and the header names the operator", arguments: SteppableOperators.all)
  func terms(operation: OperatorName) throws {
    var random = SeededGenerator(seed: 9)
    let document = try RandomWorkbench.state(operation, edits: 7, using: &random).explorer.document
    let lines = Array(StepTranscript(document))
    #expect(lines[0].hasPrefix("Steps of \(operation.rawValue)"))
    let experiment = document.experiment
    let cells = lines.filter { $0.hasPrefix("Output ") }
    #expect(cells.count == experiment.outputShape.count)
    guard operation.hasWeights else { return }
    for (offset, line) in cells.enumerated() {
      let trace = experiment.trace(at: experiment.outputShape.coordinate(at: offset))
      // A sample step is one more product.
      let scales = trace.epilogue.count { if case .scale = $0 { true } else { false } }
      #expect(line.count { $0 == "×" } - scales == trace.terms.count + 1, "\(line)")
    }
  }

  /// The output tensor, read from the lines of a transcript and from nothing else.
  private static func rebuild(_ lines: [String]) throws -> Tensor? {
    guard
      let size = lines.lazy.compactMap({ $0.wholeMatch(of: #/Output: ([0-9×]+), ([0-9]+) cells\./#) }).first
    else { return nil }
    let sides = size.1.split(separator: "×").compactMap { Int($0) }
    let shape =
      sides.count == 4
      ? try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
      : try Shape(height: sides[0], width: sides[1])
    let values = lines.compactMap { line in
      line.wholeMatch(of: #/Output (?:[0-9]+, channel [0-9]+, )?row [0-9]+, column [0-9]+ of .* = ([^ ]+)\./#)
        .flatMap { Float($0.1) }
    }
    return try Tensor(shape: shape, values: values)
  }
}
