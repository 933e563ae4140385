import Explorer
import LessonKit
import TerminalKit

/// The open page of the lesson; it scrolls when it is longer than the panel.
enum LessonPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard let session = context.state.lesson else { return }
    let lines = context.frame.lessonLines
    let inside = rect.inset(rows: 1, columns: 2)
    let first = max(0, min(context.state.lessonScroll, lines.count - inside.rows))
    // What there is to do is always in view: below the text while its own lines are not.
    let isCut = lines.count > first + inside.rows
    let pinned = isCut ? lines[max(0, first + inside.rows - 1)...].first { $0.isTask } : nil
    let last = min(lines.count, first + inside.rows - (pinned == nil || inside.rows < 3 ? 0 : 1))
    let title = context.text(
      .lessonTitle, "\(session.lesson.number)", context.glyphs.plain(session.lesson.title))
    var note = context.text(.lessonPage, "\(session.pageIndex + 1)", "\(session.lesson.pages.count)")
    if last < lines.count {
      note = context.text(.lessonMore, "\(lines.count - last)") + context.glyphs.separator + note
    }
    surface.drawFrame(
      rect, title: title, note: note, isFocused: context.state.focus == .lesson, context: context)
    for (index, line) in lines[first..<last].enumerated() {
      surface.write(line, row: inside.row + index, column: inside.column, theme: context.theme, in: inside)
      surface.markMatches(
        of: context.state.search, in: line, row: inside.row + index, column: inside.column, clip: inside)
    }
    if let pinned, inside.rows >= 3 {
      let row = inside.endRow - 1
      let used = surface.write(pinned, row: row, column: inside.column, theme: context.theme, in: inside)
      surface.write(
        " " + context.glyphs.ellipsis, row: row,
        column: inside.column + min(used, inside.columns - 1 - DisplayWidth.columns(of: context.glyphs.ellipsis)),
        style: context.theme.style(.quiet), in: inside)
    }
  }

  /// The page in lines of a width.
  static func lines(_ state: WorkbenchState, columns: Int) -> [StyledLine] {
    guard let session = state.lesson else { return [] }
    let glyphs = Glyphs(unicode: state.capabilities.unicode)
    let text = LessonText(columns: columns, glyphs: glyphs) { destination in
      state.library.lesson(linkedBy: destination).map { state.texts.text(.lessonLinkTarget, "\($0.number)") }
    }
    func words(_ key: TextKey, _ first: String = "", _ second: String = "") -> String {
      glyphs.plain(state.texts.text(key, first, second))
    }
    var lines = text.lines(session.page.blocks)
    func append(_ more: [StyledLine]) {
      if !lines.isEmpty, !more.isEmpty { lines.append(StyledLine()) }
      lines += more
    }
    if state.lessonIsWaiting {
      let key = KeyMap.keyName(for: .nextPage, in: .output) ?? ""
      append(TextFlow.wrap([Span(words(.lessonWaiting, glyphs.plain(key)), .task)], columns: columns))
    }
    guard let task = session.task else { return lines }

    let isSolved = session.isTaskSolved
    let number = (session.lesson.tasks.firstIndex { $0.id == task.id } ?? 0) + 1
    let isSkipped = state.progress.isSkipped(task, of: session.lesson)
    let sign = isSolved ? glyphs.done : isSkipped ? glyphs.skipped : glyphs.open
    let mark = Span(sign + " ", isSolved ? .success : .task)
    let name = Span(
      words(.lessonTask, "\(number)", "\(session.lesson.tasks.count)") + words(.joinWords)
        + (isSkipped ? words(.lessonSkipped) + words(.joinWords) : ""), .task)
    let indent = Span(String(repeating: " ", count: DisplayWidth.columns(of: mark.text)))
    var prompt = text.lines(task.prompt, first: [mark, name], rest: [indent])
    if !isSolved, !prompt.isEmpty { prompt[0].isTask = true }
    append(prompt)
    lines += LessonQuestionText(text: text, task: task, isSolved: isSolved, verdict: session.lastVerdict).lines(indent)
    lines += LabText.lines(state, columns: columns, indent: indent)
    for (index, hint) in session.hints.enumerated() {
      let label = words(.lessonHint, "\(index + 1)", "\(task.hints.count)") + words(.joinWords)
      lines += text.lines(hint, first: [indent, Span(label, .hintKey)], rest: [indent])
    }
    if isSolved {
      append(text.lines(task.explanation, first: [Span(words(.lessonSolved) + words(.joinWords), .success)]))
    } else if case .wrong(let diagnosis)? = session.lastVerdict {
      let sentence = glyphs.plain(state.texts.sentence(for: diagnosis, in: task))
      lines += TextFlow.wrap([Span(sentence, .problem)], columns: columns, first: [indent], rest: [indent])
    }
    return lines
  }
}

extension WorkbenchState {
  /// The lines of the lesson for its panel; keeps its scroll position inside them.
  mutating func lessonLines(in rect: Rect?) -> [StyledLine] {
    guard let inside = rect?.inset(rows: 1, columns: 2), !inside.isEmpty else {
      lessonView = LessonView()
      return []
    }
    let lines = laidOutLesson(columns: inside.columns)
    lessonScroll = max(0, min(lessonScroll, lines.count - inside.rows))
    lessonView = LessonView(rows: inside.rows, linesBelow: max(0, lines.count - lessonScroll - inside.rows))
    return lines
  }

  /// The lines of the page, laid out anew only when something that they say has changed: most frames move a window.
  private mutating func laidOutLesson(columns: Int) -> [StyledLine] {
    guard let session = lesson else { return [] }
    let inputs = LessonLines.Inputs(
      lesson: session.lesson, page: session.pageIndex, hints: session.hintsShown, verdict: session.lastVerdict,
      isSolved: session.isTaskSolved,
      isSkipped: session.task.map { progress.isSkipped($0, of: session.lesson) } ?? false,
      isWaiting: lessonIsWaiting, columns: columns, unicode: capabilities.unicode,
      lab: LabText.lines(self, columns: columns, indent: Span("")))
    if let kept = memory.lessonLines, kept.inputs == inputs { return kept.lines }
    let lines = LessonPanel.lines(self, columns: columns)
    memory.lessonLines = LessonLines(inputs: inputs, lines: lines)
    return lines
  }
}

/// The lines of a page with everything that they depend on but the library, whose change throws them away.
struct LessonLines: Sendable {
  struct Inputs: Equatable, Sendable {
    let lesson: Lesson
    let page: Int
    let hints: Int
    let verdict: Verdict?
    let isSolved: Bool
    let isSkipped: Bool
    let isWaiting: Bool
    let columns: Int
    let unicode: Bool
    /// What a lab says beside its task.
    let lab: [StyledLine]
  }

  let inputs: Inputs
  let lines: [StyledLine]
}
