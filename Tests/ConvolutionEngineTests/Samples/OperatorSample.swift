import ConvolutionEngine
import Testing

extension OperatorName {
  /// The operator on these operands, with its defaults but for the given parameters.
  func experiment(
    _ operands: KeyValuePairs<OperandName, Tensor>, _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Experiment {
    var values = Parameters(defaultsOf: OperatorCatalog.description(of: self).parameters)
    for (name, value) in parameters { values[name] = value }
    return try Experiment(operation: self, operands: Operands(operands), parameters: values)
  }

  /// Its output.
  func output(
    _ operands: KeyValuePairs<OperandName, Tensor>, _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Tensor {
    try #require(try experiment(operands, parameters).output())
  }
}

extension Tensor {
  /// Numbers along one axis of an otherwise 1×1×1×1 shape.
  static func row(_ values: [Float]) throws -> Tensor { try Tensor(rows: [values]) }

  static func channels(_ values: [Float]) throws -> Tensor {
    try Tensor(shape: Shape(channels: values.count, height: 1, width: 1), values: values)
  }

  /// The numbers from 0 on, in storage order.
  static func counting(_ shape: Shape) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { Float($0) })
  }

  /// Whether both are equal, −0 to 0 and NaN to NaN.
  func agrees(with values: [Float]) -> Bool {
    self.values.count == values.count && zip(self.values, values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }
}
