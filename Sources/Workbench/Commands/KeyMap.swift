import Explorer
import TerminalKit

/// The one table of keys. Bindings, `?` help, the status line's hints and the README come from it.
package enum KeyMap {
  private static let panels: Set<KeyContext> = [.input, .kernel, .output, .lesson]
  private static let studies: Set<KeyContext> = [.dense, .stack]
  /// Wherever nothing is typed and no list is open.
  private static let everywhere = panels.union(studies)
  private static let grids: Set<KeyContext> = [.input, .kernel, .output]
  private static let editable: Set<KeyContext> = [.input, .kernel]
  private static let lists: Set<KeyContext> = [.lesson, .menu, .help]

  package static let bindings: [KeyBinding] = [
    // Stepping
    KeyBinding(
      [.right, .character("l")], [.output], .command(.move(.right)), .keyStepForward, hint: .hintStep, label: "→ l"),
    KeyBinding([.left, .character("h")], [.output], .command(.move(.left)), .keyStepBack, label: "← h"),
    KeyBinding([.character(".")], panels, .command(.explorer(.step(.forward))), .keyStepForward),
    KeyBinding([.character(",")], panels, .command(.explorer(.step(.back))), .keyStepBack),
    KeyBinding([.character(")")], panels, .command(.explorer(.scrub(1))), .keyScrubForward),
    KeyBinding([.character("(")], panels, .command(.explorer(.scrub(-1))), .keyScrubBack),
    KeyBinding([.character(" ")], panels, .command(.togglePlay), .keyPlay, hint: .hintPlay),
    KeyBinding([.character("]")], panels, .command(.faster), .keyFaster),
    KeyBinding([.character("[")], panels, .command(.slower), .keySlower),
    KeyBinding(
      [.character(">")], panels, .command(.explorer(.subStep(.forward))), .keySubStepForward, hint: .hintSubStep),
    KeyBinding([.character("<")], panels, .command(.explorer(.subStep(.back))), .keySubStepBack),
    KeyBinding([.character("=")], panels, .command(.explorer(.subStep(.all))), .keySubStepAll),
    KeyBinding([.character("r")], panels, .command(.toggleReveal), .keyReveal),
    KeyBinding([.character("e")], panels, .command(.nextVoice), .keyVoice, hint: .hintVoice),
    KeyBinding(
      [.character("T")], panels, .command(.nextTransposedView), .keyTransposedView, hint: .hintTransposedView),
    KeyBinding([.character("v")], panels, .command(.nextView), .keyView, hint: .hintView),
    KeyBinding([.character("t")], panels, .command(.nextColorMap), .keyColorMap),
    KeyBinding([.character("z")], panels, .command(.nextScaling), .keyScaling),
    KeyBinding([.character("A")], panels, .command(.togglePredict), .keyPredict, hint: .hintPredict),
    KeyBinding([.character("!")], panels, .command(.explorer(.skip)), .keySkip, hint: .hintSkip),
    KeyBinding([.character("Y")], panels, .command(.nextOutputView), .keyOutputView),
    KeyBinding([.character("V")], panels, .command(.nextMapsView), .keyMaps),
    KeyBinding([.character("M")], panels, .command(.toggleShift), .keyShift),

    // The study of a dense layer
    KeyBinding([.right, .character("l")], [.dense], .command(.move(.right)), .keyMove, label: "→ l"),
    KeyBinding([.left, .character("h")], [.dense], .command(.move(.left)), .keyMove, label: "← h"),
    KeyBinding([.up, .character("k")], [.dense], .command(.move(.up)), .keyMove, label: "↑ k"),
    KeyBinding([.down, .character("j")], [.dense], .command(.move(.down)), .keyMove, label: "↓ j"),
    KeyBinding([.home], [.dense], .command(.move(.rowStart)), .keyRowStart),
    KeyBinding([.end], [.dense], .command(.move(.rowEnd)), .keyRowEnd),
    KeyBinding([.character("g")], [.dense], .command(.move(.first)), .keyFirst),
    KeyBinding([.character("G")], [.dense], .command(.move(.last)), .keyLast),
    KeyBinding([.pageUp, .control("u")], [.dense], .command(.move(.pageUp)), .keyPageUp),
    KeyBinding([.pageDown, .control("d")], [.dense], .command(.move(.pageDown)), .keyPageDown),
    KeyBinding([.character("t")], [.dense], .command(.dense(.toggleTies)), .keyTies, hint: .hintTies),
    KeyBinding([.character("D")], [.dense], .command(.dense(.reachLess)), .keyReachLess, hint: .hintReachLess),
    KeyBinding([.character("d")], [.dense], .command(.dense(.reachFurther)), .keyReachFurther, hint: .hintReachFurther),
    KeyBinding([.character("w")], [.dense], .command(.dense(.turnSlice)), .keySlice, hint: .hintSlice),
    KeyBinding([.character("v")], [.dense], .command(.dense(.turnPicture)), .keyMatrix, hint: .hintMatrix),
    KeyBinding([.character("b")], [.dense], .command(.dense(.toggleBias)), .keyDenseBias),
    KeyBinding([.character("}")], [.dense], .command(.dense(.grow(1))), .keyGrow),
    KeyBinding([.character("{")], [.dense], .command(.dense(.grow(-1))), .keyShrink),
    KeyBinding([.character("r")], [.dense], .command(.dense(.renew)), .keyRenew),

    // Moving about
    KeyBinding([.right, .character("l")], editable, .command(.move(.right)), .keyMove, label: "→ l"),
    KeyBinding([.left, .character("h")], editable, .command(.move(.left)), .keyMove, label: "← h"),
    KeyBinding([.up, .character("k")], grids, .command(.move(.up)), .keyMove, label: "↑ k"),
    KeyBinding([.down, .character("j")], grids, .command(.move(.down)), .keyMove, label: "↓ j"),
    KeyBinding([.up, .character("k")], lists, .command(.move(.up)), .keyScroll, label: "↑ k"),
    KeyBinding([.down, .character("j")], lists, .command(.move(.down)), .keyScroll, label: "↓ j"),
    KeyBinding([.home], grids, .command(.move(.rowStart)), .keyRowStart),
    KeyBinding([.end], grids, .command(.move(.rowEnd)), .keyRowEnd),
    KeyBinding([.character("g")], grids, .command(.move(.first)), .keyFirst),
    KeyBinding([.character("G")], grids, .command(.move(.last)), .keyLast),
    KeyBinding([.home, .character("g")], lists, .command(.move(.first)), .keyFirst),
    KeyBinding([.end, .character("G")], lists, .command(.move(.last)), .keyLast),
    KeyBinding([.pageUp, .control("u")], grids.union(lists), .command(.move(.pageUp)), .keyPageUp),
    KeyBinding([.pageDown, .control("d")], grids.union(lists), .command(.move(.pageDown)), .keyPageDown),
    KeyBinding([.tab], everywhere, .command(.focusNext), .keyFocusNext, hint: .hintFocus),
    KeyBinding([.backTab], everywhere, .command(.focusPrevious), .keyFocusPrevious),
    KeyBinding([.character("c")], grids, .command(.nextChannel), .keyNextChannel),
    KeyBinding([.character("C")], grids, .command(.previousChannel), .keyPreviousChannel),
    KeyBinding([.character("w")], grids, .command(.nextFilter), .keyNextFilter),
    KeyBinding([.character("W")], grids, .command(.previousFilter), .keyPreviousFilter),

    // Editing
    KeyBinding(
      "0123456789-".map { .character($0) }, grids, .type, .keyType, hint: .hintEdit, label: "0–9 -"),
    KeyBinding([.enter], editable, .command(.accept), .keyEditCell),
    KeyBinding([.shiftRight], editable, .command(.extend(.right)), .keyExtend),
    KeyBinding([.shiftLeft], editable, .command(.extend(.left)), .keyExtend),
    KeyBinding([.shiftUp], editable, .command(.extend(.up)), .keyExtend),
    KeyBinding([.shiftDown], editable, .command(.extend(.down)), .keyExtend),
    KeyBinding([.character("B")], editable, .command(.toggleSelection), .keySelect),
    KeyBinding([.character("y")], grids, .command(.copy), .keyCopy),
    KeyBinding([.control("v")], editable, .command(.paste), .keyPaste),
    KeyBinding([.delete], editable, .command(.clearCells), .keyClear),
    KeyBinding([.character("u")], everywhere, .command(.explorer(.undo)), .keyUndo, hint: .hintUndo),
    KeyBinding([.control("r")], everywhere, .command(.explorer(.redo)), .keyRedo),
    KeyBinding([.character("U")], everywhere, .command(.openMenu(.history)), .keyHistory),
    KeyBinding([.character("K")], panels, .command(.openMenu(.kernels)), .keyKernels, hint: .hintKernels),
    KeyBinding([.character("I")], panels, .command(.openMenu(.inputs)), .keyInputs),
    KeyBinding([.character("o")], panels, .command(.openMenu(.operators)), .keyOperators),
    KeyBinding([.character("O")], everywhere, .command(.openMenu(.studies)), .keyStudies),
    KeyBinding([.character("s")], panels, .command(.adjust(.stride, by: 1)), .keyStrideUp),
    KeyBinding([.character("S")], panels, .command(.adjust(.stride, by: -1)), .keyStrideDown),
    KeyBinding([.character("p")], panels, .command(.adjust(.padding, by: 1)), .keyPaddingUp),
    KeyBinding([.character("P")], panels, .command(.adjust(.padding, by: -1)), .keyPaddingDown),
    KeyBinding([.character("m")], panels, .command(.cycle(.paddingMode)), .keyPaddingMode),
    KeyBinding([.character("d")], panels, .command(.adjust(.dilation, by: 1)), .keyDilationUp),
    KeyBinding([.character("D")], panels, .command(.adjust(.dilation, by: -1)), .keyDilationDown),
    KeyBinding([.character("f")], panels, .command(.cycle(.flip)), .keyFlip),
    KeyBinding([.character("b")], panels, .command(.openPrompt(.bias(filter: 0))), .keyBias),
    KeyBinding([.character("+")], grids, .command(.addFilters(1)), .keyFilterMore),
    KeyBinding([.character("_")], grids, .command(.addFilters(-1)), .keyFilterFewer),
    KeyBinding([.character("x")], panels, .command(.adjust(.groups, by: 1)), .keyGroupsUp),
    KeyBinding([.character("X")], panels, .command(.adjust(.groups, by: -1)), .keyGroupsDown),
    KeyBinding([.character("}")], grids, .command(.resizeFocused(by: 1)), .keyGrow),
    KeyBinding([.character("{")], grids, .command(.resizeFocused(by: -1)), .keyShrink),

    // The stack of layers
    KeyBinding([.up], [.stack], .command(.move(.up)), .keyStackUp),
    KeyBinding([.down], [.stack], .command(.move(.down)), .keyStackDown, hint: .hintStackLayer),
    KeyBinding([.left], [.stack], .command(.move(.left)), .keyStackCell),
    KeyBinding([.right], [.stack], .command(.move(.right)), .keyStackCell, hint: .hintStackCell),
    KeyBinding([.home], [.stack], .command(.move(.rowStart)), .keyRowStart),
    KeyBinding([.end], [.stack], .command(.move(.rowEnd)), .keyRowEnd),
    KeyBinding([.character("g")], [.stack], .command(.move(.first)), .keyStackFirst),
    KeyBinding([.character("G")], [.stack], .command(.move(.last)), .keyStackLast),
    KeyBinding([.pageUp, .control("u")], [.stack], .command(.move(.pageUp)), .keyPageUp),
    KeyBinding([.pageDown, .control("d")], [.stack], .command(.move(.pageDown)), .keyPageDown),
    KeyBinding([.enter], [.stack], .command(.stack(.enterMap)), .keyStackMap, hint: .hintStackMap),
    KeyBinding([.character(",")], [.stack], .command(.stack(.trace(by: -1))), .keyStackBack, hint: .hintStackBack),
    KeyBinding([.character(".")], [.stack], .command(.stack(.trace(by: 1))), .keyStackForth),
    KeyBinding(
      [.character("i")], [.stack], .command(.openMenu(.stackLayers)), .keyStackAdd, hint: .hintStackAdd),
    KeyBinding([.character("x"), .delete], [.stack], .command(.stack(.remove)), .keyStackRemove),
    KeyBinding(
      [.character("o")], [.stack], .command(.openMenu(.stackPresets)), .keyStackPresets, hint: .hintStackPresets),
    KeyBinding(
      [.character("k")], [.stack], .command(.stack(.adjust(.kernel, by: 1))), .keyStackKernelUp,
      hint: .hintStackKernel),
    KeyBinding([.character("K")], [.stack], .command(.stack(.adjust(.kernel, by: -1))), .keyStackKernelDown),
    KeyBinding([.character("s")], [.stack], .command(.stack(.adjust(.stride, by: 1))), .keyStrideUp),
    KeyBinding([.character("S")], [.stack], .command(.stack(.adjust(.stride, by: -1))), .keyStrideDown),
    KeyBinding([.character("p")], [.stack], .command(.stack(.adjust(.padding, by: 1))), .keyPaddingUp),
    KeyBinding([.character("P")], [.stack], .command(.stack(.adjust(.padding, by: -1))), .keyPaddingDown),
    KeyBinding([.character("d")], [.stack], .command(.stack(.adjust(.dilation, by: 1))), .keyDilationUp),
    KeyBinding([.character("D")], [.stack], .command(.stack(.adjust(.dilation, by: -1))), .keyDilationDown),
    KeyBinding([.character("+")], [.stack], .command(.stack(.adjust(.channels, by: 1))), .keyStackChannelsUp),
    KeyBinding([.character("_")], [.stack], .command(.stack(.adjust(.channels, by: -1))), .keyStackChannelsDown),
    KeyBinding([.character("}")], [.stack], .command(.stack(.resizeInput(by: 1))), .keyStackGrow),
    KeyBinding([.character("{")], [.stack], .command(.stack(.resizeInput(by: -1))), .keyStackShrink),

    // Lessons
    KeyBinding([.character("a")], everywhere, .command(.openPrompt(.answer)), .keyAnswer, hint: .hintAnswer),
    KeyBinding([.character("H")], everywhere, .command(.hint), .keyHint, hint: .hintHint),
    KeyBinding([.character("n")], everywhere, .command(.nextPage), .keyNextPage, hint: .hintNextPage),
    KeyBinding([.character("N")], everywhere, .command(.previousPage), .keyPreviousPage),
    KeyBinding([.enter, .right, .character("l")], [.lesson], .command(.nextPage), .keyNextPage, label: "Enter →"),
    KeyBinding([.left, .character("h")], [.lesson], .command(.previousPage), .keyPreviousPage, label: "← h"),
    KeyBinding([.character("L")], everywhere, .command(.openMenu(.lessons)), .keyLessons, hint: .hintLessons),
    KeyBinding([.character("R")], everywhere, .command(.resetTask), .keyResetTask),
    KeyBinding([.character("J")], everywhere, .command(.skipTask), .keySkipTask),
    KeyBinding([.character("@")], everywhere, .command(.followLink), .keyFollowLink),
    KeyBinding([.character("F")], everywhere, .command(.toggleLesson), .keyToggleLesson),

    // The program
    KeyBinding(
      [.character("/")], everywhere.union([.help]), .command(.openPrompt(.search(helpScroll: nil))), .keySearch),
    KeyBinding([.character("n")], [.help], .command(.nextPage), .keyNextMatch),
    KeyBinding([.character("N")], [.help], .command(.previousPage), .keyPreviousMatch),
    KeyBinding([.control("p")], everywhere, .command(.openPalette), .keyPalette),
    KeyBinding([.character("\"")], panels, .command(.awaitMark(sets: true)), .keyMarkSet),
    KeyBinding([.character("'")], panels, .command(.awaitMark(sets: false)), .keyMarkGo),
    KeyBinding([.character(":")], everywhere, .command(.openPrompt(.command)), .keyCommandLine),
    KeyBinding([.character("?"), .function(1)], everywhere, .command(.openHelp), .keyHelp, hint: .hintHelp),
    KeyBinding([.character("q")], everywhere, .command(.quit), .keyQuit, hint: .hintQuit),
    KeyBinding([.control("z")], everywhere, .command(.suspend), .keySuspend),
    KeyBinding([.control("l")], Set(KeyContext.allCases), .command(.redraw), .keyRedraw),
    KeyBinding([.escape], everywhere, .command(.cancel), .keyDismiss),

    // While a number is typed
    KeyBinding([.enter], [.editing], .command(.accept), .keyTakeNumber, hint: .hintTake),
    KeyBinding([.tab], [.editing], .command(.acceptAndFocusNext), .keyTakeAndFocusNext),
    KeyBinding([.up], [.editing], .command(.acceptAndMove(.up)), .keyTakeAndMove),
    KeyBinding([.down], [.editing], .command(.acceptAndMove(.down)), .keyTakeAndMove),
    KeyBinding([.left], [.editing], .command(.acceptAndMove(.left)), .keyTakeAndMove),
    KeyBinding([.right], [.editing], .command(.acceptAndMove(.right)), .keyTakeAndMove, hint: .hintTakeAndMove),
    KeyBinding([.escape], [.editing], .command(.cancel), .keyRestore, hint: .hintRestore),
    KeyBinding([.backspace], [.editing, .prompt, .palette], .command(.typeBackspace), .keyBackspace),

    // Prompts, lists, questions
    KeyBinding([.tab], [.prompt], .command(.completeNext), .keyComplete),
    KeyBinding([.backTab], [.prompt], .command(.completePrevious), .keyCompleteBack),
    KeyBinding([.up, .control("p")], [.palette], .command(.move(.up)), .keyScroll),
    KeyBinding([.down, .control("n")], [.palette], .command(.move(.down)), .keyScroll),
    KeyBinding([.pageUp], [.palette], .command(.move(.pageUp)), .keyPageUp),
    KeyBinding([.pageDown], [.palette], .command(.move(.pageDown)), .keyPageDown),
    KeyBinding([.enter], [.prompt], .command(.accept), .keyRunLine, hint: .hintRunLine),
    KeyBinding(
      [.escape], [.prompt, .menu, .palette, .mark, .help, .confirmation], .command(.cancel), .keyCancel,
      hint: .hintCancel),
    KeyBinding([.enter], [.menu, .palette], .command(.accept), .keyChoose, hint: .hintChoose),
    KeyBinding([.character("q"), .character("?"), .enter], [.help], .command(.cancel), .keyCancel),
    KeyBinding([.character("q")], [.menu], .command(.cancel), .keyCancel),
    KeyBinding([.character("y"), .enter], [.confirmation], .command(.accept), .keyYes, hint: .hintYes),
    KeyBinding([.character("n"), .character("q")], [.confirmation], .command(.cancel), .keyCancel),
  ]

  /// What a key does in a context; nil when it does nothing there.
  package static func action(for key: Key, in context: KeyContext) -> KeyBinding.Action? {
    bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.action
  }

  /// The panels where a key does something.
  static func panelContexts(of key: Key) -> Set<KeyContext> {
    bindings.filter { $0.keys.contains(key) }.reduce(into: []) { $0.formUnion($1.contexts.intersection(everywhere)) }
  }

  /// The lines of help for a context, in the order of the table.
  package static func help(for context: KeyContext, texts: TextTable) -> [(keys: String, text: String)] {
    bindings.filter { $0.contexts.contains(context) }.map { ($0.name, texts.text($0.help)) }
  }

  /// The name of the first key that does a command in a context, for texts that mention it.
  package static func keyName(for command: Command, in context: KeyContext) -> String? {
    bindings.first { binding in
      guard case .command(let bound) = binding.action, bound == command else { return false }
      return binding.contexts.contains(context)
    }?.keys.first?.name
  }
}
