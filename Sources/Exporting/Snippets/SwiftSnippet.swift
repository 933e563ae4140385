import ConvolutionEngine
import Explorer

/// The whole output in Swift, with the `ConvolutionEngine` of this project. It is a `main.swift` by itself.
struct SwiftSnippet {
  let experiment: Experiment

  var lines: [String]? {
    ["import ConvolutionEngine", ""] + arrays + [""] + SwiftCode(experiment: experiment).preparation + [
      "if let out = experiment.output() {",
      "  for start in stride(from: 0, to: out.values.count, by: out.shape.width) {",
      "    print(out.values[start..<(start + out.shape.width)].map { \"\\($0)\" }.joined(separator: \" \"))",
      "  }",
      "}",
    ]
  }

  private var arrays: [String] {
    let names: [(OperandName, String)] = [(.input, "x"), (.weights, "w"), (.bias, "b")]
    return names.flatMap { operand, name -> [String] in
      guard let tensor = experiment.operands[operand] else { return [] }
      let shape = tensor.shape
      let planes = [("batch", shape.batch), ("channels", shape.channels)].filter { $0.1 != 1 }
      let sides = (planes + [("height", shape.height), ("width", shape.width)])
        .map { "\($0.0): \($0.1)" }.joined(separator: ", ")
      return ["let \(name) = try Tensor(", "  shape: Shape(\(sides)),", "  values: ["]
        + ArrayLiteral.rows(of: tensor, nonFinite: Self.nonFinite) + ["  ])"]
    }
  }

  private static func nonFinite(_ value: Float) -> String {
    value.isNaN ? ".nan" : value < 0 ? "-.infinity" : ".infinity"
  }
}
