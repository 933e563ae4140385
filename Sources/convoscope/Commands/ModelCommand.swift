import ArgumentParser
import Workbench

/// Whole networks: what there are, what they cost and see, what they answer.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: Interface.texts.text(.manualModel),
    subcommands: [ModelListCommand.self, ModelSummaryCommand.self, ModelRunCommand.self])
}
