import ConvolutionEngine
import Explorer
import TestSupport
import Testing

@testable import Workbench

@Suite("Steps as plain sentences")
struct StepTranscriptTests {
  @Test("A 3×3 input with a 2×2 kernel reads as these lines")
  func wording() throws {
    let document = try Self.document(
      input: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], kernel: [[1, 0], [0, -1]], origin: "three")
    #expect(
      Array(StepTranscript(document)) == [
        "Steps of conv2d (cross-correlation). Rows and columns count from 0.",
        "Input three: 3×3.",
        "Kernel -: 2×2.",
        "Kernel row 0: 1 0.",
        "Kernel row 1: 0 -1.",
        "Parameters: stride 1, padding 0, padding-mode zeros, dilation 1, groups 1, flip false.",
        "Output: 2×2, 4 cells.",
        "Output row 0, column 0 of 2×2: window on input rows 0 to 1, columns 0 to 1. "
          + "1 × 1 + 2 × 0 + 4 × 0 + 5 × -1 = -4.",
        "Output row 0, column 1 of 2×2: window on input rows 0 to 1, columns 1 to 2. "
          + "2 × 1 + 3 × 0 + 5 × 0 + 6 × -1 = -4.",
        "Output row 1, column 0 of 2×2: window on input rows 1 to 2, columns 0 to 1. "
          + "4 × 1 + 5 × 0 + 7 × 0 + 8 × -1 = -4.",
        "Output row 1, column 1 of 2×2: window on input rows 1 to 2, columns 1 to 2. "
          + "5 × 1 + 6 × 0 + 8 × 0 + 9 × -1 = -4.",
        "End: 4 of 4 output cells told.",
      ])
  }

  @Test("A cell of the padding is called so, with the cell that its value comes from")
  func ghosts() throws {
    let rows: [[Float]] = [[1, 2], [3, 4]]
    let zeros = try Self.document(input: rows, kernel: [[1, 2]], parameters: [.padding: .sides(Padding(1))])
    #expect(
      Array(StepTranscript(zeros, cells: 0..<1)).dropLast().last
        == "Output row 0, column 0 of 4×3: window on input row -1, columns -1 to 0. "
        + "0 (padding) × 1 + 0 (padding) × 2 = 0.")
    let mirrored = try Self.document(
      input: rows, kernel: [[1, 2]],
      parameters: [.padding: .sides(Padding(1)), .paddingMode: .modes(PerAxis(.reflect))])
    #expect(
      Array(StepTranscript(mirrored, cells: 0..<1)).dropLast().last
        == "Output row 0, column 0 of 4×3: window on input row -1, columns -1 to 0. "
        + "4 (padding, from row 1, column 1) × 1 + 3 (padding, from row 1, column 0) × 2 = 10.")
  }

  @Test("A dilated window tells how far apart its rows and columns are")
  func dilation() throws {
    let document = try Self.document(
      input: Array(repeating: [1, 1, 1, 1, 1], count: 3), kernel: [[1, 1], [1, 1]],
      parameters: [.dilation: .axes(PerAxis(vertical: 2, horizontal: 3))])
    let line = Array(StepTranscript(document, cells: 1..<2)).dropLast().last
    #expect(line?.contains("input rows 0 to 2 in steps of 2, columns 1 to 4 in steps of 3.") == true)
  }

  @Test("The end line tells how many cells were told, and cells beyond the output are not")
  func part() throws {
    let document = try Self.document(input: [[1, 2, 3]], kernel: [[1]])
    let lines = Array(StepTranscript(document, cells: 1..<99))
    #expect(lines.last == "End: 2 of 3 output cells told.")
    #expect(lines.filter { $0.hasPrefix("Output row") }.count == 2)
  }

  @Test("A file name cannot bring control characters into the lines")
  func hostileName() throws {
    let document = try Self.document(input: [[1]], kernel: [[1]], origin: "a\u{1B}[2J\nb")
    for line in StepTranscript(document) {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
  }

  @Test("The output can be rebuilt bit for bit from the lines alone", arguments: 0..<40)
  func rebuilding(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let document = try Self.randomDocument(using: &generator)
    let rebuilt = try #require(try TranscriptReader.output(of: Array(StepTranscript(document))))
    // Every NaN reads `nan`, whichever sign the processor gave it.
    let output = try #require(document.experiment.output())
    let reference = try Tensor(shape: output.shape, values: output.values.map { $0.isNaN ? .nan : $0 })
    #expect(rebuilt == reference, "seed \(seed)")
  }

  @Test("The lines are made one by one: the first ones of 64 million come at once")
  func laziness() throws {
    let shape = try Shape(height: 8000, width: 8000)
    let one = try Tensor(rows: [[1]])
    let experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: Tensor(shape: shape), .weights: one]))
    let lines = StepTranscript(ExplorerDocument(experiment: experiment)).prefix(7)
    #expect(Array(lines).last?.hasPrefix("Output row 0, column 0 of 8000×8000") == true)
  }

  // MARK: Documents

  private static func document(
    input: [[Float]], kernel: [[Float]], parameters: [ParameterName: ParameterValue] = [:], origin: String? = nil
  ) throws -> ExplorerDocument {
    var experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: Tensor(rows: input), .weights: Tensor(rows: kernel)]))
    for (name, value) in parameters.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try experiment.setParameter(name, to: value)
    }
    return ExplorerDocument(
      experiment: experiment, origins: origin.map { [.input: GridOrigin(name: $0)] } ?? [:])
  }

  private static func randomDocument(using generator: inout SeededGenerator) throws -> ExplorerDocument {
    func tensor(_ shape: Shape) throws -> Tensor {
      let special: [Float] = [.infinity, -.infinity, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
      return try Tensor(
        shape: shape,
        values: (0..<shape.count).map { _ in
          Int.random(in: 0..<200, using: &generator) == 0
            ? special.randomElement(using: &generator) ?? 0 : Float.random(in: -9...9, using: &generator)
        })
    }
    let channels = Int.random(in: 1...3, using: &generator)
    let filters = Int.random(in: 1...2, using: &generator)
    var operands = Operands([
      .input: try tensor(
        Shape(
          batch: Int.random(in: 1...2, using: &generator), channels: channels,
          height: Int.random(in: 3...6, using: &generator), width: Int.random(in: 3...6, using: &generator))),
      .weights: try tensor(
        Shape(
          batch: filters, channels: channels, height: Int.random(in: 1...3, using: &generator),
          width: Int.random(in: 1...3, using: &generator))),
    ])
    if Bool.random(using: &generator) { operands[.bias] = try tensor(Shape(channels: filters, height: 1, width: 1)) }
    var experiment = try Experiment(operation: .conv2d, operands: operands)
    let padding = Padding(
      top: Int.random(in: 0...2, using: &generator), left: Int.random(in: 0...2, using: &generator),
      bottom: Int.random(in: 0...2, using: &generator), right: Int.random(in: 0...2, using: &generator))
    let mode = PaddingMode.allCases.randomElement(using: &generator) ?? .zeros
    try experiment.setParameter(.padding, to: .sides(padding))
    try experiment.setParameter(.paddingMode, to: .modes(PerAxis(mode)))
    try experiment.setParameter(.stride, to: .axes(PerAxis(Int.random(in: 1...3, using: &generator))))
    try experiment.setParameter(.flip, to: .flag(Bool.random(using: &generator)))
    return ExplorerDocument(experiment: experiment)
  }
}
