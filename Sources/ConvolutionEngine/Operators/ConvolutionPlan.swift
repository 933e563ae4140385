/// A convolution in one or two dimensions that fits its operands.
struct ConvolutionPlan: OperatorPlan {
  let convolution: Convolution

  var output: Shape { convolution.output }
  var termsPerCell: Int { convolution.tapsPerCell }
  var window: SlidingWindow? {
    SlidingWindow(
      geometry: convolution.geometry,
      kernel: PerAxis(vertical: convolution.weights.height, horizontal: convolution.weights.width))
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let weights = operands[.weights] else { return .nan }
    return ReferenceConvolution.value(
      of: convolution, at: cell, input: input, weights: weights, bias: operands[.bias])
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input], let weights = operands[.weights] else {
      return CellTrace(cell: cell, groups: [], reduction: .sum)
    }
    var terms: [CellTrace.Term] = []
    convolution.forEachTap(of: cell) { tap in
      terms.append(
        CellTrace.Term(
          position: tap.position, source: tap.source, value: tap.source.map { input[$0] } ?? 0,
          factorPosition: tap.weight, factor: Double(weights[tap.weight])))
    }
    var epilogue: [CellTrace.EpilogueStep] = []
    if convolution.sampleStep != 1 { epilogue.append(.scale(convolution.sampleStep)) }
    if let bias = operands[.bias] { epilogue.append(.addBias(bias[channel: cell.channel, row: 0, column: 0])) }
    return CellTrace(cell: cell, terms: terms, reduction: .sum, epilogue: epilogue)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    compute(operands: operands, schedule: schedule, algorithm: .exact)
  }

  /// The exact sums over padded maps where the output planes are small, and by row bands elsewhere.
  func compute(operands: Operands, schedule: RowBandSchedule, algorithm: ConvolutionAlgorithm) -> Tensor? {
    guard let input = operands[.input], let weights = operands[.weights] else { return nil }
    let bias = operands[.bias]
    if let fast = fast(algorithm, operands) {
      return fast.output(shape: output, input: input, weights: weights, bias: bias, schedule: schedule)
    }
    if algorithm != .rowBands, let padded = PaddedConvolution(of: convolution) {
      return padded.output(input: input, weights: weights, bias: bias, schedule: schedule)
    }
    return RowBandConvolution.output(
      of: convolution, input: input, weights: weights, bias: bias, schedule: schedule)
  }

  func applies(_ algorithm: ConvolutionAlgorithm, to operands: Operands) -> Bool {
    switch algorithm {
    case .auto, .exact, .reference, .rowBands: true
    case .paddedMaps: PaddedConvolution(of: convolution) != nil
    default: fast(algorithm, operands) != nil
    }
  }

  var hasDoubleForm: Bool { true }

  func computeDouble(operands: [OperandName: [Double]], schedule: RowBandSchedule) -> [Double]? {
    guard let input = operands[.input], let weights = operands[.weights] else { return nil }
    return DoubleConvolution.output(
      of: convolution, input: input, weights: weights, bias: operands[.bias], schedule: schedule)
  }
}

extension ConvolutionPlan {
  /// The plan for the shapes of `input`, `weights` and perhaps `bias`.
  ///
  /// - Throws: `ExperimentError.missingOperand`, `.emptyOperand` without filters, as in PyTorch, `.conflict`, `.parameterValue`
  ///   or `.convolution`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    let input = try shapes.required(.input)
    let weights = try shapes.required(.weights)
    guard weights.batch > 0 else { throw .emptyOperand(.weights, weights) }
    let sampleStep = parameters.number(.sampleStep) ?? 1
    guard sampleStep > 0, sampleStep.isFinite else {
      throw .parameterValue(.sampleStep, .number(sampleStep), legal: .positive)
    }
    let padding = try Self.padding(parameters, input: input, weights: weights)
    let geometry: ConvolutionGeometry
    do throws(GeometryError) {
      geometry = try ConvolutionGeometry(
        stride: parameters.stride, dilation: parameters.dilation, padding: padding, mode: parameters.paddingMode)
    } catch {
      throw .convolution(.geometry(error))
    }
    do throws(ConvolutionError) {
      convolution = try Convolution(
        input: input, weights: weights, bias: shapes[.bias], geometry: geometry, orientation: parameters.orientation,
        groups: parameters.groups, sampleStep: sampleStep)
    } catch {
      throw .convolution(error)
    }
  }

  /// The padding in cells, whichever parameter asks for it.
  private static func padding(
    _ parameters: Parameters, input: Shape, weights: Shape
  ) throws(ExperimentError) -> Padding {
    if let mode = parameters.signalMode {
      guard parameters.paddingCells == Padding.none else { throw .conflict(.mode, .padding) }
      guard parameters.paddingMode.horizontal == .zeros else { throw .conflict(.mode, .paddingMode) }
      let kernel = try effectiveExtent(weights.width, .horizontal, parameters)
      let cells = mode.padding(effectiveKernel: kernel)
      return Padding(top: 0, left: cells.before, bottom: 0, right: cells.after)
    }
    guard let name = parameters.namedPadding else { return parameters.paddingCells ?? .none }
    let vertical = name.cells(
      input: input.height, effectiveKernel: try effectiveExtent(weights.height, .vertical, parameters),
      stride: try legalStride(.vertical, parameters))
    let horizontal = name.cells(
      input: input.width, effectiveKernel: try effectiveExtent(weights.width, .horizontal, parameters),
      stride: try legalStride(.horizontal, parameters))
    return Padding(
      top: vertical.before, left: horizontal.before, bottom: vertical.after, right: horizontal.after)
  }

  /// The extent of the kernel with its dilation, once both are known to be so small that nothing overflows.
  private static func effectiveExtent(
    _ kernel: Int, _ axis: Axis, _ parameters: Parameters
  ) throws(ExperimentError) -> Int {
    guard kernel >= 1 else { throw .convolution(.geometry(.emptyKernel(axis: axis))) }
    do throws(GeometryError) {
      let geometry = try AxisGeometry(axis: axis, dilation: parameters.dilation[axis])
      guard kernel <= AxisGeometry.limit else { throw .extent(kernel, axis: axis) }
      return geometry.effectiveExtent(kernel: kernel)
    } catch {
      throw .convolution(.geometry(error))
    }
  }

  private static func legalStride(_ axis: Axis, _ parameters: Parameters) throws(ExperimentError) -> Int {
    do throws(GeometryError) {
      return try AxisGeometry(axis: axis, stride: parameters.stride[axis]).stride
    } catch {
      throw .convolution(.geometry(error))
    }
  }
}

extension Parameters {
  fileprivate var signalMode: SignalMode? {
    if case .signalMode(let mode)? = self[.mode] { mode } else { nil }
  }
}

extension [OperandName: Shape] {
  /// The shape of an operand that an operator cannot do without.
  func required(_ name: OperandName) throws(ExperimentError) -> Shape {
    guard let shape = self[name] else { throw .missingOperand(name) }
    return shape
  }
}
