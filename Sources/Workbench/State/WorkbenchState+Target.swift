import ConvolutionEngine
import Explorer

/// Drawing the output that one wants, and fitting the kernel to it.
extension WorkbenchState {
  /// Whether a number that is typed on the output changes the target.
  var editsTarget: Bool { focus == .output && explorer.showsTarget && !showsMaps && explorer.document.study == nil }

  /// Takes a number that was typed into the target, as one edit.
  mutating func acceptTarget(_ value: Float, _ edit: CellEdit) -> [Effect] {
    var place = explorer.cell
    (place.row, place.column) = (edit.row, edit.column)
    return perform(.target(.cell(place, value)))
  }

  /// The target in the list of what there is to compare with.
  var targetItems: [Menu.Item] {
    guard explorer.document.target != nil else { return [] }
    return [
      Menu.Item(
        title: texts.text(.targetName), detail: texts.text(.targetDetail), command: .explorer(.compareTarget))
    ]
  }

  /// The words that may follow `:compare`.
  var comparisonNames: [String] {
    ComparedAlgorithm.all.filter { $0.applies(to: explorer.experiment) }.map(\.name)
      + (explorer.document.target == nil ? [] : ["target"]) + ["off"]
  }

  /// Says how to draw the target, and how near the fitted kernel comes to it.
  mutating func tellTarget(_ action: ExplorerAction) {
    switch action {
    case .target(.remove): say(.targetRemoved)
    case .target(.copyOutput), .target(.load), .compareTarget:
      // The output is where one draws.
      mapsView = .grids
      if explorer.document.study == nil { focus = .output }
      say(.targetBegan)
    case .fit:
      guard let report = explorer.fullFitReport else { return }
      message = StatusMessage(
        text: texts.sentence(for: report, of: explorer.outputShape), kind: report.isExact ? .success : .notice)
    default: break
    }
  }
}
