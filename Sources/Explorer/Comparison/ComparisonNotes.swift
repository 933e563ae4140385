import ConvolutionEngine

/// What a session notes of a comparison, as words and their texts. What is as it is at the start is not noted.
extension ExplorerState {
  private static let targetWord = "target"

  package var comparisonNotes: [String: String] {
    var words: [String: String] = [:]
    switch comparison.other {
    case .algorithm(let algorithm)?: words["compare"] = algorithm.name
    case .file(let file)?: words["compare-file"] = ActionWords.words(for: file.file, of: .input)
    case .target?: words["compare"] = Self.targetWord
    case nil: break
    }
    if comparison.tolerance != .float32 { words["tolerance"] = comparison.tolerance.words }
    if comparison.isOn, comparison.view != .difference { words["output-view"] = comparison.view.rawValue }
    if comparison.shiftFill != .zeros { words["shift-fill"] = comparison.shiftFill.rawValue }
    if let run = comparison.shift { words["shift"] = "\(run.startEdit) \(run.fill.rawValue)" }
    return words
  }

  /// Compares as the words say; what cannot be understood, or does not apply, is left out. A file is still to be read.
  package mutating func restoreComparison(from words: [String: String]) {
    comparison = Comparison()
    if let tolerance = words["tolerance"].flatMap(Tolerance.init(words:)) { comparison.tolerance = tolerance }
    if let fill = words["shift-fill"].flatMap(ShiftFill.init(rawValue:)) { comparison.shiftFill = fill }
    if let algorithm = words["compare"].flatMap(ComparedAlgorithm.init(name:)) {
      comparison.other = .algorithm(algorithm)
    } else if words["compare"] == Self.targetWord, document.target != nil {
      comparison.other = .target
    } else if let text = words["compare-file"] {
      var fileWords = ActionWords(text)
      if let file = try? fileWords.file().file { comparison.other = .file(Comparison.ComparedFile(file: file)) }
    }
    restoreShift(words["shift"])
    if comparison.isOn, let view = words["output-view"].flatMap(OutputView.init(rawValue:)) { comparison.view = view }
    comparisonDidChange()
  }

  /// Makes the shifts of a run again, on a copy, from the edit at which it began.
  private mutating func restoreShift(_ text: String?) {
    let words = text?.split(separator: " ").map(String.init) ?? []
    guard words.count == 2, let start = Int(words[0]), let fill = ShiftFill(rawValue: words[1]) else { return }
    var copy = self
    guard (try? copy.apply(.goToEdit(start))) != nil else { return }
    copy.comparison.shift = copy.newShiftRun(fill: fill)
    guard (try? copy.apply(.goToEdit(history.current))) != nil else { return }
    comparison.shift = copy.comparison.shift
  }
}

extension Tolerance {
  /// The relative part, then the absolute one.
  package var words: String { "\(NumberText.shortest(relative)) \(NumberText.shortest(absolute))" }

  init?(words text: String) {
    let numbers = text.split(separator: " ").map { Double($0) }
    guard numbers.count == 2, let relative = numbers[0], let absolute = numbers[1] else { return nil }
    self.init(relative: relative, absolute: absolute)
  }
}
