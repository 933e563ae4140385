/// An operator together with its operands and parameters; a value that exists has an output.
///
/// Every change checks first and leaves the experiment as it was when it throws.
public struct Experiment: Sendable {
  public let operation: OperatorName
  public private(set) var operands: Operands
  public private(set) var parameters: Parameters
  /// The checked operator; derived from the three above, never compared.
  public private(set) var plan: any OperatorPlan

  /// The most output elements of an experiment, 64 Mi (256 MiB of Float32): keeps a padding of a million cells on a
  /// 7×7 grid from asking for terabytes.
  public static let outputLimit = 1 << 26

  /// - Parameter parameters: nil for the operator's defaults.
  /// - Throws: `ExperimentError` when the operands, parameters and operator do not fit.
  public init(
    operation: OperatorName, operands: Operands, parameters: Parameters? = nil
  ) throws(ExperimentError) {
    let description = OperatorCatalog.description(of: operation)
    let parameters = parameters ?? Parameters(defaultsOf: description.parameters)
    self.operation = operation
    self.operands = operands
    self.parameters = parameters
    self.plan = try Self.checkedPlan(operation, operands, parameters)
  }

  public var outputShape: Shape { plan.output }

  /// One output cell by the reference operator. The cell must lie inside `outputShape`.
  public func value(at cell: Coordinate) -> Float {
    plan.value(at: cell, operands: operands)
  }

  /// How one output cell comes about. The cell must lie inside `outputShape`.
  public func trace(at cell: Coordinate) -> CellTrace {
    plan.trace(at: cell, operands: operands)
  }

  /// The whole output; nil when the schedule was cancelled meanwhile.
  ///
  /// - Parameter algorithm: how it is computed; `exact` for one that does not apply.
  public func output(
    schedule: RowBandSchedule = RowBandSchedule(), algorithm: ConvolutionAlgorithm = .exact
  ) -> Tensor? {
    switch algorithm {
    case .auto: return output(schedule: schedule, algorithm: choice.algorithm)
    case .reference:
      return CellwiseComputation.output(
        shape: outputShape, termsPerCell: plan.termsPerCell, schedule: schedule
      ) { [self] in value(at: $0) }
    default: return plan.compute(operands: operands, schedule: schedule, algorithm: algorithm)
    }
  }

  /// What `auto` stands for here: any but `auto`.
  public var choice: AlgorithmChoice { plan.choice(for: operands) }

  /// The algorithms that are ways of their own here.
  public var algorithms: [ConvolutionAlgorithm] {
    ConvolutionAlgorithm.allCases.filter { plan.applies($0, to: operands) }
  }

  /// The padding in cells of an operator with a window, whatever the parameter calls it; none for others.
  public var padding: Padding { plan.window?.geometry.padding ?? .none }

  /// Replaces one element of an operand. Complexity: O(1) while the tensor is not shared.
  ///
  /// - Throws: `ExperimentError.missingOperand` or `.coordinate` when there is no such element.
  public mutating func setValue(
    _ value: Float, of operand: OperandName, at coordinate: Coordinate
  ) throws(ExperimentError) {
    guard let shape = operands[operand]?.shape else { throw .missingOperand(operand) }
    guard shape.contains(coordinate) else { throw .coordinate(coordinate, operand: operand, shape: shape) }
    operands.setValue(value, of: operand, at: coordinate)
  }

  /// Replaces a whole operand, or removes an optional one with nil.
  public mutating func setOperand(_ name: OperandName, to tensor: Tensor?) throws(ExperimentError) {
    var changed = operands
    changed[name] = tensor
    plan = try Self.checkedPlan(operation, changed, parameters)
    operands = changed
  }

  /// Sets a parameter, or lets it follow from the others with nil, if it can.
  public mutating func setParameter(_ name: ParameterName, to value: ParameterValue?) throws(ExperimentError) {
    guard let specification = OperatorCatalog.description(of: operation).specification(of: name) else {
      throw .unknownParameter(name, operation: operation)
    }
    var changed = parameters
    changed[name] = value.flatMap { specification.adopted($0) }
    guard changed[name] != nil || (value == nil && specification.defaultValue == nil) else {
      throw .unknownParameter(name, operation: operation)
    }
    plan = try Self.checkedPlan(operation, operands, changed)
    parameters = changed
  }

  /// The shape of the output that operands of these shapes would have; nil when they do not fit, or when it would be too
  /// large. Looks at no number.
  package static func outputShape(
    of operation: OperatorName, shapes: [OperandName: Shape], parameters: Parameters
  ) -> Shape? {
    (try? checkedPlan(operation, shapes, parameters))?.output
  }

  private static func checkedPlan(
    _ operation: OperatorName, _ operands: Operands, _ parameters: Parameters
  ) throws(ExperimentError) -> any OperatorPlan {
    try checkedPlan(operation, operands.shapes, parameters)
  }

  /// The plan for operands of these shapes, with an output that is no larger than `outputLimit`.
  static func checkedPlan(
    _ operation: OperatorName, _ shapes: [OperandName: Shape], _ parameters: Parameters
  ) throws(ExperimentError) -> any OperatorPlan {
    let plan = try OperatorCatalog.description(of: operation).makePlan(shapes, parameters)
    guard plan.output.count <= outputLimit else { throw .outputTooLarge(plan.output, limit: outputLimit) }
    return plan
  }
}

extension Experiment: Equatable {
  public static func == (left: Experiment, right: Experiment) -> Bool {
    left.operation == right.operation && left.parameters == right.parameters && left.operands == right.operands
  }
}
