/// What the command line offers on Tab.
package struct Completion: Equatable, Sendable {
  /// Whole lines, in the order in which Tab goes through them.
  package let lines: [String]
  /// The one that stands in the prompt; nil while only what they begin with does.
  package var shown: Int?
}

extension WorkbenchState {
  /// Tab in the command line: completes as far as there is one way, then goes through what is possible.
  mutating func complete(forward: Bool) -> [Effect] {
    guard case .prompt(var prompt) = mode, prompt.kind == .command else { return [] }
    if var completion = prompt.completion, completion.lines.count > 1 {
      let count = completion.lines.count
      completion.shown = completion.shown.map { ($0 + (forward ? 1 : count - 1)) % count } ?? (forward ? 0 : count - 1)
      prompt.text = completion.shown.map { completion.lines[$0] } ?? prompt.text
      prompt.completion = completion
      mode = .prompt(prompt)
      return []
    }
    if let command = fileCommand(in: prompt.text) {
      return [.listFiles(prefix: String(prompt.text.dropFirst(command.words.count + 1)), line: prompt.text)]
    }
    offer(candidates(for: prompt.text))
    return []
  }

  /// Takes in the names that a folder has, if the line is still the one that was asked for.
  mutating func receive(files: [String], line: String) {
    guard case .prompt(let prompt) = mode, prompt.text == line, let command = fileCommand(in: line) else { return }
    offer(files.map { "\(command.words) \($0)" })
  }

  /// The command whose file is being typed; of several the one with most words.
  private func fileCommand(in text: String) -> LineCommand? {
    LineCommandCatalog.all.filter { $0.argument == .file && text.hasPrefix($0.words + " ") }
      .max { $0.words.count < $1.words.count }
      .flatMap { command in
        // "open c" may become "open color".
        let isOther = LineCommandCatalog.all.contains { $0.words.hasPrefix(text) && $0.words != command.words }
        return isOther ? nil : command
      }
  }

  /// Whole lines that begin with what is typed.
  private func candidates(for text: String) -> [String] {
    let text = String(text.drop(while: \.isWhitespace))
    let commands = LineCommandCatalog.all
    let arguments = commands.flatMap { command -> [String] in
      guard case .name(let list) = command.argument, text.hasPrefix(command.words + " ") else { return [] }
      return names(in: list).map { "\(command.words) \($0)" }
    }
    let matching = arguments.filter { $0.hasPrefix(text) }
    guard matching.isEmpty else { return matching }
    return commands.map { $0.argument == .none ? $0.words : $0.words + " " }.filter { $0.hasPrefix(text) }
  }

  /// Puts what all lines begin with in the prompt, and the lines above it where there are several.
  private mutating func offer(_ lines: [String]) {
    guard case .prompt(var prompt) = mode else { return }
    guard let first = lines.first else {
      prompt.problem = texts.text(.noCompletion)
      mode = .prompt(prompt)
      return
    }
    prompt.text = lines.dropFirst().reduce(first) { common, line in
      String(zip(common, line).prefix { $0.0 == $0.1 }.map(\.0))
    }
    prompt.problem = nil
    prompt.completion = lines.count > 1 ? Completion(lines: lines) : nil
    mode = .prompt(prompt)
  }
}
