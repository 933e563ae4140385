import ConvolutionEngine
import Explorer
import Testing

@testable import Exporting

@Suite("Code that computes the whole output")
struct SnippetTests {
  private func tiny(_ changes: [ExplorerAction] = []) throws -> Experiment {
    let experiment = try Experiment(
      operation: .conv2d,
      operands: Operands([
        .input: try Tensor(rows: [[1, 2, 3], [4, 5, 6.5]]), .weights: try Tensor(rows: [[-1, 1]]),
        .bias: try Tensor(rows: [[0.5]]),
      ]))
    var explorer = ExplorerState(document: ExplorerDocument(experiment: experiment))
    for change in changes { _ = try explorer.apply(change) }
    return explorer.experiment
  }

  private func text(_ language: CodeLanguage, _ changes: [ExplorerAction] = []) throws -> String {
    try Snippet(language, of: try tiny(changes), heading: "an example").text
  }

  @Test("NumPy loops over the output cells, with the numbers in the code")
  func numPy() throws {
    #expect(
      try text(.numpy, [.set(.stride, .axes(PerAxis(vertical: 1, horizontal: 2)))]) == """
        # an example
        import numpy as np

        x = np.array([
            1, 2, 3,
            4, 5, 6.5,
        ], np.float32).reshape(1, 1, 2, 3).astype(np.float64)
        w = np.array([
            -1, 1,
        ], np.float32).reshape(1, 1, 1, 2).astype(np.float64)
        b = np.array([
            0.5,
        ], np.float32).reshape(1,).astype(np.float64)

        xp = x
        out = np.empty((1, 1, 2, 1))
        for i in range(2):
            for j in range(1):
                window = xp[:, :, i:i + 1, 2 * j:2 * j + 2]
                for o in range(1):
                    out[:, o, i, j] = (window * w[o]).sum(axis=(1, 2, 3))
        out = out + b.reshape(1, -1, 1, 1)
        out = out.astype(np.float32)
        print(out)

        """)
  }

  @Test("PyTorch is one call, with what differs from its defaults")
  func pyTorch() throws {
    let plain = try text(.pytorch)
    #expect(plain.contains("x = torch.tensor([\n    1, 2, 3,\n    4, 5, 6.5,\n], dtype=torch.float32)"))
    #expect(plain.contains("out = F.conv2d(x, w, b)\nprint(out)\n"))
    let padded = try text(
      .pytorch,
      [
        .set(.padding, .sides(Padding(top: 1, left: 0, bottom: 0, right: 1))),
        .set(.flip, .flag(true)),
      ])
    #expect(padded.contains("xp = F.pad(x, (0, 1, 1, 0))\nout = F.conv2d(xp, w.flip(2, 3), b)\n"))
  }

  @Test("Swift makes the experiment with this project's library")
  func swift() throws {
    let text = try text(.swift)
    #expect(text.hasPrefix("// an example\nimport ConvolutionEngine\n\nlet x = try Tensor(\n"))
    #expect(text.contains("  shape: Shape(height: 2, width: 3),\n  values: [\n    1, 2, 3,\n    4, 5, 6.5,\n  ])"))
    #expect(text.contains("let experiment = try Experiment(operation: .conv2d"))
  }

  @Test("What is no number has a name in each language")
  func nonFinite() throws {
    let changes: [ExplorerAction] = [
      .edit(.input, Coordinate(row: 0, column: 0), .nan), .edit(.input, Coordinate(row: 0, column: 1), -.infinity),
    ]
    #expect(try text(.numpy, changes).contains("    float(\"nan\"), float(\"-inf\"), 3,\n"))
    #expect(try text(.pytorch, changes).contains("    float(\"nan\"), float(\"-inf\"), 3,\n"))
    #expect(try text(.swift, changes).contains("    .nan, -.infinity, 3,\n"))
  }

  @Test("Every operator that can be stepped has NumPy and Swift code")
  func everyOperator() throws {
    let input = try Tensor(rows: [[1, 2, 3, 4]])
    let kernel = try Tensor(rows: [[1]])
    for operation in SteppableOperators.all {
      let operands = operation.hasWeights ? Operands([.input: input, .weights: kernel]) : Operands([.input: input])
      // A pool of two rows finds only one here.
      let size: ParameterValue = operation.isForSignals ? .integer(1) : .axes(PerAxis(1))
      let description = OperatorCatalog.description(of: operation)
      let hasSize = description.specification(of: .kernelSize) != nil
      let parameters = Parameters(for: operation, hasSize ? [.kernelSize: size] : [:])
      let experiment = try Experiment(operation: operation, operands: operands, parameters: parameters)
      for language in [CodeLanguage.numpy, .swift] {
        #expect(throws: Never.self, "\(operation)") {
          try Snippet(language, of: experiment, heading: "")
        }
      }
    }
  }

  @Test("Too many numbers, and what PyTorch refuses, are refused with the facts")
  func refusals() throws {
    let large = Tensor(shape: try Shape(height: 300, width: 300), repeating: 1)
    let experiment = try Experiment(operation: .relu, operands: Operands([.input: large]))
    #expect(throws: ExportError.tooManyNumbers(count: 90_000, limit: Snippet.limit)) {
      try Snippet(.numpy, of: experiment, heading: "")
    }
    let pool = try Experiment(
      operation: .avgPool2d, operands: Operands([.input: try Tensor(rows: [[1, 2], [3, 4]])]),
      parameters: Parameters(for: .avgPool2d, [.padding: .sides(Padding(2))]))
    #expect(throws: ExportError.noCode(.pytorch, .avgPool2d)) { try Snippet(.pytorch, of: pool, heading: "") }
  }
}
