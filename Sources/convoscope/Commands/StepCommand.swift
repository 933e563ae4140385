import ArgumentParser
import ConvolutionEngine
import Explorer
import Workbench

/// Prints every step as a sentence, for pipes and screen readers.
struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: Interface.texts.text(.manualStep),
    discussion: Interface.texts.text(.manualStepMore))

  @Flag(help: ArgumentHelp(.manualPlain))
  var plain = false

  @Flag(help: ArgumentHelp(.manualPredict))
  var predict = false

  @OptionGroup
  var experiment: ExperimentOptions

  @Flag(help: ArgumentHelp(.manualAll))
  var all = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.manualFrom, value: .manualValueCell))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualCount, value: .manualValueNumber))
  var count: String?

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    if all && (from != nil || count != nil) {
      throw Failure(status: .usage, sentence: texts.text(.errorAllAndPart))
    }
    if predict && (experiment.file == "-" || experiment.kernel == "-") {
      throw Failure(status: .usage, sentence: texts.text(.errorAnswersFromStandardInput))
    }
    let limit = try number(of: count, texts: texts)
    let start = try place(of: from, texts: texts)
    let document = try ExperimentSetup(options: experiment, texts: texts).explorer().document
    let shape = document.experiment.outputShape
    guard shape.contains(start) else {
      let error = ExplorerError.noSuchCell(row: start.row, column: start.column, size: shape)
      throw Failure(status: .badData, sentence: texts.sentence(for: error))
    }
    let offset = shape.offset(of: start)
    let end = offset + min(limit ?? shape.count, shape.count - offset)
    if predict {
      return try ask(
        PredictTranscript(document, fromRow: start.row, column: start.column, limit: limit, texts: texts), texts: texts)
    }
    var output = LineOutput()
    for line in StepTranscript(document, cells: offset..<end, texts: texts) { try output.write(line) }
    try output.flush()
  }

  /// Asks for the cells until all are known or there are no more answers.
  private func ask(_ beginning: PredictTranscript, texts: TextTable) throws {
    var transcript = beginning
    var output = LineOutput()
    var input = LineInput()
    try output.write(lines: transcript.beginning)
    while !transcript.isFinished {
      // Whoever answers has to see the question.
      try output.flush()
      let line: String?
      do throws(InputError) {
        line = try input.next()
      } catch {
        throw Failure(
          status: .missingInput, sentence: texts.text(.errorAnswers, SystemReason.text(error.code)))
      }
      guard let line else { break }
      try output.write(lines: transcript.answer(line))
    }
    try output.write(lines: transcript.end)
    try output.flush()
  }

  private func number(of text: String?, texts: TextTable) throws(Failure) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), number >= 1 else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--count", text, texts.text(.expectedCount)))
    }
    return number
  }

  private func place(of text: String?, texts: TextTable) throws(Failure) -> Coordinate {
    guard let text else { return Coordinate(row: 0, column: 0) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let row = parts[0], let column = parts[1] else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--from", text, texts.text(.expectedCell)))
    }
    return Coordinate(row: row, column: column)
  }
}
