import ArgumentParser
import ConvolutionEngine
import Workbench

/// The options of `run`: every operand and parameter that some operator has. Values may begin with a minus sign.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("input"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(.manualRunInput, value: .manualValueFile))
  var inputs: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunWeight, value: .manualValueFile))
  var weight: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunBias, value: .manualValueFile))
  var bias: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunRunningMean, value: .manualValueFile))
  var runningMean: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunRunningVar, value: .manualValueFile))
  var runningVar: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunQuery, value: .manualValueFile))
  var query: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunKey, value: .manualValueFile))
  var key: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunValue, value: .manualValueFile))
  var value: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunTheta, value: .manualValueFile))
  var theta: String?

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

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunStartDim, value: .manualValueNumber))
  var startDim: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunEndDim, value: .manualValueNumber))
  var endDim: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunNegativeSlope, value: .manualValueNumber))
  var negativeSlope: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunAxis, value: .manualValueNumber))
  var axis: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunEps, value: .manualValueNumber))
  var eps: String?

  @Option(name: .customLong("p"), parsing: .unconditional, help: ArgumentHelp(.manualRunP, value: .manualValueNumber))
  var dropProbability: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunSeed, value: .manualValueNumber))
  var seed: String?

  @Flag(help: ArgumentHelp(.manualRunTrain))
  var train = false

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunScale, value: .manualValueAxes))
  var scale: String?

  @Flag(help: ArgumentHelp(.manualRunAlignCorners))
  var alignCorners = false

  /// The files that were given for operands; of several inputs the first.
  var operandPaths: [(name: OperandName, path: String)] {
    let paths: [(OperandName, String?)] = [
      (.input, inputs.first), (.weights, weight), (.bias, bias), (.runningMean, runningMean),
      (.runningVariance, runningVar), (.query, query), (.key, key), (.value, value), (.theta, theta),
    ]
    return paths.compactMap { name, path in path.map { (name, $0) } }
  }

  /// The values that were given for parameters, as they were typed.
  var parameterTexts: [(name: ParameterName, text: String)] {
    let texts: [(ParameterName, String?)] = [
      (.kernelSize, kernelSize), (.stride, stride), (.padding, padding), (.paddingMode, paddingMode),
      (.dilation, dilation), (.groups, groups), (.outputPadding, outputPadding), (.flip, flip ? "true" : nil),
      (.mode, mode), (.sampleStep, dt), (.ceilMode, ceilMode ? "true" : nil), (.countIncludePad, countIncludePad),
      (.outputSize, outputSize), (.startDimension, startDim), (.endDimension, endDim),
      (.negativeSlope, negativeSlope), (.axis, axis), (.epsilon, eps), (.dropProbability, dropProbability),
      (.seed, seed), (.train, train ? "true" : nil), (.scale, scale), (.alignCorners, alignCorners ? "true" : nil),
    ]
    return texts.compactMap { name, text in text.map { (name, $0) } }
  }
}
