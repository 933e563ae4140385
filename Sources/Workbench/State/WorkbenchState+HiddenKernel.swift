import Explorer
import LessonKit
import TerminalKit

/// A task that hides the kernel: nothing may tell its weights but what they make of the input.
extension WorkbenchState {
  /// Whether the weights are hidden now.
  var hidesKernel: Bool { isTaskOpen && lesson?.task?.hidesKernel == true }

  /// The most changes of the input that the open task allows; nil where it counts none, or has no limit.
  var probeLimit: Int? {
    guard case .hiddenKernel(let limit)? = lesson?.task?.question else { return nil }
    return limit
  }

  /// Refuses what would show or change the hidden weights; true if it did.
  mutating func refusesForHiddenKernel(_ command: Command) -> Bool {
    guard hidesKernel, tellsKernel(command) else { return false }
    refuse(.hiddenKernelRefuses)
    return true
  }

  mutating func refusesForHiddenKernel(_ action: ExplorerAction) -> Bool {
    guard hidesKernel, action.tellsKernel else { return false }
    refuse(.hiddenKernelRefuses)
    return true
  }

  private func tellsKernel(_ command: Command) -> Bool {
    switch command {
    case .openMenu(let kind): [.kernels, .history, .operators, .studies].contains(kind)
    // What is written down holds the weights, or pictures of them.
    case .export, .saveSession: true
    case .copy, .paste, .clearCells, .extend, .toggleSelection, .resizeFocused: focus == .kernel
    case .type, .accept: focus == .kernel && mode == .normal
    case .addFilters, .open(.weights, _): true
    default: false
    }
  }

  /// A grid that is pasted where one line is typed: its rows with `;` between them, if they have no brackets.
  static func gridOnOneLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.map { $0 == "\t" ? " " : String($0) }.joined()
    }
    let isNested = text.contains("[") || text.contains("{")
    return lines.joined(separator: isNested ? " " : "; ")
  }

  /// Whether the prompt asks for a grid.
  var asksForGrid: Bool {
    guard case .prompt(let prompt) = mode, prompt.kind == .answer, case .hiddenKernel? = openQuestion else {
      return false
    }
    return true
  }
}
