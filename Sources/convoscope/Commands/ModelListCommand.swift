import ArgumentParser
import ConvolutionEngine
import Workbench

/// Lists the architectures of the catalogue.
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Interface.texts.text(.manualModelList))

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let width = NetworkCatalog.all.map(\.name.count).max() ?? 0
    var output = LineOutput()
    for description in NetworkCatalog.all {
      let blanks = String(repeating: " ", count: width - description.name.count)
      let summary: NetworkSummary
      do {
        summary = try NetworkSummary(try description.network())
      } catch {
        throw Failure(status: .internalError, sentence: texts.sentence(for: error))
      }
      try output.write(
        texts.text(
          .modelListLine, description.name + blanks, texts.axes(description.inputAxes),
          NetworkTable.grouped(summary.total.parameters)))
    }
    try output.flush()
  }
}
