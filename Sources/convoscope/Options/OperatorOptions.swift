import ArgumentParser
import ConvolutionEngine
import Explorer
import Workbench

/// Which operator `explore` and `step` work with, and the parameters that a convolution of pictures does not have.
struct OperatorOptions: ParsableArguments {
  @Option(
    name: .customLong("operator"), parsing: .unconditional,
    help: ArgumentHelp(
      .manualOperator, TextTable.manualList(SteppableOperators.all.map(\.rawValue)), value: .manualValueName))
  var operation: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunKernelSize, value: .manualValueAxes))
  var kernelSize: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunOutputPadding, value: .manualValueAxes))
  var outputPadding: String?

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

  var parameterTexts: [(name: ParameterName, text: String)] {
    let texts: [(ParameterName, String?)] = [
      (.kernelSize, kernelSize), (.outputPadding, outputPadding), (.mode, mode), (.sampleStep, dt),
      (.ceilMode, ceilMode ? "true" : nil), (.countIncludePad, countIncludePad), (.outputSize, outputSize),
      (.negativeSlope, negativeSlope), (.axis, axis), (.scale, scale),
    ]
    return texts.compactMap { name, text in text.map { (name, $0) } }
  }
}
