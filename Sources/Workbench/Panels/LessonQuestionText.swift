import LessonKit
import TerminalKit

/// What one chooses from: the choices, or the lines of code, with their numbers. What was picked wrongly is marked, and after
/// success what is right.
struct LessonQuestionText {
  let text: LessonText
  let task: LessonTask
  let isSolved: Bool
  let verdict: Verdict?

  func lines(_ indent: Span) -> [StyledLine] {
    switch task.question {
    case .choice(let right):
      return task.choices.enumerated().flatMap { index, choice in
        let mark = mark(index + 1, isRight: right.contains(index + 1))
        let rest = Span(String(repeating: " ", count: DisplayWidth.columns(of: mark.text)))
        return text.lines(choice.text, first: [indent, mark], rest: [indent, rest])
      }
    case .line(let right):
      let width = "\(task.code.count)".count
      return task.code.enumerated().flatMap { index, line in
        let mark = mark(index + 1, width: width, isRight: right.contains(index + 1))
        let rest = Span(String(repeating: " ", count: DisplayWidth.columns(of: mark.text)))
        return TextFlow.wrap(
          [Span(text.glyphs.plain(line), .code)], columns: text.columns, first: [indent, mark], rest: [indent, rest])
      }
    case .nextCell, .cell, .number, .hiddenKernel, nil: return []
    }
  }

  /// The number, and behind it whether it is known to be right or wrong.
  private func mark(_ number: Int, width: Int = 1, isRight: Bool) -> Span {
    let padding = String(repeating: " ", count: max(0, width - "\(number)".count))
    let isWrong = verdict == .wrong(.notThisChoice(number)) || verdict == .wrong(.notThisLine(number))
    let (sign, role): (String, Role) =
      if isSolved && isRight { (text.glyphs.right, .success) } else if isWrong {
        (text.glyphs.wrong, .problem)
      } else { (" ", .hintKey) }
    return Span("\(padding)\(number) \(sign) ", role)
  }
}
