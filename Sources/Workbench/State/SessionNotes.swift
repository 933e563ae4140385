import Explorer
import LessonKit

/// What the workbench adds to a session: the focus, what is in view, and the place in a lesson.
///
/// A word that is missing or cannot be understood leaves its part as it is; nothing here is worth refusing a session.
struct SessionNotes {
  var words: [String: String]

  init(words: [String: String]) {
    self.words = words
  }

  init(_ state: WorkbenchState) {
    words = [
      "focus": state.focus.rawValue, "voice": state.voice.rawValue, "view": state.look.view.rawValue,
      "map": state.look.map.rawValue, "scale": state.look.scaling.text,
    ]
    if state.chosenTransposedView != .gather { words["transposed-view"] = state.chosenTransposedView.rawValue }
    if case .dense? = state.explorer.document.study { words.merge(state.dense.words) { $1 } }
    for (grid, scroll) in state.scroll { words["scroll-\(grid.rawValue)"] = "\(scroll.row),\(scroll.column)" }
    if let view = state.stackView {
      words["stack"] = "\(view.level),\(view.row),\(view.column),\(view.traced),\(view.isInMap ? 1 : 0)"
    }
    if state.mapsView != .grids { words["maps"] = state.mapsView.rawValue }
    words.merge(state.explorer.comparisonNotes) { $1 }
    guard let lesson = state.lesson else { return }
    words["lesson"] = lesson.lesson.id
    words["lesson-page"] = "\(lesson.pageIndex)"
    words["lesson-scroll"] = "\(state.lessonScroll)"
    words["lesson-start"] = state.lessonIsWaiting ? "waiting" : "\(state.undoFloor)"
  }

  func restore(_ state: inout WorkbenchState) {
    for grid in GridName.allCases {
      let numbers = words["scroll-\(grid.rawValue)"]?.split(separator: ",").compactMap { Int($0) } ?? []
      state.scroll[grid] = numbers.count == 2 ? bounded(GridScroll(row: numbers[0], column: numbers[1])) : nil
    }
    let stack = words["stack"]?.split(separator: ",").compactMap { Int($0) } ?? []
    // Drawing keeps it inside the stack.
    state.stackView =
      stack.count == 5
      ? StackView(level: stack[0], row: stack[1], column: stack[2], traced: stack[3], isInMap: stack[4] == 1) : nil
    state.dense = DenseView(words: words)
    restoreLesson(&state)
    state.explorer.restoreComparison(from: words)
    state.mapsView = words["maps"].flatMap { MapsView(rawValue: $0) } ?? .grids
    if let view = words["view"].flatMap({ GridView(rawValue: $0) }) { state.look.view = view }
    if let map = words["map"].flatMap({ ColorMap(rawValue: $0) }) { state.look.map = map }
    if let scaling = words["scale"].flatMap({ Scaling(text: $0) }) { state.look.scaling = scaling }
    if let voice = words["voice"].flatMap({ Voice(rawValue: $0) }) { state.voice = voice }
    state.chosenTransposedView = words["transposed-view"].flatMap { TransposedView(rawValue: $0) } ?? .gather
    if let focus = words["focus"].flatMap({ PanelName(rawValue: $0) }), state.panels.contains(focus) {
      state.focus = focus
    } else if !state.panels.contains(state.focus) {
      state.focus = state.mainPanel
    }
  }

  private func restoreLesson(_ state: inout WorkbenchState) {
    state.lesson = nil
    state.lessonIsWaiting = false
    state.undoFloor = 0
    guard let id = words["lesson"], let lesson = state.library.lesson(id) else { return }
    state.lesson = LessonSession(
      lesson: lesson, explorer: state.explorer, solved: state.progress.solved[id, default: []],
      page: words["lesson-page"].flatMap { Int($0) })
    state.lesson?.begin(state.explorer)
    state.lessonScroll = max(0, min(words["lesson-scroll"].flatMap { Int($0) } ?? 0, WorkbenchState.endOfLesson))
    if let floor = words["lesson-start"].flatMap({ Int($0) }) {
      state.undoFloor = max(0, min(floor, state.explorer.history.undoCount))
    } else {
      state.lessonIsWaiting = true
    }
  }

  /// Drawing follows the focus from anywhere, but adds to these numbers.
  private func bounded(_ scroll: GridScroll) -> GridScroll {
    let limit = 1 << 40
    return GridScroll(row: max(-limit, min(scroll.row, limit)), column: max(-limit, min(scroll.column, limit)))
  }
}
