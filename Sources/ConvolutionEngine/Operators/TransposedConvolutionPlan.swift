/// A transposed convolution in one or two dimensions that fits its operands.
struct TransposedConvolutionPlan: OperatorPlan {
  let convolution: TransposedConvolution

  var output: Shape { convolution.output }
  var termsPerCell: Int { convolution.mostTapsPerCell }
  func termCount(of cell: Coordinate) -> Int { convolution.tapCount(of: cell) }

  func footprint(of cell: Coordinate) -> Footprint { convolution.footprint(of: cell) }

  func compute(operands: Operands, schedule: RowBandSchedule, algorithm: ConvolutionAlgorithm) -> Tensor? {
    guard algorithm == .gather, let gather = TransposedGather(of: convolution), let input = operands[.input],
      let weights = operands[.weights]
    else { return compute(operands: operands, schedule: schedule) }
    return gather.output(
      shape: output, input: input, weights: weights, bias: operands[.bias], schedule: schedule)
  }

  func applies(_ algorithm: ConvolutionAlgorithm, to operands: Operands) -> Bool {
    switch algorithm {
    case .auto, .exact, .reference: true
    case .gather: TransposedGather(of: convolution) != nil
    default: false
    }
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let weights = operands[.weights] else { return .nan }
    return ReferenceTransposedConvolution.value(
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
          position: tap.position, source: tap.source, value: input[tap.position], factorPosition: tap.weight,
          factor: Double(weights[tap.weight])))
    }
    return CellTrace(
      cell: cell, terms: terms, reduction: .sum,
      epilogue: operands[.bias].map { [.addBias($0[channel: cell.channel, row: 0, column: 0])] } ?? [])
  }
}

extension TransposedConvolutionPlan {
  /// The plan for the shapes of `input`, `weights` and perhaps `bias`.
  ///
  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue` for padding that is named or not zeros, or `.convolution`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    guard let padding = parameters.paddingCells else {
      throw .parameterValue(
        .padding, parameters[.padding] ?? .named(.same), legal: .integers(0...AxisGeometry.limit))
    }
    if let mode = parameters[.paddingMode], parameters.paddingMode != PerAxis(.zeros) {
      throw .parameterValue(.paddingMode, mode, legal: .texts([PaddingMode.zeros.rawValue]))
    }
    let geometry: ConvolutionGeometry
    do throws(GeometryError) {
      geometry = try ConvolutionGeometry(
        stride: parameters.stride, dilation: parameters.dilation, padding: padding)
    } catch {
      throw .convolution(.geometry(error))
    }
    var outputPadding = parameters.axes(.outputPadding) ?? PerAxis(0)
    if case .integer? = parameters[.outputPadding] { outputPadding.vertical = 0 }
    let (input, weights) = (try shapes.required(.input), try shapes.required(.weights))
    guard weights.batch > 0, weights.channels > 0 else { throw .emptyOperand(.weights, weights) }
    do throws(ConvolutionError) {
      convolution = try TransposedConvolution(
        input: input, weights: weights, bias: shapes[.bias], geometry: geometry,
        outputPadding: outputPadding, orientation: parameters.orientation, groups: parameters.groups)
    } catch {
      throw .convolution(error)
    }
  }
}
