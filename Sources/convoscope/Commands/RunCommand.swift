import ArgumentParser
import ConvolutionEngine
import Explorer
import Formats
import Workbench

/// Applies one operator to `.npy` arrays, with PyTorch's names and rules.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: Interface.texts.text(.manualRun),
    discussion: Interface.texts.text(.manualRunMore))

  @Argument(help: ArgumentHelp(.manualRunOperator))
  var operation: String?

  @OptionGroup
  var options: RunOptions

  @Option(
    name: .shortAndLong, parsing: .unconditional, help: ArgumentHelp(.manualRunOutput, value: .manualValueFile))
  var output: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunDtype, value: .manualValueName))
  var dtype: String?

  @OptionGroup
  var work: WorkOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualRunAlgorithm, TextTable.manualList(ConvolutionAlgorithm.allCases.map(\.rawValue)),
      value: .manualValueName))
  var algorithm: String?

  @Flag(help: ArgumentHelp(.manualRunExplain))
  var explain = false

  @Flag(help: ArgumentHelp(.manualRunList))
  var list = false

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    if list { return try printLines(OperatorList.lines(texts: texts)) }
    guard let operation else { throw Failure(status: .usage, sentence: texts.text(.runNoOperator)) }
    let request = try OperatorRequest(operation: operation, options: options, texts: texts)
    let isDouble = try wantsDouble(texts)
    let run = OperatorRun(
      request: request, schedule: try work.schedule(texts), algorithm: try chosenAlgorithm(texts),
      isExplained: explain, texts: texts)
    if let output { try ArrayFiles.checkName(output, texts: texts) }
    if isDouble {
      try deliver(try run.double(), texts) { NumberText.shortest($0) }
    } else {
      try deliver(try run.single(), texts) { NumberText.shortest($0) }
    }
  }

  private func deliver<Element: ArrayElement>(
    _ array: NDArray<Element>, _ texts: TextTable, text: (Element) -> String
  ) throws {
    if let output { return try ArrayFiles.write(array, to: output, texts: texts) }
    try printLines(ArrayTable.lines(of: array, texts: texts, number: text))
  }

  private func printLines(_ lines: [String]) throws {
    var output = LineOutput()
    for line in lines { try output.write(line) }
    try output.flush()
  }

  private func wantsDouble(_ texts: TextTable) throws(Failure) -> Bool {
    switch dtype {
    case nil, "float32": return false
    case "float64": return true
    case let other?:
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--dtype", other, texts.list(["float32", "float64"])))
    }
  }

  private func chosenAlgorithm(_ texts: TextTable) throws(Failure) -> ConvolutionAlgorithm {
    guard let name = algorithm else { return .auto }
    guard let algorithm = ConvolutionAlgorithm(rawValue: name) else {
      throw Failure(
        status: .usage,
        sentence: texts.text(
          .errorOptionValue, "--algorithm", name, texts.list(ConvolutionAlgorithm.allCases.map(\.rawValue))))
    }
    return algorithm
  }
}
