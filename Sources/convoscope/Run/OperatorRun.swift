import ConvolutionEngine
import Formats
import Workbench

/// Reads the arrays that a request names and applies the operator to them.
struct OperatorRun {
  let request: OperatorRequest
  let schedule: RowBandSchedule
  let algorithm: ConvolutionAlgorithm
  /// Whether the algorithm is told on standard error.
  let isExplained: Bool
  let texts: TextTable

  /// The output in float32.
  ///
  /// - Throws: `Failure` with `missingInput` or `badData`.
  func single() throws(Failure) -> NDArray<Float> {
    var arrays = try read(as: Float.self)
    var output = try single(arrays)
    for path in request.furtherInputs {
      arrays[.input] = output
      arrays[.secondInput] = try ArrayFiles.read(path, as: Float.self, texts: texts)
      output = try single(arrays)
    }
    return output
  }

  private func single(_ arrays: [OperandName: NDArray<Float>]) throws(Failure) -> NDArray<Float> {
    let call: OperatorCall
    do throws(ExperimentError) {
      call = try OperatorCall(request.description.name, arrays: arrays, parameters: request.parameters)
    } catch {
      throw refusal(error, arrays.mapValues(\.axes))
    }
    try settle(for: call.experiment)
    guard let output = call.output(schedule: schedule, algorithm: algorithm) else {
      throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
    }
    return output
  }

  /// Refuses an algorithm that does not apply, and says which one is taken when that was asked for.
  private func settle(for experiment: Experiment) throws(Failure) {
    guard experiment.algorithms.contains(algorithm) else { throw notHere(experiment.algorithms) }
    guard isExplained else { return }
    StandardStreams.complain(
      algorithm == .auto ? texts.sentence(for: experiment.choice) : texts.sentence(forced: algorithm))
  }

  private func notHere(_ legal: [ConvolutionAlgorithm]) -> Failure {
    Failure(
      status: .badData,
      sentence: texts.text(
        .runAlgorithmNotHere, algorithm.rawValue, request.description.name.rawValue,
        texts.list(legal.map(\.rawValue))))
  }

  /// The output in float64.
  ///
  /// - Throws: `Failure` with `missingInput` or `badData`, also for an operator that has no float64 form.
  func double() throws(Failure) -> NDArray<Double> {
    let legal = ConvolutionAlgorithm.allCases.filter { $0.isExact || $0 == .auto }
    guard legal.contains(algorithm) else { throw notHere(legal) }
    let arrays = try read(as: Double.self)
    if isExplained {
      let exact = ConvolutionAlgorithm.exact.rawValue
      StandardStreams.complain(texts.text(.algorithmChosen, exact, texts.text(.algorithmDouble)))
    }
    do throws(ExperimentError) {
      let call = try DoubleOperatorCall(request.description.name, arrays: arrays, parameters: request.parameters)
      if let output = call?.output(schedule: schedule) { return output }
    } catch {
      throw refusal(error, arrays.mapValues(\.axes))
    }
    throw Failure(status: .badData, sentence: texts.text(.runNoDoubleForm, request.description.name.rawValue))
  }

  private func read<Element: ArrayElement>(as type: Element.Type) throws(Failure) -> [OperandName: NDArray<Element>] {
    var arrays: [OperandName: NDArray<Element>] = [:]
    for (name, path) in request.operands { arrays[name] = try ArrayFiles.read(path, as: type, texts: texts) }
    return arrays
  }

  /// Says what was put together, all axes included, and the rule that it breaks.
  private func refusal(_ error: ExperimentError, _ axes: [OperandName: [Int]]) -> Failure {
    let given = OperandName.allCases.compactMap { name in axes[name].map { "\(name.optionName) \(texts.axes($0))" } }
    return Failure(
      status: .badData,
      sentence: texts.text(
        .runRefused, request.description.name.rawValue, given.joined(separator: ", "), texts.sentence(for: error)))
  }
}
