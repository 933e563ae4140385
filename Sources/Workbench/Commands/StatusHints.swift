import Explorer
import TerminalKit

/// The keys that lead on from here, the most useful one first, for the status line.
package struct StatusHint: Equatable, Sendable {
  package let key: String
  package let text: String
}

extension WorkbenchState {
  /// What takes the keys now.
  package var keyContext: KeyContext {
    switch mode {
    case .normal:
      switch focus {
      case .input: .input
      case .kernel: .kernel
      case .output: .output
      case .lesson: .lesson
      }
    case .editing: .editing
    case .prompt: .prompt
    case .menu: .menu
    case .help: .help
    case .confirmation: .confirmation
    }
  }

  /// The hints for the present context, read from the key table so that they are never stale.
  package var hints: [StatusHint] {
    let context = keyContext
    let wanted = KeyMap.bindings.filter { $0.hint != nil && $0.contexts.contains(context) }
    let ordered = context == .editing || mode != .normal ? wanted : wanted.sorted { rank($0) < rank($1) }
    return ordered.compactMap { binding in
      guard let hint = binding.hint, rank(binding) < Self.hidden else { return nil }
      return StatusHint(
        key: binding.label ?? binding.keys.first?.name ?? "",
        text: texts.text(hint == .hintNextPage ? pageHint : hint))
    }
  }

  private static let hidden = Int.max

  /// What the page key does now.
  private var pageHint: TextKey {
    if lessonView.linesBelow > 0 { return .hintReadOn }
    return lessonIsWaiting ? .hintBeginLesson : .hintNextPage
  }

  /// Lessons lead on with their next key; the rest follows in the order of usefulness.
  private func rank(_ binding: KeyBinding) -> Int {
    guard mode == .normal, let hint = binding.hint else { return 0 }
    switch hint {
    case .hintNextPage: return lesson == nil ? Self.hidden : isTaskOpen && lessonView.linesBelow == 0 ? 8 : 0
    case .hintAnswer: return asksForAnswer ? 1 : Self.hidden
    case .hintHint: return isTaskOpen ? 6 : Self.hidden
    case .hintStep: return 2
    case .hintEdit: return focus == .output ? Self.hidden : 2
    case .hintPlay: return 3
    case .hintFocus: return 4
    case .hintKernels: return 5
    case .hintHelp: return 7
    case .hintUndo: return 9
    case .hintSubStep: return 10
    case .hintVoice: return 11
    case .hintLessons: return lesson == nil ? 12 : 13
    case .hintQuit: return 14
    default: return 15
    }
  }
}
