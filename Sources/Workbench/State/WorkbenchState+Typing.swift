import ConvolutionEngine
import Explorer
import LessonKit

extension WorkbenchState {
  /// The longest text that is taken: far beyond any number or command, short enough for a hostile paste.
  static let typingLimit = 4096

  mutating func type(_ character: Character) -> [Effect] {
    switch mode {
    case .editing(var edit):
      guard edit.text.count < Self.typingLimit else { return [] }
      edit.text.append(character)
      edit.problem = nil
      mode = .editing(edit)
    case .prompt(var prompt):
      guard prompt.text.count < Self.typingLimit else { return [] }
      prompt.text.append(character)
      prompt.problem = nil
      prompt.completion = nil
      mode = .prompt(prompt)
    case .palette(let palette): type(character, into: palette)
    case .mark(let sets): return takeMark(character, sets: sets)
    case .normal:
      beginTyping(String(character))
    default:
      break
    }
    return []
  }

  /// Starts an edit of the selected cell, or the answer when the focused output is what is asked about.
  private mutating func beginTyping(_ text: String) {
    switch focus {
    case .input:
      if refusesWhileShifting() { return }
      let cursor = explorer.inputCursor
      guard explorer.ghost(at: cursor) == nil else {
        refuseEditOfPadding()
        return
      }
      mode = .editing(CellEdit(grid: .input, row: cursor.row, column: cursor.column, text: text))
    case .kernel:
      let cursor = explorer.kernelCursor
      mode = .editing(CellEdit(grid: .kernel, row: cursor.row, column: cursor.column, text: text))
    case .output where editsTarget:
      let cell = explorer.cell
      mode = .editing(CellEdit(grid: .output, row: cell.row, column: cell.column, text: text))
    case .output, .lesson, .study:
      if takesAnswer {
        mode = .prompt(Prompt(kind: .answer, text: text))
      } else {
        refuseAnswer(otherwise: .outputIsComputed)
      }
    }
    if mode != .normal { explorer.pausePlayback() }
  }

  mutating func eraseTyped() {
    switch mode {
    case .editing(var edit):
      if edit.text.isEmpty {
        mode = .normal
        return
      }
      edit.text.removeLast()
      edit.problem = nil
      mode = .editing(edit)
    case .prompt(var prompt):
      if prompt.text.isEmpty {
        mode = .normal
        return
      }
      prompt.text.removeLast()
      prompt.problem = nil
      prompt.completion = nil
      mode = .prompt(prompt)
    case .palette(var palette):
      if palette.query.isEmpty {
        mode = .normal
        return
      }
      palette.query.removeLast()
      palette.selected = 0
      mode = .palette(palette)
    default:
      break
    }
  }

  mutating func openPrompt(_ kind: Prompt.Kind) {
    if kind == .answer && !takesAnswer {
      refuseAnswer(otherwise: lesson?.task == nil ? .noTaskHere : .taskAsksNoAnswer)
      return
    }
    if case .bias = kind { return openBias() }
    if case .search = kind { return openSearch() }
    explorer.pausePlayback()
    mode = .prompt(Prompt(kind: kind))
  }

  /// Enter: takes what was typed, chooses, agrees, or starts an edit with the present value.
  mutating func accept() -> [Effect] {
    switch mode {
    case .editing(let edit): return accept(edit)
    case .prompt(let prompt): return accept(prompt)
    case .menu(let menu):
      mode = .normal
      guard menu.items.indices.contains(menu.selected) else { return [] }
      return apply(menu.items[menu.selected].command)
    case .confirmation(let confirmation):
      mode = .normal
      return apply(confirmation.command)
    case .palette(let palette):
      mode = .normal
      let matches = palette.matches
      guard matches.indices.contains(palette.selected) else { return [] }
      return apply(matches[palette.selected].command)
    case .help, .mark:
      mode = .normal
      return []
    case .normal:
      guard let grid = focus.grid, let operand = grid.operand else { return [] }
      let cursor = grid == .input ? explorer.inputCursor : explorer.kernelCursor
      let tensor = explorer.experiment.operands[operand]
      beginTyping(tensor.flatMap { $0.shape.contains(cursor) ? NumberText.shortest($0[cursor]) : nil } ?? "")
      return []
    }
  }

  private mutating func accept(_ edit: CellEdit) -> [Effect] {
    guard let value = NumberText.value(from: edit.text) else {
      var kept = edit
      kept.problem = texts.text(.notANumber, edit.text)
      mode = .editing(kept)
      return []
    }
    mode = .normal
    guard let operand = edit.grid.operand else { return acceptTarget(value, edit) }
    if let region = selectionInView?.region, region.rows.count * region.columns.count > 1 {
      return fillSelection(with: value)
    }
    var coordinate = edit.grid == .input ? explorer.inputCursor : explorer.kernelCursor
    coordinate.row = edit.row
    coordinate.column = edit.column
    return perform(.edit(operand, coordinate, value))
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .command:
      mode = .normal
      let effects = run(line: prompt.text)
      if mode == .normal, let message, message.kind == .problem {
        // What was typed stays, so that a slip need not be typed again.
        mode = .prompt(Prompt(kind: .command, text: prompt.text, problem: message.text))
      }
      return effects
    case .search(let helpScroll):
      mode = .normal
      if let helpScroll {
        searchHelp(for: prompt.text, from: helpScroll)
        return []
      }
      return search(for: prompt.text)
    case .bias(let filter): return accept(bias: prompt.text, filter: filter)
    case .answer:
      // Nothing typed is no wrong answer.
      guard prompt.text.contains(where: { !$0.isWhitespace }) else { return apply(.cancel) }
      return answer(prompt.text)
    }
  }
}
