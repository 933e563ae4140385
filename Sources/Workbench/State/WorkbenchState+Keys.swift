import Explorer
import TerminalKit

extension WorkbenchState {
  /// Does what a key stands for here. The message of the key before is gone.
  package mutating func handle(key: Key) -> [Effect] {
    message = nil
    if key == .control("c") { return interrupt() }
    let context = keyContext
    if let action = KeyMap.action(for: key, in: context) {
      switch action {
      case .command(let command): return apply(command)
      case .type:
        guard case .character(let character) = key else { return [] }
        return apply(.type(character))
      }
    }
    if case .character(let character) = key, context == .editing || context == .prompt {
      return apply(.type(character))
    }
    // Any other key says no to a question.
    if context == .confirmation { return apply(.cancel) }
    return []
  }

  /// A pasted text goes where something is typed; elsewhere it is refused, so that it never runs as keys.
  package mutating func handle(paste text: String) -> [Effect] {
    let line = text.drop(while: \.isNewline).prefix { !$0.isNewline }.prefix(Self.typingLimit)
    switch mode {
    case .editing, .prompt:
      var effects: [Effect] = []
      for character in line { effects += apply(.type(character)) }
      return effects
    case .normal where focus.grid?.operand != nil: return paste(text)
    default:
      message = StatusMessage(text: texts.text(.pasteIgnored), kind: .problem)
      return []
    }
  }

  /// Ctrl-C: out of a dialog like Esc, else the way to quit.
  package mutating func interrupt() -> [Effect] {
    mode == .normal ? apply(.quit) : apply(.cancel)
  }

  package mutating func resize(to newSize: Size) {
    size = newSize
  }
}
