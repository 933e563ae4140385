import ConvolutionEngine
import Explorer

/// A program that computes the whole output of an experiment from the numbers that stand in it, and prints it.
///
/// It needs nothing but the language and its library, and leaves the result in `out`.
package struct Snippet: Equatable, Sendable {
  package let lines: [String]

  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// More numbers make no code that anybody reads; a file takes them.
  package static let limit = 50_000

  /// - Parameter heading: what the first line says, as a comment.
  /// - Throws: `ExportError.tooManyNumbers`, or `.noCode` for what a language's library cannot do in one call.
  package init(_ language: CodeLanguage, of experiment: Experiment, heading: String) throws(ExportError) {
    let count = OperandName.allCases.reduce(0) { $0 + (experiment.operands[$1]?.shape.count ?? 0) }
    guard count <= Self.limit else { throw .tooManyNumbers(count: count, limit: Self.limit) }
    let body =
      switch language {
      case .numpy: NumPySnippet(experiment: experiment).lines
      case .pytorch: PyTorchSnippet(experiment: experiment).lines
      case .swift: SwiftSnippet(experiment: experiment).lines
      }
    guard let body else { throw .noCode(language, experiment.operation) }
    lines = ["\(language.commentSign) \(heading)"] + body
  }
}

/// Numbers as source code, a line for each row of a grid.
enum ArrayLiteral {
  /// - Parameter nonFinite: how the language writes a number that has no digits.
  static func rows(of tensor: Tensor, nonFinite: (Float) -> String) -> [String] {
    let width = max(1, tensor.shape.width)
    return stride(from: 0, to: tensor.values.count, by: width).map { start in
      let row = tensor.values[start..<min(start + width, tensor.values.count)]
      return "    " + row.map { $0.isFinite ? NumberText.shortest($0) : nonFinite($0) }.joined(separator: ", ") + ","
    }
  }

  /// `float("nan")` and the like.
  static func python(_ value: Float) -> String { "float(\"\(NumberText.shortest(value))\")" }

  /// `(1, 1, 7, 7)`, as Python writes a shape.
  static func tuple(_ axes: [Int]) -> String {
    "(" + axes.map(String.init).joined(separator: ", ") + (axes.count == 1 ? ",)" : ")")
  }
}
