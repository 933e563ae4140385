import ConvolutionEngine
import Explorer

extension WorkbenchState {
  /// Runs a line of the `:` prompt: one of the words below, or an explorer action in its text form.
  ///
  /// ```
  /// q   q!   save FILE (w)   export FILE   export pytorch FILE   open FILE (e)   open color FILE   open kernel FILE
  /// operator [NAME]
  /// kernel [NAME]   input [NAME [HxW]]   stride N|N,M   padding …   padding-mode …   dilation …   flip true|false
  /// view numbers|heat|blocks   map cividis|grey|diverging   scale local|global|fixed LO HI|clamped [LO HI]
  /// voice numbers|words|numpy|pytorch|swift   predict   lesson ID   lessons   help   skip-task   follow-link   free
  /// reset-lesson   reset-progress   progress export FILE   progress import FILE
  /// session save [FILE]   session open FILE   history   gather   scatter   overlap   mode full|same|valid
  /// study [none|dense|stack …]   recompute   cancel   compare [ALGORITHM|FILE|off]
  /// ```
  mutating func run(line: String) -> [Effect] {
    let before = explorer.document.study
    let effects = understand(line)
    // What a line changes in the grids is not seen behind a study.
    if before != nil, explorer.document.study == before, mode == .normal, !isFinished, tellsOfGrids(line) {
      let said = message.map { $0.text } ?? texts.text(.doneInGrids)
      if message?.kind != .problem { say(.lookIsOfGrids, said, KeyMap.keyName(for: .cancel, in: panelContext) ?? "") }
    }
    return effects
  }

  /// Whether a line is about the grids, and neither about files, lessons and the history nor about a study.
  private func tellsOfGrids(_ line: String) -> Bool {
    let others = [
      "q", "quit", "q!", "quit!", "w", "save", "e", "open", "lesson", "lessons", "session", "study", "history", "help",
      "cancel", "reset-progress", "reset-lesson", "progress", "skip-task", "follow-link", "free", "undo", "redo",
    ]
    return line.split(whereSeparator: \.isWhitespace).first.map { !others.contains(String($0)) } ?? false
  }

  private mutating func understand(_ line: String) -> [Effect] {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let verb = words.first else { return [] }
    // A file name is the rest of the line, blanks included.
    let rest = String(line.drop { $0.isWhitespace }.dropFirst(verb.count).drop { $0.isWhitespace })
    switch verb {
    case "q", "quit": return apply(.quit)
    case "q!", "quit!": return apply(.quitWithoutAsking)
    case "w", "save": return rest.isEmpty ? refused(.lineNeedsFile, verb) : apply(.save(path: rest))
    case "export": return export(rest, verb: verb)
    case "e", "open": return open(rest, verb: verb)
    case "kernel" where words.count == 1: return apply(.openMenu(.kernels))
    case "input" where words.count == 1: return apply(.openMenu(.inputs))
    case "operator" where words.count == 1: return apply(.openMenu(.operators))
    case "operator" where words.count == 2:
      guard let name = OperatorName(rawValue: words[1]) else { return perform(line: line) }
      return perform(operation(name))
    case "kernel" where words.count == 2: return perform(kernelAction(words[1]))
    case "input" where words.count >= 2: return perform(line: "preset input \(rest)")
    case "voice" where words.count <= 2:
      speak(named: words.count == 2 ? words[1] : "")
      return []
    case "gather" where words.count == 1: return apply(.look(.gather))
    case "scatter" where words.count == 1: return apply(.look(.scatter))
    case "overlap" where words.count == 1:
      return apply(.look(transposedView == .overlap ? .gather : .overlap))
    case "mode" where words.count == 2:
      return SignalMode(rawValue: words[1]).flatMap { setSignalMode($0) } ?? perform(line: "set \(line)")
    case "view", "map", "scale":
      look(verb, rest)
      return []
    case "lesson" where words.count == 2: return apply(.openLesson(words[1]))
    case "lesson" where words.count == 1, "lessons": return apply(.openMenu(.lessons))
    case "predict" where words.count == 1: return apply(.togglePredict)
    case "compare": return compare(rest)
    case "session": return session(rest)
    case "study" where words.count == 1: return apply(.openMenu(.studies))
    case "history": return apply(.openMenu(.history))
    case "help": return apply(.openHelp)
    case "recompute" where words.count == 1: return apply(.recompute)
    case "cancel" where words.count == 1: return apply(.cancelWork)
    case "reset-progress": return apply(.resetAllProgress)
    case "reset-lesson" where words.count == 1: return apply(.resetLesson)
    case "skip-task" where words.count == 1: return apply(.skipTask)
    case "follow-link" where words.count == 1: return apply(.followLink)
    case "free" where words.count == 1: return apply(.toggleLesson)
    case "progress": return progress(rest)
    default:
      let isParameter = ParameterName(rawValue: verb) != nil
      return perform(line: isParameter ? "set \(line)" : line)
    }
  }

  private mutating func open(_ rest: String, verb: String) -> [Effect] {
    let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 2, words[0] == "color" { return apply(.openColor(path: words[1])) }
    if words.count == 2, let operand = OperandName(rawValue: words[0]) {
      return apply(.open(operand, path: words[1]))
    }
    return rest.isEmpty ? refused(.lineNeedsFile, verb) : apply(.open(.input, path: rest))
  }

  /// A name that is the rest of the line; before it a language, where two share an ending.
  private mutating func export(_ rest: String, verb: String) -> [Effect] {
    let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 2, CodeLanguage(rawValue: words[0]) != nil {
      return apply(.export(path: words[1], format: words[0]))
    }
    // Standard output is the screen.
    return rest.isEmpty || rest == "-" ? refused(.lineNeedsFile, verb) : apply(.export(path: rest, format: nil))
  }

  private mutating func session(_ rest: String) -> [Effect] {
    let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let path = words.count == 2 ? words[1] : nil
    switch (words.first, path) {
    case ("save", _):
      return path == nil && sessionPath == nil
        ? refused(.lineNeedsFile, "session save") : apply(.saveSession(path: path))
    case ("open", let path?): return apply(.openSession(path: path))
    case ("open", nil): return refused(.lineNeedsFile, "session open")
    default: return refused(.sessionNeedsVerb, "")
    }
  }

  private mutating func progress(_ rest: String) -> [Effect] {
    let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    switch (words.first, words.count) {
    case ("export", 2): return apply(.exportProgress(path: words[1]))
    case ("import", 2): return apply(.importProgress(path: words[1]))
    case ("export", 1), ("import", 1): return refused(.lineNeedsFile, "progress \(words[0])")
    default: return refused(.progressNeedsVerb, "")
    }
  }

  private mutating func perform(line: String) -> [Effect] {
    do {
      return perform(try ExplorerAction(text: line))
    } catch  where error.expected == .action {
      refuse(.noSuchCommand, error.word)
      return []
    } catch {
      message = StatusMessage(text: texts.sentence(for: error), kind: .problem)
      return []
    }
  }

  private mutating func refused(_ key: TextKey, _ argument: String) -> [Effect] {
    refuse(key, argument)
    return []
  }
}
