/// Why an experiment or a change to it was refused.
public enum ExperimentError: Error, Equatable, Sendable {
  case missingOperand(OperandName)
  /// There is no such element in the operand.
  case coordinate(Coordinate, operand: OperandName, shape: Shape)
  /// The operator has no such parameter, or not of this kind.
  case unknownParameter(ParameterName, operation: OperatorName)
  /// The operator does not take this value of its parameter, whatever the operands are or because of them.
  case parameterValue(ParameterName, ParameterValue, legal: LegalValues)
  /// Two parameters that exclude each other.
  case conflict(ParameterName, ParameterName)
  /// Two operands whose axes do not fit each other by the operator's rule.
  case mismatch(OperandName, [Int], OperandName, [Int], rule: ShapeRule)
  /// An operand without elements where the operator needs some.
  case emptyOperand(OperandName, Shape)
  /// An array with axes that the operator does not take; `legal` lists the forms, such as `(C,H,W)`.
  case arrayAxes(OperandName, axes: [Int], legal: [String])
  case convolution(ConvolutionError)
  /// A shape that `Int` does not count.
  case shape(ShapeError)
  /// The output would have more elements than `Experiment.outputLimit`.
  case outputTooLarge(Shape, limit: Int)
}

/// What values a parameter may have.
public enum LegalValues: Equatable, Sendable {
  case integers(ClosedRange<Int>)
  /// Numbers in the range.
  case numbers(ClosedRange<Double>)
  /// Numbers above 0.
  case positive
  /// One of these texts.
  case texts([String])
}

/// The rule by which two shapes do not fit.
public enum ShapeRule: String, CaseIterable, Sendable {
  /// Both must be equal.
  case equal
  /// Both must be equal but for the axis along which they are joined.
  case equalButForAxis
  /// One value for each channel of the first.
  case onePerChannel
  /// One value for each output feature of the first.
  case onePerFeature
  /// The last axis of the first is the last axis of the second.
  case lastAxis
  /// As many keys as values, position for position.
  case onePerPosition
  /// One for each picture of the batch.
  case onePerPicture
}
