import ConvolutionEngine
import Explorer
import TerminalKit

/// The predict mode as lines of text: each output cell is asked for with its sum but without its value, each line of
/// input is an answer, and every value that has become known is told in full, so that the output can be rebuilt from the
/// lines alone.
///
/// An empty line or `?` shows the value. A wrong answer is told what it is instead, and the same cell is asked again. The
/// questions, the judgement and the score are the explorer's own.
package struct PredictTranscript: Sendable {
  private var explorer: ExplorerState
  private let sentences: StepSentences
  private let texts: TextTable
  /// How many cells are to be asked for.
  private let count: Int

  /// Begins at an output cell of the first plane.
  ///
  /// - Parameter limit: the most cells to ask for, in reading order; nil for all that follow.
  /// - Throws: `ExplorerError.noSuchCell`.
  package init(
    _ document: ExplorerDocument, fromRow row: Int = 0, column: Int = 0, limit: Int? = nil,
    texts: TextTable = .english
  ) throws(ExplorerError) {
    sentences = StepSentences(document: document, texts: texts)
    self.texts = texts
    explorer = ExplorerState(document: document)
    try explorer.apply(.jump(row: row, column: column))
    let following = explorer.outputShape.count - explorer.cellOffset
    count = min(limit ?? following, following)
    // From live on, whatever the document says: then the first cell is the one that is asked for.
    try explorer.apply(.reveal(.live))
    try explorer.apply(.reveal(.predict))
  }

  /// Whether there is nothing left to ask.
  package var isFinished: Bool { score.settled >= count }

  /// The header, how to answer, and the first question.
  package var beginning: [String] { sentences.header + [texts.text(.plainPredict)] + question }

  /// Takes a line of input and returns what there is to say to it, with the question that comes next.
  package mutating func answer(_ line: String) -> [String] {
    guard !isFinished else { return [] }
    let typed = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    do throws(ExplorerError) {
      if typed.isEmpty || typed == "?" {
        try explorer.apply(.skip)
        // Where the window has to wait for a person who looks, lines go on by themselves.
        if !isFinished { try explorer.apply(.step(.forward)) }
      } else if let answer = AnswerText(typed) {
        try explorer.apply(.answer(answer))
      } else {
        return [Sanitizer.sanitized(texts.text(.notANumber, texts.excerpt(typed)))]
      }
    } catch {
      return [texts.sentence(for: error)]
    }
    return verdict + (isWrong ? [] : question)
  }

  /// The score, and how many of the cells were told.
  package var end: [String] { [texts.text(.plainScore, texts.score(score)), sentences.end(told: score.settled)] }

  private var score: PredictionRun.Score { explorer.predictionRun.score }

  private var isWrong: Bool {
    if case .wrong? = explorer.predictionRun.outcome { true } else { false }
  }

  private var verdict: [String] {
    switch explorer.predictionRun.outcome {
    case .right(let cell, let value)?: [sentences.known(cell, value, as: .plainRight)]
    case .skipped(let cell, let value)?: [sentences.known(cell, value, as: .plainShown)]
    case .wrong(let diagnosis)?: [texts.text(.plainWrong, texts.sentence(for: diagnosis))]
    case nil: []
    }
  }

  private var question: [String] {
    guard !isFinished, let cell = explorer.askedCell else { return [] }
    return [sentences.question(explorer.experiment.trace(at: cell))]
  }
}
