import ArgumentParser
import ConvolutionEngine
import Explorer
import Workbench

/// Prints every step as a sentence, for pipes and screen readers.
struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Print every step as a sentence, for pipes and screen readers.",
    discussion: """
      One line for each output cell: where the window stands, every product, the value. The output can be rebuilt \
      from the lines alone. No terminal is needed.
      """)

  @Flag(help: "Plain sentences, the only form there is; may be left out.")
  var plain = false

  @OptionGroup
  var experiment: ExperimentOptions

  @Flag(help: "All output cells, which is the rule.")
  var all = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Begin at this output cell; both count from 0.", valueName: "row,column"))
  var from: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Print at most so many output cells.", valueName: "n"))
  var count: String?

  func run() throws {
    let texts = TextTable.english
    if all && (from != nil || count != nil) {
      throw Failure(status: .usage, sentence: texts.text(.errorAllAndPart))
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
    var output = LineOutput()
    for line in StepTranscript(document, cells: offset..<end, texts: texts) { try output.write(line) }
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
