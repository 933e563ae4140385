import Explorer

/// Sentences for why a stack is not as one would have it.
extension TextTable {
  package func sentence(for error: StackError) -> String {
    switch error {
    case .input(let axes, let limit): text(.stackInputSides, axes.map { "\($0)" }.joined(separator: "×"), "\(limit)")
    case .layerCount(let count, let limit): text(.stackLayerCount, "\(count)", "\(limit)")
    case .network(let error): sentence(for: error)
    }
  }

  package func sentence(for refusal: StackStudy.Refusal) -> String {
    switch refusal {
    case .architecture(let name):
      text(.stackIsArchitecture, name, KeyMap.keyName(for: .openMenu(.stackPresets), in: .stack) ?? "")
    case .missing(let part, let kind?): text(.stackMissingPart, kind.rawValue, word(for: part))
    case .missing(let part, nil): text(.stackInputMissingPart, word(for: part))
    case .lastLayer: text(.stackLastLayer)
    case .input: text(.stackInputStays)
    }
  }

  private func word(for part: StackStudy.Part) -> String {
    switch part {
    case .kernel: text(.stackPartKernel)
    case .stride: text(.stackPartStride)
    case .padding: text(.stackPartPadding)
    case .dilation: text(.stackPartDilation)
    case .channels: text(.stackPartChannels)
    }
  }
}
