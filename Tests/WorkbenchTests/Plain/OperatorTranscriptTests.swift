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
      let rebuilt = try #require(try TranscriptReader.output(of: lines), "\(operation.rawValue), seed \(seed)")
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
}
