extension OperatorDescription {
  /// PyTorch's `Conv2d` with padding per side, a padding mode per axis and an optional flip of the kernel.
  public static let conv2d = OperatorDescription(
    name: .conv2d,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [
      ParameterSpecification(name: .stride, defaultValue: .axes(PerAxis(1))),
      ParameterSpecification(name: .padding, defaultValue: .sides(.none)),
      ParameterSpecification(name: .paddingMode, defaultValue: .modes(PerAxis(.zeros))),
      ParameterSpecification(name: .dilation, defaultValue: .axes(PerAxis(1))),
      ParameterSpecification(name: .flip, defaultValue: .flag(false)),
    ],
    makePlan: { operands, parameters throws(ExperimentError) in
      guard let input = operands[.input] else { throw .missingOperand(.input) }
      guard let weights = operands[.weights] else { throw .missingOperand(.weights) }
      let geometry: ConvolutionGeometry
      do throws(GeometryError) {
        geometry = try ConvolutionGeometry(
          stride: parameters.stride, dilation: parameters.dilation, padding: parameters.padding,
          mode: parameters.paddingMode)
      } catch {
        throw .convolution(.geometry(error))
      }
      do throws(ConvolutionError) {
        return Conv2DPlan(
          convolution: try Convolution(
            input: input.shape, weights: weights.shape, bias: operands[.bias]?.shape, geometry: geometry,
            orientation: parameters.orientation))
      } catch {
        throw .convolution(error)
      }
    })
}

/// A convolution that fits its operands.
private struct Conv2DPlan: OperatorPlan {
  let convolution: Convolution

  var output: Shape { convolution.output }
  var termsPerCell: Int { convolution.tapsPerCell }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let weights = operands[.weights] else { return .nan }
    return ReferenceConvolution.value(
      of: convolution, at: cell, input: input, weights: weights, bias: operands[.bias])
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input], let weights = operands[.weights] else {
      return CellTrace(cell: cell, groups: [], reduction: .sum, epilogue: [])
    }
    var terms: [[CellTrace.Term]] = Array(repeating: [], count: convolution.weights.channels)
    convolution.forEachTap(of: cell) { tap in
      terms[tap.position.channel].append(
        CellTrace.Term(
          position: tap.position, source: tap.source, value: tap.source.map { input[$0] } ?? 0,
          factorPosition: tap.weight, factor: weights[tap.weight]))
    }
    return CellTrace(
      cell: cell,
      groups: terms.enumerated().map { CellTrace.Group(channel: $0.offset, terms: $0.element) },
      reduction: .sum,
      epilogue: operands[.bias].map { [.addBias($0[channel: cell.channel, row: 0, column: 0])] } ?? [])
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input], let weights = operands[.weights] else { return nil }
    return RowBandConvolution.output(
      of: convolution, input: input, weights: weights, bias: operands[.bias], schedule: schedule)
  }
}
