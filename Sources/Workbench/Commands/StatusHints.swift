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
      panelContext
    case .editing: .editing
    case .prompt: .prompt
    case .menu: .menu
    case .palette: .palette
    case .mark: .mark
    case .help: .help
    case .confirmation: .confirmation
    }
  }

  /// What takes the keys while nothing is typed and no list is open: the focused panel.
  package var panelContext: KeyContext {
    switch focus {
    case .input: .input
    case .kernel: .kernel
    case .output: .output
    case .lesson: .lesson
    case .study:
      switch explorer.document.study?.name {
      case .dense?: .dense
      case .stack?: .stack
      case nil: .output
      }
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
        text: texts.text(presentText(of: hint)))
    }
  }

  private static let hidden = Int.max

  private func presentText(of hint: TextKey) -> TextKey {
    switch hint {
    case .hintNextPage: search == nil ? pageHint : .hintNextMatch
    case .hintStackMap where stackView?.isInMap == true: .hintStackList
    case .hintPredict where isPredicting: .hintPredictEnd
    case .hintTransposedView: viewHint
    case .hintSlice where dense.slice == .input: .hintSliceBack
    case .hintMatrix where dense.picture == .matrix: .hintMatrixBack
    default: hint
    }
  }

  private var isPredicting: Bool { explorer.document.reveal == .predict }

  /// The view that the key leads to.
  private var viewHint: TextKey {
    switch chosenTransposedView.next {
    case .gather: .hintGather
    case .scatter: .hintScatter
    case .overlap: .hintOverlap
    }
  }

  /// Whether the input has more columns than numbers of any screen.
  private var isLarge: Bool { explorer.extent(of: .input).columns.count > 24 }

  /// What the page key does now.
  private var pageHint: TextKey {
    if lessonView.linesBelow > 0 { return .hintReadOn }
    return lessonIsWaiting ? .hintBeginLesson : .hintNextPage
  }

  /// Lessons lead on with their next key; the rest follows in the order of usefulness.
  private func rank(_ binding: KeyBinding) -> Int {
    guard mode == .normal, let hint = binding.hint else { return 0 }
    switch hint {
    case .hintNextPage where explorer.askedCell != nil && lesson != nil: return 3
    case .hintNextPage: return lesson == nil ? Self.hidden : isTaskOpen && lessonView.linesBelow == 0 ? 9 : 0
    case .hintAnswer: return takesAnswer ? 1 : Self.hidden
    case .hintSkip: return explorer.askedCell == nil ? Self.hidden : 2
    case .hintStep: return 3
    case .hintEdit where editsTarget: return 3
    case .hintEdit: return focus == .output || isShifting ? Self.hidden : 3
    case .hintTies: return 3
    case .hintReachLess, .hintReachFurther, .hintSlice, .hintMatrix: return 4
    case .hintPlay: return isPredicting ? Self.hidden : 4
    case .hintTransposedView: return explorer.experiment.operation.isTransposed ? 4 : Self.hidden
    case .hintFocus: return panels.count > 1 ? 5 : Self.hidden
    case .hintKernels where hidesKernel: return Self.hidden
    case .hintKernels: return explorer.experiment.operands[.weights] == nil ? Self.hidden : 6
    case .hintStackLayer where stackView?.isInMap == true: return Self.hidden
    case .hintStackLayer, .hintStackCell: return 2
    case .hintStackBack, .hintStackMap: return 3
    case .hintStackAdd, .hintStackKernel: return 4
    case .hintStackPresets: return 6
    case .hintHint: return isTaskOpen ? 7 : Self.hidden
    case .hintHelp: return 8
    case .hintUndo: return 10
    case .hintSubStep: return 11
    case .hintVoice: return 12
    // Of use where numbers are too many to be seen together, and for the way back.
    case .hintView: return look.view != .numbers || isLarge ? 9 : Self.hidden
    case .hintLessons: return lesson == nil ? 13 : 15
    case .hintPredict: return isPredicting ? 4 : 14
    case .hintQuit: return 16
    default: return 17
    }
  }
}
