import ConvolutionEngine
import Explorer
import TestSupport
import Testing

@testable import Workbench

@Suite("Predicting in plain lines")
struct PredictTranscriptTests {
  private func document(
    _ input: [[Float]] = [[1, 2, 3], [4, 5, 6]], kernel: [[Float]] = [[1, -1]]
  ) throws -> ExplorerDocument {
    ExplorerDocument(
      experiment: try Experiment(
        operation: .conv2d,
        operands: Operands([.input: try Tensor(rows: input), .weights: try Tensor(rows: kernel)])),
      origins: [.input: GridOrigin(name: "six"), .weights: GridOrigin(name: "step")])
  }

  @Test("a run reads as these lines: questions without values, verdicts, diagnoses, the score")
  func wording() throws {
    var transcript = try PredictTranscript(document([[1, 2, 4], [8, 5, 6]]), limit: 3)
    #expect(
      transcript.beginning.suffix(3) == [
        "Output: 2×2, 4 cells.",
        "Type the value of each output cell; an empty line or ? shows it.",
        "Output row 0, column 0 of 2×2: window on input row 0, columns 0 to 1. 1 × 1 + 2 × -1 = ?.",
      ])
    #expect(
      transcript.answer("1") == [
        "Wrong. 1 has the right size and the wrong sign: look at the signs of the weights. Try again."
      ])
    #expect(transcript.answer("minus one") == ["“minus one” is not a number; expected 3, -2.5, 1e-3 or 1/9."])
    #expect(
      transcript.answer(" -1 ") == [
        "Right: output row 0, column 0 = -1.",
        "Output row 0, column 1 of 2×2: window on input row 0, columns 1 to 2. 2 × 1 + 4 × -1 = ?.",
      ])
    #expect(
      transcript.answer("") == [
        "Shown: output row 0, column 1 = -2.",
        "Output row 1, column 0 of 2×2: window on input row 1, columns 0 to 1. 8 × 1 + 5 × -1 = ?.",
      ])
    #expect(!transcript.isFinished)
    #expect(transcript.answer("3") == ["Right: output row 1, column 0 = 3."])
    #expect(transcript.isFinished)
    #expect(transcript.answer("3") == [])
    #expect(
      transcript.end == [
        "Score: 1 of 3 right at once, 1 later, 1 shown; answers given: 3.", "End: 3 of 4 output cells told.",
      ])
  }

  @Test("it can begin anywhere, and a cell that is not there is refused")
  func places() throws {
    var transcript = try PredictTranscript(document(), fromRow: 1, column: 1)
    #expect(transcript.beginning.last?.hasPrefix("Output row 1, column 1") == true)
    #expect(transcript.answer("?") == ["Shown: output row 1, column 1 = -1."])
    #expect(transcript.isFinished)
    let shape = try Shape(height: 2, width: 2)
    #expect(throws: ExplorerError.noSuchCell(row: 2, column: 0, size: shape)) {
      try PredictTranscript(document(), fromRow: 2)
    }
  }

  @Test(
    "the values that were told rebuild the output bit for bit, whatever was answered", arguments: [5, 6] as [UInt64])
  func rebuilds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -2...2, using: &generator) } }
    let input = try Tensor(shape: Shape(channels: 2, height: 4, width: 3), values: numbers(24))
    let weights = try Tensor(shape: Shape(batch: 2, channels: 2, height: 2, width: 2), values: numbers(16))
    let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
    var transcript = try PredictTranscript(ExplorerDocument(experiment: experiment))
    var lines = transcript.beginning
    for _ in 0..<500 where !transcript.isFinished {
      let said = lines.last ?? ""
      #expect(!said.contains("= -") && !said.hasSuffix(" 0."), "a question with an answer in it: \(said)")
      lines += transcript.answer(["", "0", "?", "seven", "1.5"].randomElement(using: &generator) ?? "")
    }
    let known = #/(?:Right|Shown): output [0-9]+, channel ([0-9]+), row ([0-9]+), column ([0-9]+) = (.+)\./#
    var rebuilt: [Float] = []
    for line in lines {
      guard let match = line.wholeMatch(of: known) else { continue }
      rebuilt.append(try #require(Float(match.4)))
    }
    let output = try #require(experiment.output())
    #expect(rebuilt.map(\.bitPattern) == output.values.map(\.bitPattern), "seed \(seed)")
  }

  @Test("what is typed cannot bring control characters into the lines")
  func hostileAnswers() throws {
    var transcript = try PredictTranscript(document())
    for typed in ["\u{1B}[2J", String(repeating: "9", count: 5000), "\u{7}", "1e999"] {
      for line in transcript.answer(typed) {
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        #expect(line.count < 200)
      }
    }
  }
}
