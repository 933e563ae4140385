import ArgumentParser
import ConvolutionEngine
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

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunGroups, value: .manualValueNumber))
  var groups: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.manualStride, value: .manualValueAxes))
  var stride: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.manualPadding, value: .manualValueSides))
  var padding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualPaddingMode, TextTable.manualList(PaddingMode.allCases.map(\.rawValue)), value: .manualValueModes))
  var paddingMode: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.manualDilation, value: .manualValueAxes))
  var dilation: String?

  @Flag(help: ArgumentHelp(.manualFlip))
  var flip = false

  @OptionGroup
  var operators: OperatorOptions

  /// The values that were given for the operator's parameters, as they were typed.
  var parameterTexts: [(name: ParameterName, text: String)] {
    let texts: [(ParameterName, String?)] = [
      (.stride, stride), (.dilation, dilation), (.padding, padding), (.paddingMode, paddingMode),
      (.flip, flip ? "true" : nil),
    ]
    return texts.compactMap { name, text in text.map { (name, $0) } } + operators.parameterTexts
  }

  /// Whether nothing at all was asked for.
  var isEmpty: Bool {
    file == nil && kernel == nil && inputPreset == nil && !color && filters == nil && groups == nil
      && operators.operation == nil && parameterTexts.isEmpty
  }
}
