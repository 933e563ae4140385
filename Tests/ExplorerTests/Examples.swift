import ConvolutionEngine

@testable import Explorer

/// Small experiments that the tests share.
enum Examples {
  /// The plus of the article on 7×7: ones in row 3, columns 2–4, and in column 3, rows 2–4.
  static func plus() throws -> Tensor {
    var rows = Array(repeating: Array(repeating: Float(0), count: 7), count: 7)
    for index in 2...4 {
      rows[3][index] = 1
      rows[index][3] = 1
    }
    return try Tensor(rows: rows)
  }

  static func sobelX() throws -> Tensor {
    try Tensor(rows: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
  }

  /// The plus under Sobel-x with padding 1, as the screen shows it at start.
  static func plusUnderSobel(reveal: RevealMode = .live) throws -> ExplorerState {
    var experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: try plus(), .weights: try sobelX()]))
    try experiment.setParameter(.padding, to: .sides(Padding(1)))
    return ExplorerState(
      document: ExplorerDocument(
        experiment: experiment,
        origins: [.input: GridOrigin(name: "plus"), .weights: GridOrigin(name: "sobel-x")], reveal: reveal))
  }

  /// A viewport that shows everything of a small experiment.
  static let wide = Viewport(
    input: .init(rows: -20..<20, columns: -20..<20), kernel: .init(rows: 0..<20, columns: 0..<20),
    output: .init(rows: 0..<20, columns: 0..<20))
}
