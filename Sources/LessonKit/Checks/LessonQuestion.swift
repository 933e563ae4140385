import ConvolutionEngine
import Explorer

/// A question whose answer is typed.
package enum LessonQuestion: Sendable, Equatable {
  /// The value of the next output cell in reading order, while it is hidden.
  case nextCell
  /// The value of this cell of the current output plane, while it is hidden.
  case cell(row: Int, column: Int)
  /// Which of the task's choices are right, by their numbers from 1: all of these and no other.
  case choice(Set<Int>)
  /// Which line of the task's code is meant, from 1: any of these.
  case line(Set<Int>)
  /// A number.
  case number(NumberQuestion)
  /// The weights of the kernel that the task hides, found with at most so many changes of the input; nil for any number.
  case hiddenKernel(probes: Int?)

  /// Whether the answer is an output cell, which has to be hidden until it is given.
  package var isPrediction: Bool {
    switch self {
    case .nextCell, .cell: true
    case .choice, .line, .number, .hiddenKernel: false
    }
  }

  /// Whether a number, or the number of a line, is a right answer; nil for questions that have no reasons.
  func isRight(_ value: Double) -> Bool? {
    switch self {
    case .number(let question): question.judge("\(value)") == .passed
    case .line(let right): Int(exactly: value).map(right.contains) ?? false
    case .nextCell, .cell, .choice, .hiddenKernel: nil
    }
  }

  /// - Parameter probes: how often the input was changed before the answer.
  func judge(_ text: String, state: ExplorerState, probes: Int = 0) -> Verdict {
    switch self {
    case .nextCell: CellQuestion(state: state, place: nil).judge(text)
    case .cell(let row, let column): CellQuestion(state: state, place: (row, column)).judge(text)
    case .choice(let right): Self.judge(text, choices: right)
    case .line(let right): Self.judge(text, lines: right)
    case .number(let question): question.judge(text)
    case .hiddenKernel(let limit): HiddenKernel(state: state, probes: probes, limit: limit).judge(text)
    }
  }

  /// Numbers with blanks or commas between them; a wrong one outweighs a missing one.
  private static func judge(_ text: String, choices right: Set<Int>) -> Verdict {
    let words = text.split { $0.isWhitespace || $0 == "," }
    let picked = words.compactMap { Int($0) }
    guard !picked.isEmpty, picked.count == words.count else { return .wrong(.notANumber) }
    if let wrong = picked.first(where: { !right.contains($0) }) { return .wrong(.notThisChoice(wrong)) }
    return Set(picked) == right ? .passed : .wrong(.moreChoices)
  }

  private static func judge(_ text: String, lines right: Set<Int>) -> Verdict {
    guard let line = Int(text.filter { !$0.isWhitespace }) else { return .wrong(.notANumber) }
    return right.contains(line) ? .passed : .wrong(.notThisLine(line))
  }
}
