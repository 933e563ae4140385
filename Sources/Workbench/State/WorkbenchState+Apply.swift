import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

extension WorkbenchState {
  /// What has to be done before the first key.
  package mutating func start() -> [Effect] {
    if message == nil, let problem = library.problems.first {
      message = StatusMessage(text: texts.sentence(for: problem), kind: .problem)
    }
    return [.recompute(explorer.experiment, revision: explorer.revision)] + comparisonEffects
  }

  /// Does a command and returns what has to be done outside. A refusal is a message; nothing changes then.
  package mutating func apply(_ command: Command) -> [Effect] {
    if refusesForHiddenKernel(command) { return [] }
    switch command {
    case .explorer(let action): return perform(action)

    case .move(let direction): return move(direction)
    case .focusNext: moveFocus(by: 1)
    case .focusPrevious: moveFocus(by: -1)
    case .focus(let panel): if panels.contains(panel) { focus = panel }

    case .extend(let direction): return extendSelection(direction)
    case .toggleSelection: toggleSelection()
    case .copy: return copyCells()
    case .paste: return pasteRegister()
    case .clearCells: return fillSelection(with: 0)

    case .type(let character): return type(character)
    case .typeBackspace: eraseTyped()
    case .accept: return accept()
    case .acceptAndMove(let direction):
      let effects = accept()
      return mode == .normal ? effects + move(direction) : effects
    case .acceptAndFocusNext:
      let effects = accept()
      if mode == .normal { moveFocus(by: 1) }
      return effects
    case .cancel: return cancel()
    case .openPrompt(let kind): openPrompt(kind)
    case .openLine(let text):
      explorer.pausePlayback()
      mode = .prompt(Prompt(kind: .command, text: text))
    case .runLine(let line): return run(line: line)
    case .completeNext: return complete(forward: true)
    case .completePrevious: return complete(forward: false)

    case .adjust(let name, let amount): return adjust(name, by: amount)
    case .cycle(let name): return cycle(name)
    case .toggleReveal: return perform(.reveal(explorer.document.reveal == .live ? .stepping : .live))
    case .nextVoice: speak(voice.next)
    case .nextTransposedView: look(chosenTransposedView.next)
    case .look(let view): look(view)
    case .nextView: show(look.view.next)
    case .nextColorMap: paint(with: look.map.next)
    case .nextScaling: scaleNext()
    case .togglePredict: return perform(.reveal(explorer.document.reveal == .predict ? .live : .predict))
    case .nextChannel: return changeChannel(by: 1)
    case .previousChannel: return changeChannel(by: -1)
    case .nextFilter: return changeFilter(by: 1)
    case .previousFilter: return changeFilter(by: -1)
    case .addFilters(let amount): return addFilters(amount)
    case .nextOutputView:
      guard explorer.comparison.isOn else { return apply(.openMenu(.comparisons)) }
      return perform(.showOutput(explorer.comparison.view.next))
    case .compareFile(let path):
      return [.openComparison(path: path, expected: nil)]
    case .nextMapsView: showNextMaps()
    case .toggleShift: return toggleShift()
    case .togglePlay: return perform(explorer.playback.isPlaying ? .pause : .play)
    case .faster: return changeSpeed(to: explorer.playback.faster)
    case .slower: return changeSpeed(to: explorer.playback.slower)
    case .resizeFocused(let amount): return resizeFocused(by: amount)
    case .stack(let command): return applyStack(command)

    case .dense(let command): return applyDense(command)

    case .openMenu(let kind): openMenu(kind)
    case .openHelp: mode = .help(scroll: 0)
    case .openPalette: openPalette()
    case .awaitMark(let sets): mode = .mark(sets: sets)

    case .openLesson, .nextPage, .previousPage, .hint, .resetTask, .resetLesson, .resetAllProgress, .skipTask,
      .toggleLesson, .followLink, .exportProgress, .importProgress:
      return applyLesson(command)
    case .confirmed(let what): return confirmed(what)

    case .save(let path):
      return [.save(explorer.experiment, path: path, mark: explorer.history.mark)]
    case .export(let path, let format):
      say(.exporting, path)
      let request = ExportRequest(
        path: path, format: format, cellsPerSecond: explorer.playback.cellsPerSecond, size: size)
      return [.export(session, request)]
    case .open(let operand, let path):
      return [.open(operand, path: path)]
    case .openColor(let path):
      return [.openColor(path: path)]
    case .saveSession, .openSession, .replaceBySession, .recover, .declineRecovery: return applySession(command)
    case .quit: return quit()
    case .quitWithoutAsking: return leave()
    case .recompute: return recompute()
    case .cancelWork: return [.cancelWork]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    }
    return []
  }

  /// Takes in what an effect has brought.
  package mutating func receive(_ delivery: Delivery) -> [Effect] {
    switch delivery {
    case .output(let cache):
      if explorer.accept(cache) { return checkLesson() }
    case .compared(let result): _ = explorer.accept(result)
    case .comparisonOpened, .comparisonLost: return receiveComparison(delivery)
    case .opened(let operand, let tensor, let name, let file):
      return perform(file.map { .loadFile(operand, tensor, $0) } ?? .load(operand, tensor, name: name))
    case .openedColor(let tensor, let name, let file):
      return perform(file.map { .loadFile(.input, tensor, $0) } ?? .loadColor(tensor, name: name))
    case .saved(let path, let mark):
      savedMark = mark
      message = StatusMessage(text: texts.text(.saved, path), kind: .success)
    case .exported(let path):
      message = StatusMessage(text: texts.text(.exported, path), kind: .success)
    case .sessionSaved, .sessionOpened, .sessionRefused, .recovered, .recoveryDeclined:
      return receiveSession(delivery)
    case .files(let names, let line): receive(files: names, line: line)
    case .progressExported(let path):
      message = StatusMessage(text: texts.text(.progressExported, path), kind: .success)
    case .progressImported(let imported, let path): return take(imported, from: path)
    case .lessons(let library):
      reload(library)
    case .problem(let sentence):
      message = StatusMessage(text: sentence, kind: .problem)
    }
    return []
  }

  /// What has to be saved before leaving.
  package mutating func leaving() -> [Effect] {
    [.storeProgress(progress)]
  }

  /// Applies an explorer action, lets the lesson see it, and turns a refusal into a message.
  mutating func perform(_ wanted: ExplorerAction) -> [Effect] {
    let action = seenFromView(wanted)
    if refusesForHiddenKernel(action) { return [] }
    if isHiddenByView(action) {
      refuse(.hiddenByScatter, KeyMap.keyName(for: .nextTransposedView, in: .output) ?? "")
      return []
    }
    if case .reveal(let reveal) = action, reveal != .stepping, asksForPrediction {
      refuse(.revealIsForced)
      return []
    }
    let before = (reveal: explorer.document.reveal, score: explorer.predictionRun.score, cell: explorer.cell)
    let undone: EditLabel? =
      switch action {
      case .undo: explorer.history.undoLabel
      case .redo: explorer.history.redoLabel
      default: nil
      }
    if !hasOwnGrids, leavesPage(action) {
      refuse(.undoAtPageStart)
      return []
    }
    let wanted: [ExplorerEffect]
    do {
      wanted = try explorer.apply(action)
    } catch {
      message = StatusMessage(text: texts.sentence(for: error, refusing: action, in: explorer), kind: .problem)
      return []
    }
    keepFocus()
    // Another stack is looked at from its deepest map.
    if action.setsStudy { stackView = nil }
    saySize(after: action)
    if case .goToEdit = action { sayPlaceInHistory() }
    if let undone { say(action == .undo ? .undone : .redone, texts.name(of: undone)) }
    tellPrediction(action, after: before.reveal, score: before.score)
    tellComparison(action)
    if explorer.cell == before.cell { tellEnd(of: action) }
    let effects: [Effect] = wanted.flatMap { effect -> [Effect] in
      switch effect {
      case .recompute(let revision): [.recompute(explorer.experiment, revision: revision)]
      case .compare: comparisonEffects
      }
    }
    return effects + note(action)
  }

  /// Shows a notice on the status line.
  mutating func say(_ key: TextKey, _ argument: String = "", _ second: String = "") {
    message = StatusMessage(text: texts.text(key, argument, second), kind: .notice)
  }

  /// Shows a refusal on the status line.
  mutating func refuse(_ key: TextKey, _ argument: String = "", _ second: String = "") {
    message = StatusMessage(text: texts.text(key, argument, second), kind: .problem)
  }

  /// Whether an action goes back to before the open page, whose text speaks of its own grids.
  private func leavesPage(_ action: ExplorerAction) -> Bool {
    switch action {
    case .undo: explorer.history.undoCount <= undoFloor
    case .goToEdit(let edit):
      explorer.history.route(to: edit).map { explorer.history.undoCount - $0.undone < undoFloor } ?? false
    default: false
    }
  }

  // MARK: Leaving

  /// Esc: back one level, from a study to the grids; to a question it says no. With nothing to go back from it gives up the
  /// work that is shown.
  private mutating func cancel() -> [Effect] {
    if case .prompt(let prompt) = mode, case .search(let scroll?) = prompt.kind {
      // Back to the help that was to be searched.
      mode = .help(scroll: scroll)
      return []
    }
    if mode == .normal { return stepOut() }
    defer { mode = .normal }
    if case .help = mode { _ = endSearch() }
    guard case .confirmation(let confirmation) = mode, let otherwise = confirmation.otherwise else { return [] }
    return apply(otherwise)
  }

  /// Esc with nothing open before the panels: leaves what was entered last, one thing at a time.
  private mutating func stepOut() -> [Effect] {
    if endSearch() || leaveStackMap() { return [] }
    if selection != nil {
      selection = nil
      return []
    }
    if explorer.document.study != nil { return perform(.study(nil)) }
    if showsMaps {
      mapsView = .grids
      say(.mapsEnded)
      return []
    }
    if explorer.comparison.shift != nil { return perform(.shiftComparison(false)) }
    return work == nil ? [] : [.cancelWork]
  }

  private mutating func quit() -> [Effect] {
    guard hasUnsavedEdits else { return leave() }
    mode = .confirmation(Confirmation(question: texts.text(.confirmQuit), command: .confirmed(.quit)))
    return []
  }

  private mutating func leave() -> [Effect] {
    isFinished = true
    return leaving()
  }

  private mutating func confirmed(_ what: Command.Confirmed) -> [Effect] {
    switch what {
    case .quit: return leave()
    case .resetTask, .resetLesson, .resetAllProgress: return reset(what)
    }
  }
}
