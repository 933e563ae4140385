import ConvolutionEngine
import Explorer
import TerminalKit

/// The wording of a transcript: a header, a sentence for each output cell, an end.
struct StepSentences {
  let document: ExplorerDocument
  let texts: TextTable

  private var experiment: Experiment { document.experiment }
  private var output: Shape { experiment.outputShape }

  /// Whether there is a kernel that might be turned.
  private var hasOrientation: Bool {
    OperatorCatalog.description(of: experiment.operation).specification(of: .flip) != nil
  }

  private var orientation: String {
    texts.text(experiment.parameters.orientation == .convolution ? .plainConvolution : .headerCrossCorrelation)
  }

  /// What has to be known before the first step.
  var header: [String] {
    var lines = [
      hasOrientation
        ? texts.text(.plainOperator, experiment.operation.rawValue, orientation)
        : texts.text(.plainFunction, experiment.operation.rawValue),
      texts.text(.plainInput, origin(of: .input), texts.sides(experiment.inputShape)),
    ]
    if let weights = experiment.operands[.weights] {
      lines.append(texts.text(.plainKernel, origin(of: .weights), texts.sides(weights.shape)))
      lines += rows(of: weights)
    }
    if let bias = experiment.operands[.bias] { lines.append(texts.text(.plainBias, numbers(bias.values[...]))) }
    let parameters = OperatorCatalog.description(of: experiment.operation).parameters.compactMap { specification in
      experiment.parameters[specification.name].map { "\(specification.name.rawValue) \($0)" }
    }
    if !parameters.isEmpty {
      lines.append(texts.text(.plainParameters, parameters.joined(separator: texts.text(.joinItems))))
    }
    lines.append(texts.text(.plainOutput, texts.sides(output), "\(output.count)"))
    return lines
  }

  /// One output cell: where the window stands, the whole sum, the value.
  func cell(_ trace: CellTrace) -> String { cell(trace, value: NumberText.shortest(trace.result)) }

  /// One output cell without its value.
  func question(_ trace: CellTrace) -> String { cell(trace, value: "?") }

  /// A value that has become known.
  func known(_ cell: Coordinate, _ value: Float, as key: TextKey) -> String {
    let place = texts.text(
      isPlane ? .plainPlace : .plainPlaceOfPlane, "\(cell.row)", "\(cell.column)", "\(cell.batch)", "\(cell.channel)")
    return texts.text(key, place, NumberText.shortest(value))
  }

  private var isPlane: Bool { output.batch == 1 && output.channels == 1 }

  private func cell(_ trace: CellTrace, value: String) -> String {
    let cell = trace.cell
    let positions = trace.groups.first?.terms.map(\.position) ?? []
    guard !positions.isEmpty else {
      return texts.text(
        isPlane ? .plainNothing : .plainNothingOfPlane, "\(cell.row)", "\(cell.column)", texts.plane(output),
        sum(trace), NumberText.shortest(trace.result), "\(cell.batch)", "\(cell.channel)")
    }
    let hasWindow = experiment.plan.window != nil
    return texts.text(
      isPlane
        ? hasWindow ? .plainCell : .plainCellMade : hasWindow ? .plainCellOfPlane : .plainCellMadeOfPlane,
      "\(cell.row)", "\(cell.column)", texts.plane(output),
      span(positions.map(\.row), one: .plainRow, dense: .plainRows, apart: .plainRowsApart),
      span(positions.map(\.column), one: .plainColumn, dense: .plainColumns, apart: .plainColumnsApart),
      sum(trace), value, "\(cell.batch)", "\(cell.channel)")
  }

  func end(told: Int) -> String { texts.text(.plainEnd, "\(told)", "\(output.count)") }

  // MARK: Parts

  /// Where the numbers of an operand come from; a file name may hold anything.
  private func origin(of operand: OperandName) -> String {
    document.origins[operand].map { Sanitizer.sanitized($0.name) } ?? "-"
  }

  private func rows(of weights: Tensor) -> [String] {
    let shape = weights.shape
    let isPlane = shape.batch == 1 && shape.channels == 1
    return (0..<(shape.batch * shape.channels * shape.height)).map { index in
      let values = numbers(weights.values[(index * shape.width)..<((index + 1) * shape.width)])
      let row = "\(index % shape.height)"
      let plane = index / shape.height
      return isPlane
        ? texts.text(.plainKernelRow, row, values)
        : texts.text(
          .plainKernelRowOfPlane, row, "\(plane / shape.channels)", "\(plane % shape.channels)", values)
    }
  }

  private func numbers(_ values: ArraySlice<Float>) -> String {
    values.map { NumberText.shortest($0) }.joined(separator: " ")
  }

  /// The terms channel by channel, and what is added after them.
  private func sum(_ trace: CellTrace) -> String {
    var parts = trace.groups.map { group in
      let terms = group.terms.map(term).joined(separator: trace.reduction == .sum ? " + " : texts.text(.joinItems))
      return trace.groups.count == 1 ? terms : texts.text(.plainChannelTerms, "\(group.channel)", terms)
    }
    switch trace.reduction {
    case .sum, .single: break
    case .max: parts = [texts.text(.plainLargest, parts.joined(separator: texts.text(.joinItems)))]
    case .mean: parts = [texts.text(.plainMean, parts.joined(separator: texts.text(.joinItems)))]
    case .exponentialSum(let shift):
      parts = [
        texts.text(
          .plainExponentials, NumberText.shortest(Float(shift)), parts.joined(separator: texts.text(.joinItems)))
      ]
    }
    var whole = parts.isEmpty ? "0" : parts.joined(separator: " + ")
    for step in trace.epilogue { whole = after(step, of: whole) }
    return whole
  }

  /// What becomes of a sum in a step after it.
  private func after(_ step: CellTrace.EpilogueStep, of sum: String) -> String {
    func number(_ value: Double) -> String { NumberText.shortest(Float(value)) }
    return switch step {
    case .addBias(let bias): sum + " + " + texts.text(.plainBiasTerm, NumberText.shortest(bias))
    case .scale(let factor): texts.text(.plainScaled, sum, number(factor))
    case .subtract(let value): texts.text(.plainSubtracted, sum, NumberText.shortest(value))
    case .divide(let divisor): texts.text(.plainDivided, sum, number(divisor))
    case .rectify: texts.text(.plainRectified, sum)
    case .leak(let slope): texts.text(.plainLeaked, sum, number(slope))
    case .logistic: texts.text(.plainLogistic, sum)
    case .hyperbolicTangent: texts.text(.plainTangent, sum)
    case .share(let numerator): texts.text(.plainShare, sum, number(numerator))
    }
  }

  /// A product; in the padding with the cell that its value comes from.
  private func term(_ term: CellTrace.Term) -> String {
    let value = NumberText.shortest(term.value)
    guard term.factorPosition != nil || term.factor != 1 else {
      guard term.isGhost else { return value }
      guard let source = term.source else { return texts.text(.plainZeroGhostValue, value) }
      return texts.text(.plainGhostValue, value, "\(source.row)", "\(source.column)")
    }
    let factor = NumberText.shortest(Float(term.factor))
    guard term.isGhost else { return texts.text(.plainTerm, value, factor) }
    guard let source = term.source else { return texts.text(.plainZeroGhost, value, factor) }
    return texts.text(.plainGhost, value, factor, "\(source.row)", "\(source.column)")
  }

  /// The rows or columns under the window: one, all from the first to the last, or every so many.
  private func span(_ positions: [Int], one: TextKey, dense: TextKey, apart: TextKey) -> String {
    guard let first = positions.min(), let last = positions.max(), first < last else {
      return texts.text(one, "\(positions.first ?? 0)")
    }
    let step = (last - first) / (Set(positions).count - 1)
    return step == 1
      ? texts.text(dense, "\(first)", "\(last)") : texts.text(apart, "\(first)", "\(last)", "\(step)")
  }
}
