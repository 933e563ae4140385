import ConvolutionEngine
import Explorer
import LessonKit

/// The one place where errors, which carry facts, become sentences that say what, where, and what would be legal.
extension TextTable {
  package func sentence(for error: ExplorerError) -> String {
    switch error {
    case .experiment(let error): sentence(for: error)
    case .noSuchCell(let row, let column, let size):
      text(.errorNoSuchCell, "\(row)", "\(column)", plane(size))
    case .noSuchChannel(let index, let count): text(.errorNoSuchChannel, "\(index)", "\(count - 1)")
    case .notSteppable(let name):
      text(.errorNotSteppable, name.rawValue, list(SteppableOperators.all.map(\.rawValue)))
    case .noSuchFilter(let index, let count): text(.errorNoSuchFilter, "\(index)", "\(count - 1)")
    case .filterCount(let count, let groups, let limit):
      groups == 1
        ? text(.errorFilterCount, "\(count)", "\(limit)") : text(.errorGroupedFilterCount, "\(count)", "\(groups)")
    case .channelCount(let count, let groups, let limit):
      groups == 1
        ? text(.errorChannelCount, "\(count)", "\(limit)") : text(.errorGroupedChannelCount, "\(count)", "\(groups)")
    case .tooManyWeights(let filters, let channels, let kernel, let limit):
      text(
        .errorTooManyWeights, product([filters, channels, kernel.vertical, kernel.horizontal]), "\(limit)")
    case .noFilters(let operation): text(.errorNoFilters, operation.rawValue)
    case .kernelSize(let name, let size, let filters):
      text(
        .errorKernelSize, name, product([size.vertical, size.horizontal]),
        product([filters.vertical, filters.horizontal]))
    case .unknownPreset(let name, let operand): unknownPreset(name, operand: operand)
    case .speed(let speed):
      text(.errorSpeed, "\(speed)", "\(Playback.speeds.lowerBound)", "\(Playback.speeds.upperBound)")
    case .size(let size, let limit): text(.errorSize, "\(size.vertical)×\(size.horizontal)", "\(limit)")
    case .notPredicting: text(.errorNotPredicting)
    case .nothingAsked(let row, let column): text(.errorNothingAsked, "\(row)", "\(column)")
    case .playWhilePredicting: text(.errorPlayWhilePredicting)
    case .stack(let error): sentence(for: error)
    case .shift(let shift, let size):
      text(.errorShift, "\(shift.vertical)", "\(shift.horizontal)", plane(size))
    case .nothingCompared: text(.errorNothingCompared)
    case .notComparable(let problem): sentence(for: problem)
    case .comparisonPending: text(.errorComparisonPending)
    case .noDifference: text(.errorNoDifference)
    case .targetTooLarge(let shape, let limit): text(.errorTargetTooLarge, sides(shape), "\(limit)")
    case .cannotFit(let problem): sentence(for: problem)
    case .nothingToUndo: text(.errorNothingToUndo)
    case .nothingToRedo: text(.errorNothingToRedo)
    case .noSuchEdit(let edit, let count): text(.errorNoSuchEdit, "\(edit)", "\(count)")
    }
  }

  /// Why an action was refused, with the nearest values that would be legal where that is a question of sizes.
  package func sentence(
    for error: ExplorerError, refusing action: ExplorerAction, in explorer: ExplorerState
  ) -> String {
    let sentence = sentence(for: error)
    guard let nearest = explorer.nearestLegal(insteadOf: action, after: error), clause(of: sentence) != sentence
    else {
      return sentence
    }
    return text(.errorNearest, clause(of: sentence), list(nearest.ways.map(phrase)))
  }

  private func phrase(for way: NearestLegal.Way) -> String {
    switch way {
    case .atMost(let name, let value): text(.nearestAtMost, name.rawValue, "\(value)")
    case .atLeast(let name, let value): text(.nearestAtLeast, name.rawValue, "\(value)")
    case .kernel(let size): text(.nearestKernel, "\(size.vertical)×\(size.horizontal)")
    }
  }

  /// Why the output is compared with nothing just now.
  package func sentence(for problem: ComparisonProblem) -> String {
    switch problem {
    case .doesNotApply(let algorithm, let operation):
      text(.problemDoesNotApply, algorithm.name, operation.rawValue)
    case .shapes(let file, let shape, let output): text(.problemShapes, file, sides(shape), sides(output))
    case .targetShape(let shape, let output): text(.problemTargetShape, sides(shape), sides(output))
    case .stride(let stride, let shift, let axis):
      text(.problemStride, "\(shift)", lines(axis), "\(stride)")
    case .unevenWindows(let axis): text(.problemUnevenWindows, lines(axis))
    }
  }

  package func sentence(for error: ExperimentError) -> String {
    switch error {
    case .missingOperand(let name): text(.errorMissingOperand, name.rawValue)
    case .coordinate(let place, let operand, let shape):
      text(.errorCoordinate, operand.rawValue, "\(place.row)", "\(place.column)", plane(shape))
    case .unknownParameter(let name, let operation):
      text(
        .errorUnknownParameter, operation.rawValue, name.rawValue,
        list(OperatorCatalog.description(of: operation).parameters.map(\.name.rawValue)))
    case .parameterValue(let name, let value, let legal):
      text(.errorParameterValue, name.rawValue, value.description, phrase(for: legal))
    case .conflict(let first, let second): text(.errorConflict, first.rawValue, second.rawValue)
    case .mismatch(let first, let firstAxes, let second, let secondAxes, let rule):
      text(.errorMismatch, word(for: first), axes(firstAxes), word(for: second), axes(secondAxes), phrase(for: rule))
    case .emptyOperand(let name, let shape): text(.errorEmptyOperand, name.optionName, axes(shape.axes))
    case .arrayAxes(let name, let given, let legal):
      text(.errorArrayAxes, name.optionName, axes(given), list(legal))
    case .convolution(let error): sentence(for: error)
    case .shape(let error): sentence(for: error)
    case .outputTooLarge(let shape, let limit): text(.errorOutputTooLarge, sides(shape), "\(limit)")
    }
  }

  package func sentence(for error: ConvolutionError) -> String {
    switch error {
    case .groups(let groups, let channels, let filters):
      text(
        .errorGroups, "\(groups)", "\(channels)", "\(filters)",
        list(ChannelMap(channels: channels, filters: filters, groups: 1).legalGroups.map { "\($0)" }))
    case .channelMismatch(let input, let weights, 1): text(.errorChannelMismatch, "\(input)", "\(weights)")
    case .channelMismatch(let input, let weights, let groups):
      text(.errorGroupedChannelMismatch, "\(input)", "\(weights)", "\(groups)", "\(input / max(1, groups))")
    case .transposedChannelMismatch(let input, let weights):
      text(.errorTransposedChannelMismatch, "\(input)", "\(weights)")
    case .outputPadding(let value, let legal, let axis):
      text(.errorOutputPadding, direction(axis), "\(value)", "\(legal.lowerBound)", "\(legal.upperBound)")
    case .nothingLeft(let extent, let cropped, let axis):
      text(.errorNothingLeft, "\(extent)", lines(axis), "\(cropped)")
    case .biasMismatch(let bias, let filters): text(.errorBiasMismatch, "\(bias)", "\(filters)")
    case .geometry(let error): sentence(for: error)
    case .output(let error): sentence(for: error)
    }
  }

  package func sentence(for error: GeometryError) -> String {
    let limit = "\(AxisGeometry.limit)"
    switch error {
    case .stride(let value, let axis): return text(.errorStride, direction(axis), "\(value)", "1", limit)
    case .dilation(let value, let axis): return text(.errorDilation, direction(axis), "\(value)", "1", limit)
    case .padding(let value, let axis): return text(.errorPadding, direction(axis), "\(value)", "0", limit)
    case .emptyInput(let axis): return text(.errorEmptyInput, lines(axis))
    case .emptyKernel(let axis): return text(.errorEmptyKernel, lines(axis))
    case .extent(let extent, let axis): return text(.errorExtent, "\(extent)", lines(axis), limit)
    case .kernelDoesNotFit(let extent, let padded, let axis):
      return text(.errorKernelDoesNotFit, "\(extent)", lines(axis), "\(padded)")
    case .paddingModeDoesNotFit(let mode, let padding, let legal, let axis):
      return text(
        .errorPaddingModeDoesNotFit, direction(axis), "\(padding)", lines(axis), mode.rawValue, "\(legal)")
    }
  }

  package func sentence(for error: ShapeError) -> String {
    switch error {
    case .negativeSide(let sides): text(.errorNegativeSide, product(sides))
    case .tooLarge(let sides): text(.errorShapeTooLarge, product(sides))
    case .valueCount(let count, let shape): text(.errorValueCount, "\(count)", sides(shape), "\(shape.count)")
    }
  }

  package func sentence(for error: ActionTextError) -> String {
    error.word.isEmpty
      ? text(.errorActionEnd, phrase(for: error.expected))
      : text(.errorActionWord, excerpt(error.word), phrase(for: error.expected))
  }

  private func phrase(for expectation: ActionExpectation) -> String {
    switch expectation {
    case .action: text(.actionExpectsAction)
    case .direction: text(.actionExpectsDirection)
    case .grid: text(.actionExpectsGrid)
    case .operand: text(.actionExpectsOperand)
    case .filter: text(.actionExpectsFilter)
    case .channel: text(.actionExpectsChannel)
    case .row: text(.actionExpectsRow)
    case .column: text(.actionExpectsColumn)
    case .count: text(.actionExpectsCount)
    case .seed: text(.actionExpectsSeed)
    case .comparison: list(ComparedAlgorithm.all.map(\.name) + ["off"])
    case .tolerance: text(.actionExpectsTolerance)
    case .outputView: list(OutputView.allCases.map(\.rawValue))
    case .shiftFill: list(ShiftFill.allCases.map(\.rawValue))
    case .onOrOff: list(["on", "off"])
    case .subStep: text(.actionExpectsSubStep)
    case .cellsPerSecond: text(.actionExpectsCellsPerSecond)
    case .tenths: text(.actionExpectsTenths)
    case .preset: text(.actionExpectsPreset)
    case .operation: list(SteppableOperators.all.map(\.rawValue))
    case .revealMode: text(.actionExpectsRevealMode)
    case .study: text(.actionExpectsStudy)
    case .mapSides: text(.actionExpectsMapSides)
    case .stackLayer: text(.actionExpectsStackLayer)
    case .architecture: list(NetworkCatalog.all.map(\.name))
    case .denseRule: text(.actionExpectsDenseRule)
    case .reach(let limit): text(.actionExpectsReach, "\(limit)")
    case .sizeUpTo(let limit): text(.actionExpectsSizeUpTo, "\(limit)")
    case .parameter: text(.actionExpectsParameter)
    case .value: text(.actionExpectsValue)
    case .valueOf(let name): text(.actionExpectsValueOf, name.rawValue)
    case .shape: text(.actionExpectsShape)
    case .size: text(.actionExpectsSize)
    case .number: text(.actionExpectsNumber)
    case .numbers(let count): text(.actionExpectsNumbers, "\(count)")
    case .name: text(.actionExpectsName)
    case .edit: text(.actionExpectsEdit)
    case .checksum: text(.actionExpectsChecksum)
    case .places: text(.actionExpectsPlaces)
    case .line(let word): text(.actionExpectsLine, word)
    case .nothingMore: text(.actionExpectsNothingMore)
    }
  }

  /// Names the presets that look like the unknown one; all of them when none does.
  private func unknownPreset(_ name: String, operand: OperandName) -> String {
    let names = operand == .weights ? KernelPreset.all.map(\.name) : InputPreset.all.map(\.name)
    let near = NearMatches.of(name, in: names)
    return near.isEmpty
      ? text(.errorUnknownPreset, operand.rawValue, excerpt(name), list(names))
      : text(.errorUnknownPresetNear, operand.rawValue, excerpt(name), list(near))
  }

  private func phrase(for legal: LegalValues) -> String {
    switch legal {
    case .integers(let range): text(.legalRange, "\(range.lowerBound)", "\(range.upperBound)")
    case .numbers(let range):
      switch (range.lowerBound > -.greatestFiniteMagnitude, range.upperBound < .greatestFiniteMagnitude) {
      case (false, false): text(.legalFinite)
      case (true, false): text(.legalFrom, NumberText.shortest(range.lowerBound))
      default: text(.legalRange, NumberText.shortest(range.lowerBound), NumberText.shortest(range.upperBound))
      }
    case .positive: text(.legalPositive)
    case .texts(let texts): list(texts)
    }
  }

  private func phrase(for rule: ShapeRule) -> String {
    switch rule {
    case .equal: text(.ruleEqual)
    case .equalButForAxis: text(.ruleEqualButForAxis)
    case .onePerChannel: text(.ruleOnePerChannel)
    case .onePerFeature: text(.ruleOnePerFeature)
    case .lastAxis: text(.ruleLastAxis)
    case .onePerPosition: text(.ruleOnePerPosition)
    case .onePerPicture: text(.ruleOnePerPicture)
    }
  }

  // MARK: Parts of sentences

  /// What an operand is called where one of two inputs is meant.
  private func word(for operand: OperandName) -> String {
    operand == .secondInput ? text(.operandSecondInput) : operand.optionName
  }

  /// The axes of an array as Python writes a shape: `(3,8,8)`.
  package func axes(_ axes: [Int]) -> String { "(" + axes.map { "\($0)" }.joined(separator: ",") + ")" }

  /// "a, b or c".
  package func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return text(.listOr, names.dropLast().joined(separator: text(.joinItems)), last)
  }

  /// A sentence as a part of another one: without its full stop.
  package func clause(of sentence: String) -> String {
    let end = text(.sentenceEnd)
    return sentence.hasSuffix(end) ? String(sentence.dropLast(end.count)) : sentence
  }

  /// Height and width, as in `7×7`.
  package func plane(_ shape: Shape) -> String { "\(shape.height)×\(shape.width)" }

  /// Height and width, with batch and channels before them unless both are 1.
  package func sides(_ shape: Shape) -> String {
    shape.batch == 1 && shape.channels == 1
      ? plane(shape) : product([shape.batch, shape.channels, shape.height, shape.width])
  }

  private func product(_ sides: [Int]) -> String { sides.map { "\($0)" }.joined(separator: "×") }
  private func lines(_ axis: Axis) -> String { text(axis == .vertical ? .axisRows : .axisColumns) }
  private func direction(_ axis: Axis) -> String { text(axis == .vertical ? .axisVertical : .axisHorizontal) }

  /// At most 40 characters of what somebody typed.
  func excerpt(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
