import Explorer

/// Everything that can be done, found by typing some of its letters.
package struct Palette: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    /// What it does.
    package let title: String
    /// The key or the line that does it too.
    package let detail: String
    package let command: Command
    /// What finds it as well and is not shown.
    package var words = ""
  }

  /// What the list is called; nil for the palette of everything.
  package var title: String?
  package let entries: [Entry]
  package var query = ""
  package var selected = 0

  /// The entries that fit what is typed, best first; all of them in their order while nothing is.
  package var matches: [Entry] {
    guard query.contains(where: { !$0.isWhitespace }) else { return entries }
    return entries.enumerated().compactMap { index, entry -> (score: Int, index: Int, entry: Entry)? in
      FuzzyMatch.score(query, in: entry.title + " " + entry.detail + " " + entry.words).map { ($0, index, entry) }
    }
    .sorted { ($0.score, $1.index) > ($1.score, $0.index) }
    .map(\.entry)
  }
}

extension WorkbenchState {
  mutating func openPalette() {
    explorer.pausePlayback()
    mode = .palette(Palette(entries: paletteEntries))
  }

  /// The keys of the focused panel, the lines of the prompt, and whatever lists hold.
  private var paletteEntries: [Palette.Entry] {
    let context = panelContext
    var told: Set<String> = []
    let keys = KeyMap.bindings.filter { $0.contexts.contains(context) }.compactMap { binding -> Palette.Entry? in
      guard case .command(let command) = binding.action, command != .openPalette, command != .cancel else { return nil }
      let title = texts.text(binding.help)
      return told.insert(title).inserted ? Palette.Entry(title: title, detail: binding.name, command: command) : nil
    }
    let lines = LineCommandCatalog.all.compactMap { line -> Palette.Entry? in
      let title = texts.text(line.help)
      guard told.insert(title).inserted else { return nil }
      return Palette.Entry(
        title: title, detail: ":" + line.words,
        command: line.argument == .none ? .runLine(line.words) : .openLine(line.words + " "))
    }
    func list(_ list: LineCommand.NameList, _ verb: String) -> [Palette.Entry] {
      names(in: list).map { name in
        Palette.Entry(title: "\(verb) \(name)", detail: "", command: .runLine("\(verb) \(name)"))
      }
    }
    let lessons = library.lessons.map { lesson in
      Palette.Entry(title: lesson.title, detail: "lesson \(lesson.id)", command: .openLesson(lesson.id))
    }
    let hasKernel = explorer.experiment.operands[.weights] != nil
    return keys + lines + lessons + (hasKernel ? list(.kernels, "kernel") : []) + list(.inputs, "input")
      + list(.operators, "operator") + list(.views, "view") + list(.colorMaps, "map") + list(.scalings, "scale")
      + list(.comparisons, "compare") + list(.voices, "voice") + list(.studies, "study")
  }

  /// Types into the palette; the best match is selected again.
  mutating func type(_ character: Character, into palette: Palette) {
    guard palette.query.count < Self.typingLimit else { return }
    var typed = palette
    typed.query.append(character)
    typed.selected = 0
    mode = .palette(typed)
  }
}
