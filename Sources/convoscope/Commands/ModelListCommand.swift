import ArgumentParser
import ConvolutionEngine
import Workbench

/// Lists the architectures of the catalogue.
struct ModelListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: TextTable.english.text(.manualModelList))

  func run() throws {
    let texts = TextTable.english
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
