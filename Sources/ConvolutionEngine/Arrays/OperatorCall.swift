/// An operator applied to arrays as frameworks have them, with the ranks and rules of PyTorch.
///
/// A value that exists has an output. The arrays' numbers become the operands as they are; nothing is copied.
public struct OperatorCall: Sendable {
  public let experiment: Experiment
  /// The axes of the output: as many as the input has, but for operators that join axes.
  public let outputAxes: [Int]

  /// - Parameter parameters: nil for the operator's defaults.
  /// - Throws: `ExperimentError` when axes, parameters and operator do not fit.
  public init(
    _ operation: OperatorName, arrays: [OperandName: NDArray<Float>], parameters: Parameters? = nil
  ) throws(ExperimentError) {
    let description = OperatorCatalog.description(of: operation)
    let arrangement = try description.layout.arranged(
      arrays.mapValues(\.axes), parameters ?? Parameters(defaultsOf: description.parameters))
    var operands = Operands([:])
    for (name, shape) in arrangement.shapes {
      guard let array = arrays[name] else { throw .missingOperand(name) }
      do {
        operands[name] = try Tensor(shape: shape, values: array.values)
      } catch {
        throw .shape(error)
      }
    }
    do throws(ExperimentError) {
      experiment = try Experiment(operation: operation, operands: operands, parameters: arrangement.parameters)
    } catch {
      throw error.told(of: arrays.mapValues(\.axes))
    }
    outputAxes = arrangement.outputAxes(experiment.outputShape)
  }

  /// The output array, or nil when the schedule was cancelled.
  ///
  /// - Parameter algorithm: how it is computed; `exact` for one that does not apply.
  public func output(
    schedule: RowBandSchedule = RowBandSchedule(), algorithm: ConvolutionAlgorithm = .exact
  ) -> NDArray<Float>? {
    experiment.output(schedule: schedule, algorithm: algorithm)
      .flatMap { try? NDArray(axes: outputAxes, values: $0.values) }
  }
}

/// A convolution of float64 arrays, with the ranks and rules of `OperatorCall`.
public struct DoubleOperatorCall: Sendable {
  public let outputAxes: [Int]
  private let plan: any OperatorPlan
  private let operands: [OperandName: [Double]]

  /// - Throws: `ExperimentError` when axes, parameters and operator do not fit.
  /// - Returns: nil for an operator that has no float64 form.
  public init?(
    _ operation: OperatorName, arrays: [OperandName: NDArray<Double>], parameters: Parameters? = nil
  ) throws(ExperimentError) {
    let description = OperatorCatalog.description(of: operation)
    let arrangement = try description.layout.arranged(
      arrays.mapValues(\.axes), parameters ?? Parameters(defaultsOf: description.parameters))
    do throws(ExperimentError) {
      plan = try Experiment.checkedPlan(operation, arrangement.shapes, arrangement.parameters)
    } catch {
      throw error.told(of: arrays.mapValues(\.axes))
    }
    guard plan.hasDoubleForm else { return nil }
    outputAxes = arrangement.outputAxes(plan.output)
    operands = arrays.mapValues(\.values)
  }

  /// The output array, or nil when the schedule was cancelled.
  public func output(schedule: RowBandSchedule = RowBandSchedule()) -> NDArray<Double>? {
    plan.computeDouble(operands: operands, schedule: schedule)
      .flatMap { try? NDArray(axes: outputAxes, values: $0) }
  }
}

extension ExperimentError {
  /// A mismatch in terms of the arrays that were given, instead of the tensors that they were laid out as.
  fileprivate func told(of axes: [OperandName: [Int]]) -> ExperimentError {
    guard case .mismatch(let first, let firstSides, let second, let secondSides, let rule) = self else { return self }
    return .mismatch(first, axes[first] ?? firstSides, second, axes[second] ?? secondSides, rule: rule)
  }
}
