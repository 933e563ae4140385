import ArgumentParser
import ConvolutionEngine
import Explorer
import Workbench

/// The options that make an experiment; `explore` and `step` share them. Values may begin with a minus sign.
struct ExperimentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(.manualInputFile))
  var file: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualKernel, TextTable.manualList(KernelPreset.all.map(\.name)), value: .manualValueNameOrFile))
  var kernel: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualInputPreset, TextTable.manualList(InputPreset.all.map(\.name)), value: .manualValueName))
  var inputPreset: String?

  @Flag(help: ArgumentHelp(.manualColor))
  var color = false

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualFilters, value: .manualValueNumber))
  var filters: String?

  @Option(
    name: .customLong("operator"), parsing: .unconditional,
    help: ArgumentHelp(
      .manualOperator, TextTable.manualList(SteppableOperators.all.map(\.rawValue)), value: .manualValueName))
  var operation: String?

  @OptionGroup
  var parameters: ParameterOptions

  /// The values that were given for the operator's parameters, as they were typed; not the groups, which take the weights
  /// along.
  var parameterTexts: [(name: ParameterName, text: String)] { parameters.texts.filter { $0.name != .groups } }

  /// Whether nothing at all was asked for.
  var isEmpty: Bool {
    file == nil && kernel == nil && inputPreset == nil && !color && filters == nil && operation == nil
      && parameters.texts.isEmpty
  }
}
