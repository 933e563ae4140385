import TerminalKit

/// What the signs on the screen mean, then the keys of the focused panel, from the one key table.
enum HelpOverlay {
  /// The widest the text gets; longer lines are hard to read.
  private static let widest = 76

  static func draw(scroll: Int, on surface: inout Surface, _ context: PanelContext) {
    let lines = context.frame.helpLines
    let columns = min(surface.size.columns, widest + 4)
    let size = Size(rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    let box = OverlayBox.rect(rows: lines.count + 2, columns: columns, in: size)
    let inside = box.inset(rows: 1, columns: 2)
    let first = max(0, min(scroll, lines.count - inside.rows))
    let last = min(lines.count, first + inside.rows)
    surface.drawFrame(
      box, title: context.text(.helpTitle, context.text(context.state.focus.title)),
      note: lines.count > inside.rows ? "\(first + 1)\(context.glyphs.plain("–"))\(last)/\(lines.count)" : "",
      isFocused: true, context: context)
    for (index, line) in lines[first..<last].enumerated() {
      surface.write(line, row: inside.row + index, column: inside.column, theme: context.theme, in: inside)
      surface.markMatches(
        of: context.state.search, in: line, row: inside.row + index, column: inside.column, clip: inside)
    }
  }

  /// What a person has set for the panel, in the order of the keys' names.
  private static func ownKeys(_ state: WorkbenchState) -> [(keys: String, text: String)] {
    (state.settings.keys[state.panelContext] ?? [:]).map { key, action in
      switch action {
      case .line(let line): (key.name, ":" + Sanitizer.sanitized(line))
      case .key(let other): (key.name, state.texts.text(.ownKeyAs, other.name))
      case .nothing: (key.name, state.texts.text(.ownKeyNothing))
      }
    }
    .sorted { $0.0 < $1.0 }
  }

  /// The lines of the help for a state, wrapped for its screen.
  static func lines(_ state: WorkbenchState) -> [StyledLine] {
    let glyphs = Glyphs(unicode: state.capabilities.unicode)
    let columns = min(state.size.columns, widest + 4) - 4
    guard columns >= 20 else { return [] }
    var rows: [(keys: String, text: String)] = []
    for row in KeyMap.help(for: state.panelContext, texts: state.texts) {
      let keys = glyphs.plain(row.keys)
      // Two keys for the same thing stand on one line.
      if let known = rows.firstIndex(where: { $0.text == row.text }) {
        rows[known].keys += " " + keys
      } else {
        rows.append((keys, row.text))
      }
    }
    let isStack = state.panelContext == .stack
    var legend: [(keys: String, text: String)] =
      isStack
      ? StackMap.legend(glyphs, state.texts)
      : [
        ("[ ]", state.texts.text(.legendWindow)), ("( )", state.texts.text(.legendProduct)),
        (glyphs.ghostZero, state.texts.text(.legendGhost)), (glyphs.unknown, state.texts.text(.legendUnknown)),
        (glyphs.ghostOdd, state.texts.text(.legendOdd)), (glyphs.outputPadding, state.texts.text(.legendOutputPadding)),
        (glyphs.linked, state.texts.text(.legendLinked)), ("_", state.texts.text(.legendChanged)),
        ("+ -", state.texts.text(.legendSigns)),
        ("\(glyphs.above) \(glyphs.below)", state.texts.text(.legendOutside)), ("< >", state.texts.text(.legendCursor)),
        ("w[ ]", state.texts.text(.legendOrder)),
      ]
    if !isStack, state.explorer.comparison.isOn {
      legend.append((glyphs.beyond, state.texts.text(.legendBeyond)))
    }
    let width = min(columns / 3, (rows + legend).map { DisplayWidth.columns(of: $0.keys) }.max() ?? 0)
    func lines(_ entries: [(keys: String, text: String)]) -> [StyledLine] {
      entries.flatMap { entry in
        let gap = String(repeating: " ", count: max(0, width - DisplayWidth.columns(of: entry.keys)) + 2)
        return TextFlow.wrap(
          [Span(glyphs.plain(entry.text))], columns: columns,
          first: [Span(entry.keys, .hintKey), Span(gap)],
          rest: [Span(String(repeating: " ", count: width + 2))])
      }
    }
    func heading(_ key: TextKey) -> StyledLine { StyledLine([Span(glyphs.plain(state.texts.text(key)), .heading)]) }
    func wrapped(_ texts: [String]) -> [StyledLine] {
      texts.flatMap { TextFlow.wrap([Span(glyphs.plain($0))], columns: columns) }
    }
    // A stack says itself how sizes come about.
    let size = (isStack ? nil : state.explorer.experiment.outputSize).map { size in
      [StyledLine(), heading(.helpSize)]
        + wrapped([state.texts.text(.helpSizeRule), state.texts.sentence(for: size, columns: columns)])
    }
    let preparation = state.codePreparation
    let code = preparation.isEmpty ? [] : [StyledLine(), heading(.helpCode)] + wrapped(preparation)
    let own = ownKeys(state).map { (keys: glyphs.plain($0.keys), text: $0.text) }
    let ownLines = own.isEmpty ? [] : [heading(.helpOwnKeys)] + lines(own) + [StyledLine()]
    return ownLines + [heading(.helpKeys)] + lines(rows) + [StyledLine(), heading(.helpSigns)] + lines(legend)
      + (size ?? []) + code
  }
}

extension PanelName {
  /// The name on the frame.
  package var title: TextKey {
    switch self {
    case .input: .panelInput
    case .kernel: .panelKernel
    case .output: .panelOutput
    case .lesson: .panelLesson
    case .study: .panelStudy
    }
  }
}

extension WorkbenchState {
  /// The lines of the help when it is open; keeps its scroll position inside them.
  mutating func helpLines() -> [StyledLine] {
    guard case .help(let scroll) = mode else { return [] }
    let lines = HelpOverlay.lines(self)
    let visible = max(1, min(lines.count, size.rows - 3))
    mode = .help(scroll: max(0, min(scroll, lines.count - visible)))
    return lines
  }
}
