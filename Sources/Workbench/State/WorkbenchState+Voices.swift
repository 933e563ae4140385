import ConvolutionEngine
import Explorer

/// What is said of a step besides its picture: voices, the size of the output, the padding's sources.
extension WorkbenchState {
  /// Tells the steps in another voice, and says once what its code needs before the line.
  mutating func speak(_ voice: Voice) {
    self.voice = voice
    let name = texts.text(Self.name(of: voice))
    guard let language = voice.language else {
      say(.voiceIs, name)
      return
    }
    guard let code = StepCode(language, of: explorer.experiment, cell: explorer.cell, products: explorer.subStep) else {
      refuse(.voiceHasNoLine, name, explorer.experiment.operation.rawValue)
      return
    }
    guard !code.preparation.isEmpty else {
      say(.voiceIs, name)
      return
    }
    let needed = texts.text(.voiceNeeds, name, code.preparation.joined(separator: "; "))
    guard TextFlow.wrap([Span(needed)], columns: max(20, size.columns - 2)).count <= Self.messageLines else {
      say(.voiceInHelp, name, KeyMap.keyName(for: .openHelp, in: .output) ?? "")
      return
    }
    message = StatusMessage(text: needed, kind: .notice)
  }

  /// What the code of the present voice needs before its line.
  var codePreparation: [String] {
    voice.language.flatMap {
      StepCode($0, of: explorer.experiment, cell: explorer.cell, products: explorer.subStep)
    }?.preparation ?? []
  }

  /// `:voice NAME`.
  mutating func speak(named name: String) {
    guard let voice = Voice(rawValue: name) else {
      refuse(.noSuchVoice, texts.excerpt(name), texts.list(Voice.allCases.map(\.rawValue)))
      return
    }
    speak(voice)
  }

  private static func name(of voice: Voice) -> TextKey {
    switch voice {
    case .numbers: .voiceNumbers
    case .words: .voiceWords
    case .numpy: .voiceNumPy
    case .pytorch: .voicePyTorch
    case .swift: .voiceSwift
    }
  }

  /// Says how the size of the output follows from a parameter that was just set.
  mutating func saySize(after action: ExplorerAction) {
    switch action {
    case .set(.stride, _), .set(.padding, _), .set(.dilation, _), .resize: break
    default: return
    }
    guard message == nil, let size = explorer.experiment.outputSize else { return }
    message = StatusMessage(text: texts.sentence(for: size, columns: self.size.columns), kind: .notice)
  }

  /// Says why a position of the padding takes no number, and which cell does.
  mutating func refuseEditOfPadding() {
    let position = explorer.inputCursor
    let place = "\(position.row),\(position.column)"
    guard case .copy(let row, let column)? = explorer.ghost(at: position) else {
      refuse(.paddingIsZero, place, KeyMap.keyName(for: .cycle(.paddingMode), in: .input) ?? "")
      return
    }
    let modes = explorer.experiment.parameters.paddingMode
    let mode = row == position.row ? modes.horizontal : modes.vertical
    message = StatusMessage(
      text: texts.text(.paddingIsCopy, place, texts.verb(of: mode), "\(row),\(column)"), kind: .problem)
  }
}
