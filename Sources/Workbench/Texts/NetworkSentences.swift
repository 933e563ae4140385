import ConvolutionEngine

/// Sentences for why a network cannot be made, summed up or run.
extension TextTable {
  package func sentence(for error: NetworkError) -> String {
    switch error {
    case .empty: text(.networkEmpty)
    case .nodeName(let name): text(.networkNodeName, excerpt(name))
    case .duplicateName(let name): text(.networkDuplicateName, excerpt(name))
    case .unknownSource(_, let name): text(.networkUnknownSource, excerpt(name))
    case .unknownOutput: text(.networkUnknownOutput)
    case .layer(let name, let error): text(.networkLayerRefuses, excerpt(name), sentence(for: error))
    case .input(let error): text(.networkInputRefused, sentence(for: error))
    case .uncountable(let quantity): text(.networkUncountable, phrase(for: quantity))
    case .missingWeights(let names): text(.networkMissingWeights, "\(names.count)", names.first ?? "")
    case .unexpectedWeights(let names): text(.networkUnexpectedWeights, "\(names.count)", names.first ?? "")
    case .weightAxes(let name, let expected, let actual):
      text(.networkWeightAxes, name, axes(actual), axes(expected))
    }
  }

  package func sentence(for error: LayerError) -> String {
    switch error {
    case .activationAxes(let sides): text(.layerAxes, axes(sides))
    case .activationTensor(let shape, let expected): text(.layerTensor, axes(shape.axes), axes(expected.axes))
    case .inputCount(let count, let legal) where legal.upperBound == .max:
      text(.layerFewInputs, "\(count)", "\(legal.lowerBound)")
    case .inputCount(let count, let legal):
      text(
        .layerInputCount, "\(count)",
        legal.count == 1 ? "\(legal.lowerBound)" : text(.legalRange, "\(legal.lowerBound)", "\(legal.upperBound)"))
    case .vectorInput(let shape): text(.layerVectorInput, axes(shape.axes))
    case .missingParameter(let name): text(.layerMissingParameter, name.rawValue)
    case .outputs(let count, let legal):
      text(.layerOutputs, "\(count)", "\(legal.lowerBound)", "\(legal.upperBound)")
    case .operation(let error): sentence(for: error)
    case .missingTensor(let name): text(.layerMissingTensor, name.optionName)
    case .uncountable(let quantity): text(.networkUncountable, phrase(for: quantity))
    }
  }

  private func phrase(for quantity: LayerQuantity) -> String {
    switch quantity {
    case .parameters: text(.quantityParameters)
    case .multiplyAccumulates: text(.quantityMACs)
    case .bytes: text(.quantityBytes)
    }
  }
}
