import ConvolutionEngine
import Explorer

/// Comparing the output with another one, and shifting the input, as they are asked for and told.
extension WorkbenchState {
  /// What has to be done for the present comparison: read its file again, or make it.
  var comparisonEffects: [Effect] {
    if let file = explorer.unreadComparison { return [.openComparison(path: file.path, expected: file)] }
    return explorer.comparisonRequest.map { [.compare($0)] } ?? []
  }

  /// `:compare` with a name, a file, `off`, or nothing for the menu.
  mutating func compare(_ rest: String) -> [Effect] {
    guard !rest.isEmpty else { return apply(.openMenu(.comparisons)) }
    if rest == "off" { return perform(.compare(nil)) }
    if rest == "target" { return perform(.compareTarget) }
    if let algorithm = ComparedAlgorithm(name: rest) { return perform(.compare(algorithm)) }
    guard rest.contains(where: { $0 == "." || $0 == "/" }) else {
      refuse(.noSuchComparison, texts.excerpt(rest), texts.list(ComparedAlgorithm.all.map(\.name)))
      return []
    }
    return apply(.compareFile(path: rest))
  }

  /// What there is to compare with: the algorithms that apply, a file, and nothing.
  var comparisonItems: [Menu.Item] {
    let algorithms = ComparedAlgorithm.all.filter { $0.applies(to: explorer.experiment) }.map { algorithm in
      Menu.Item(
        title: algorithm.name, detail: texts.text(Self.detail(of: algorithm)), command: .explorer(.compare(algorithm)))
    }
    let file = Menu.Item(
      title: texts.text(.compareFileItem), detail: texts.text(.compareFileDetail), command: .openLine("compare "))
    let off = Menu.Item(title: texts.text(.compareOffItem), detail: "", command: .explorer(.compare(nil)))
    return algorithms + [file] + targetItems + (explorer.comparison.other == nil ? [] : [off])
  }

  private static func detail(of algorithm: ComparedAlgorithm) -> TextKey {
    switch algorithm {
    case .float32Sums: .compareFloat32Sums
    case .catalogued(.auto): .compareAuto
    case .catalogued(.reference): .compareReference
    case .catalogued(let algorithm): algorithm.isExact ? .compareSameBits : .compareFast
    }
  }

  mutating func receiveComparison(_ delivery: Delivery) -> [Effect] {
    switch delivery {
    case .comparisonOpened(let values, let file, nil): return perform(.compareFile(values, file))
    case .comparisonOpened(let values, _, let expected?):
      guard explorer.accept(values, of: expected) else {
        refuse(.comparisonChanged, expected.path)
        return []
      }
      return comparisonEffects
    case .comparisonLost(let sentence):
      explorer.forgetUnreadComparison()
      refuse(.comparisonLost, sentence)
    default: break
    }
    return []
  }

  /// Says what counts as different, and how a shift is made.
  mutating func tellComparison(_ action: ExplorerAction) {
    switch action {
    case .compare(nil): say(.comparedOff)
    case .compare, .compareFile, .tolerance:
      let tolerance = explorer.comparison.tolerance
      let name = explorer.comparison.otherName(texts) ?? texts.text(.comparedOther)
      message = StatusMessage(
        text: texts.text(
          .comparedRule, name, tolerance.absoluteText, tolerance.relativeText), kind: .notice)
    case .shiftComparison(true): say(.shiftBegan, texts.text(Self.name(of: explorer.comparison.shiftFill)))
    case .shiftComparison(false): say(.shiftEnded)
    case .target, .fit, .compareTarget: tellTarget(action)
    case .shiftFill(let fill): say(.shiftFillIs, texts.text(Self.name(of: fill)))
    default: break
    }
  }

  private static func name(of fill: ShiftFill) -> TextKey {
    switch fill {
    case .zeros: .shiftFillZeros
    case .wrap: .shiftFillWrap
    }
  }

  /// The arrows move the whole input while the shift is compared; the focus goes there.
  mutating func toggleShift() -> [Effect] {
    guard explorer.comparison.shift == nil else { return perform(.shiftComparison(false)) }
    // The picture that moves has to be seen.
    mapsView = .grids
    focus = .input
    return perform(.shiftComparison(true))
  }

  /// Whether the arrows move the whole input: then no cell of it is chosen.
  var isShifting: Bool { focus == .input && explorer.comparison.shift != nil }

  /// Refuses what is meant for a chosen cell of the input while none is; true if it did.
  mutating func refusesWhileShifting() -> Bool {
    guard isShifting else { return false }
    refuse(.shiftHasNoCell, KeyMap.keyName(for: .cancel, in: .input) ?? "")
    return true
  }

  /// The shift that an arrow stands for; nil for other ways to move.
  static func shift(for direction: Command.Direction) -> PerAxis<Int>? {
    switch direction {
    case .up: PerAxis(vertical: -1, horizontal: 0)
    case .down: PerAxis(vertical: 1, horizontal: 0)
    case .left: PerAxis(vertical: 0, horizontal: -1)
    case .right: PerAxis(vertical: 0, horizontal: 1)
    default: nil
    }
  }
}

extension Comparison {
  /// What the output is compared with, by name; nil for nothing.
  func otherName(_ texts: TextTable) -> String? {
    switch other {
    case .algorithm(let algorithm)?: algorithm.name
    case .file(let file)?: file.file.name
    case .target?: texts.text(.targetName)
    case nil: nil
    }
  }
}
