import ArgumentParser
import ConvolutionEngine
import Workbench

/// The parameters of operators that are explored as well as run. Values may begin with a minus sign.
struct ParameterOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunKernelSize, value: .manualValueAxes))
  var kernelSize: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunStride, value: .manualValueAxes))
  var stride: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunPadding, value: .manualValueSides))
  var padding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualPaddingMode, TextTable.manualList(PaddingMode.allCases.map(\.rawValue)), value: .manualValueModes))
  var paddingMode: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualDilation, value: .manualValueAxes))
  var dilation: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunGroups, value: .manualValueNumber))
  var groups: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunOutputPadding, value: .manualValueAxes))
  var outputPadding: String?

  @Flag(help: ArgumentHelp(.manualFlip))
  var flip = false

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunMode, value: .manualValueName))
  var mode: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunSampleStep, value: .manualValueNumber))
  var dt: String?

  @Flag(help: ArgumentHelp(.manualRunCeilMode))
  var ceilMode = false

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunCountIncludePad, value: .manualValueFlag))
  var countIncludePad: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunOutputSize, value: .manualValueAxes))
  var outputSize: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunNegativeSlope, value: .manualValueNumber))
  var negativeSlope: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunAxis, value: .manualValueNumber))
  var axis: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunScale, value: .manualValueAxes))
  var scale: String?

  /// The values that were given, as they were typed, in the order in which an experiment takes them: first what makes room,
  /// then what needs it.
  var texts: [(name: ParameterName, text: String)] {
    let texts: [(ParameterName, String?)] = [
      (.stride, stride), (.dilation, dilation), (.padding, padding), (.paddingMode, paddingMode), (.groups, groups),
      (.flip, flip ? "true" : nil), (.kernelSize, kernelSize), (.outputPadding, outputPadding), (.mode, mode),
      (.sampleStep, dt), (.ceilMode, ceilMode ? "true" : nil), (.countIncludePad, countIncludePad),
      (.outputSize, outputSize), (.negativeSlope, negativeSlope), (.axis, axis), (.scale, scale),
    ]
    return texts.compactMap { name, text in text.map { (name, $0) } }
  }
}
