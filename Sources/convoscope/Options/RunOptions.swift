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

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunStartDim, value: .manualValueNumber))
  var startDim: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunEndDim, value: .manualValueNumber))
  var endDim: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunEps, value: .manualValueNumber))
  var eps: String?

  @Option(name: .customLong("p"), parsing: .unconditional, help: ArgumentHelp(.manualRunP, value: .manualValueNumber))
  var dropProbability: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualRunSeed, value: .manualValueNumber))
  var seed: String?

  @Flag(help: ArgumentHelp(.manualRunTrain))
  var train = false

  @Flag(help: ArgumentHelp(.manualRunAlignCorners))
  var alignCorners = false

  @OptionGroup
  var shared: ParameterOptions

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
      (.startDimension, startDim), (.endDimension, endDim), (.epsilon, eps), (.dropProbability, dropProbability),
      (.seed, seed), (.train, train ? "true" : nil), (.alignCorners, alignCorners ? "true" : nil),
    ]
    return shared.texts + texts.compactMap { name, text in text.map { (name, $0) } }
  }
}
