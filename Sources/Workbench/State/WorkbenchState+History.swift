import ConvolutionEngine
import Explorer

extension WorkbenchState {
  /// All edits, the oldest first. Branches that undo left are indented; the mark stands where one is.
  var historyItems: [Menu.Item] {
    let current = explorer.history.current
    return explorer.history.outline.map { line in
      // Deeper ones are not told apart, but stay readable on a narrow screen.
      let indent = String(repeating: "│ ", count: min(line.indent, 8))
      return Menu.Item(
        title: "\(line.edit == current ? "●" : "○") \(indent)\(title(of: line))",
        detail: line.record.map(detail(of:)) ?? "", command: .explorer(.goToEdit(line.edit)))
    }
  }

  /// Says where the history stands now.
  mutating func sayPlaceInHistory() {
    let history = explorer.history
    guard let label = history.undoLabel else {
      say(.historyStart, "\(history.count)")
      return
    }
    message = StatusMessage(
      text: texts.text(.historyPlace, "\(history.current)", "\(history.count)", texts.name(of: label)), kind: .notice)
  }

  private func title(of line: HistoryLine) -> String {
    guard let label = line.label else { return texts.text(.editStart) }
    // Of several changes made as one the first is named: “several” alone would say nothing in a list.
    if case .several(let records)? = line.record, let first = records.first {
      return texts.text(.editMore, texts.name(of: first.label), "\(records.count - 1)")
    }
    return texts.name(of: label)
  }

  /// The most columns of a new value.
  private static let detailColumns = 32

  /// The new value, where it is short.
  private func detail(of record: EditRecord) -> String {
    switch record {
    case .action(.edit(_, _, let value)): NumberText.shortest(value)
    case .action(.set(_, let value)): value.description
    case .action(.resize(_, let size)): "\(size.vertical)×\(size.horizontal)"
    case .action(.reveal(let mode)): texts.text(Self.name(of: mode))
    case .action(.load(_, let tensor, _)), .action(.loadColor(let tensor, _)): texts.sides(tensor.shape)
    // The rules of a layer, the layers of a stack.
    case .action(.study(let study?)):
      String(study.text.drop { !$0.isWhitespace }.dropFirst().prefix(Self.detailColumns))
    case .file(_, let file): texts.sides(file.shape)
    default: ""
    }
  }

  private static func name(of mode: RevealMode) -> TextKey {
    switch mode {
    case .live: .headerLive
    case .stepping: .headerStepping
    case .predict: .headerPredict
    }
  }
}
