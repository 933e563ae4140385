import ConvolutionEngine
import Explorer
import TerminalKit

extension WorkbenchState {
  /// Does what a key stands for here. The message of the key before is gone.
  package mutating func handle(key: Key) -> [Effect] {
    message = nil
    if countDigit(key) { return [] }
    let times = count ?? 1
    count = nil
    if key == .control("c") { return interrupt() }
    let context = keyContext
    if mode == .normal, let own = userAction(for: key, in: context) {
      switch own {
      case .line(let line): return run(line: line)
      case .key(let other): return act(on: other, in: context, times: times)
      case .nothing: return []
      }
    }
    return act(on: key, in: context, times: times)
  }

  /// Does what the program's own table says of a key.
  private mutating func act(on key: Key, in context: KeyContext, times: Int) -> [Effect] {
    if let action = KeyMap.action(for: key, in: context) {
      switch action {
      case .command(let command): return command.isCountable ? apply(command, times: times) : apply(command)
      case .type:
        guard case .character(let character) = key else { return [] }
        return apply(.type(character))
      }
    }
    if case .character(let character) = key, [.editing, .prompt, .palette, .mark].contains(context) {
      return apply(.type(character))
    }
    // Any other key says no to a question.
    if context == .confirmation || context == .mark { return apply(.cancel) }
    if mode == .normal { tellWhereKeyWorks(key, not: context) }
    return []
  }

  /// A key that does nothing here says so, and where it does something.
  private mutating func tellWhereKeyWorks(_ key: Key, not context: KeyContext) {
    let places = KeyMap.panelContexts(of: key)
    let back = KeyMap.keyName(for: .cancel, in: context) ?? ""
    if places.isEmpty || places.isSubset(of: [.dense, .stack]) {
      refuse(.keyDoesNothing, key.name, KeyMap.keyName(for: .openHelp, in: context) ?? "")
    } else if focus == .study || showsMaps {
      refuse(.keyNeedsGrids, key.name, back)
    } else {
      refuse(.keyNeedsOtherPanel, key.name, KeyMap.keyName(for: .focusNext, in: context) ?? "")
    }
  }

  /// The most that a count is good for.
  private static let largestCount = 9999

  /// A digit before a key says how often it is meant, where no digit begins a number.
  private mutating func countDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key, let digit = character.wholeNumberValue, character.isASCII,
      mode == .normal, focus.grid?.operand == nil, !takesAnswer, !editsTarget,
      explorer.document.reveal != .predict, digit > 0 || count != nil
    else { return false }
    count = min(Self.largestCount, (count ?? 0) * 10 + digit)
    say(focus == .output && !showsMaps ? .countIs : .countIsOnly, count.map { "\($0)" } ?? "")
    return true
  }

  /// Does a command several times, until it changes nothing more.
  private mutating func apply(_ command: Command, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<times {
      let before = Footing(self)
      effects += apply(command)
      if times > 1, Footing(self) == before, focus != .lesson { break }
    }
    return effects.keepingLastRecompute
  }

  /// What tells that a command has changed something. No copy of the explorer: while there is one, each write into a large
  /// picture would copy all of it.
  private struct Footing: Equatable {
    let changes: Int
    let places: [Coordinate]
    let subStep: Int?
    let playback: Playback
    let dense: DenseView
    let stackView: StackView?

    init(_ state: WorkbenchState) {
      let explorer = state.explorer
      (dense, stackView) = (state.dense, state.stackView)
      changes = explorer.history.changes
      places = [explorer.cell, explorer.inputCursor, explorer.kernelCursor]
      subStep = explorer.subStep
      playback = explorer.playback
    }
  }

  /// A pasted text goes where something is typed; elsewhere it is refused, so that it never runs as keys.
  package mutating func handle(paste text: String) -> [Effect] {
    let typed = asksForGrid ? Self.gridOnOneLine(text) : text
    let line = typed.drop(while: \.isNewline).prefix { !$0.isNewline }.prefix(Self.typingLimit)
    switch mode {
    case .editing, .prompt, .palette:
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
