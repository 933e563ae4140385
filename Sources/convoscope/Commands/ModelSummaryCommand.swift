import ArgumentParser
import ConvolutionEngine
import Workbench

/// What a network costs and sees, layer by layer, without making its weights.
struct ModelSummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: Interface.texts.text(.manualModelSummary),
    discussion: Interface.texts.text(.manualModelSummaryMore))

  @Argument(help: ArgumentHelp(.manualModelName))
  var name: String

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualModelInputShape, value: .manualValueShape))
  var inputShape: String?

  @Flag(help: ArgumentHelp(.manualModelJSON))
  var json = false

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let shape = try requestedShape(texts)
    let network = try NetworkFiles.network(name, texts: texts)
    let summary: NetworkSummary
    do {
      summary = try NetworkSummary(network, input: shape)
    } catch {
      throw Failure(status: .badData, sentence: texts.sentence(for: error))
    }
    var output = LineOutput()
    if json {
      try output.write(try SummaryJSON.text(of: summary))
    } else {
      for line in NetworkTable.lines(of: summary, texts: texts) { try output.write(line) }
    }
    try output.flush()
  }

  private func requestedShape(_ texts: TextTable) throws(Failure) -> ActivationShape? {
    guard let inputShape else { return nil }
    let parts = inputShape.split(separator: ",", omittingEmptySubsequences: false)
    let sides = parts.compactMap { Int($0) }
    guard sides.count == parts.count, sides.count == 1 || sides.count == 3 else {
      throw Failure(
        status: .usage,
        sentence: texts.text(.errorOptionValue, "--input-shape", inputShape, texts.text(.expectedShape)))
    }
    do throws(LayerError) {
      return try ActivationShape(axes: sides)
    } catch {
      throw Failure(status: .badData, sentence: texts.sentence(for: error))
    }
  }
}
