import ConvolutionEngine

/// Pieces of Python that the lines of NumPy and PyTorch share.
enum PythonText {
  /// `x[2, 3]`, or `x` without indices.
  static func element(_ name: String, _ indices: [String]) -> String {
    indices.isEmpty ? name : "\(name)[\(indices.joined(separator: ", "))]"
  }

  static func element(_ name: String, _ indices: [Int]) -> String { element(name, indices.map { "\($0)" }) }

  /// `2:5`, `2:7:2`; towards the start `2::-1` or `4:1:-2`. An end below 0 is left out, as it would count from the other end.
  static func slice(first: Int, step: Int, count: Int) -> String {
    let end = first + (count - 1) * step + (step > 0 ? 1 : -1)
    let range = "\(first):\(end < 0 ? "" : "\(end)")"
    return step == 1 ? range : "\(range):\(step)"
  }

  static func slice(_ positions: EvenPositions, from origin: Int = 0) -> String {
    slice(first: positions.first - origin, step: positions.step, count: positions.count)
  }

  /// `name=2`, or `name=(2, 1)` where the axes differ; nil for the usual value.
  static func argument(_ name: String, _ values: [Int], usual: Int) -> String? {
    values.contains { $0 != usual } ? "\(name)=" + tuple(values) : nil
  }

  /// `2`, or `(2, 1)` where the numbers differ.
  static func tuple(_ values: [Int]) -> String { tuple(values.map { "\($0)" }) }

  static func tuple(_ texts: [String]) -> String {
    Set(texts).count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
  }
}
