import ConvolutionEngine
import Workbench

/// What the command line of `run` asks for, checked as far as it can be without the data.
struct OperatorRequest {
  let description: OperatorDescription
  /// The operator's operands and their files, in its order.
  let operands: [(name: OperandName, path: String)]
  /// Inputs beyond those that the operator joins at a time.
  let furtherInputs: [String]
  let parameters: Parameters

  /// - Throws: `Failure` with `usage` for what is wrong whatever the data are.
  init(operation: String, options: RunOptions, texts: TextTable) throws(Failure) {
    guard let description = OperatorCatalog.named(operation) else {
      let names = OperatorCatalog.all.map(\.name.rawValue)
      let near = NearMatches.of(operation, in: names)
      throw Self.usage(texts.text(.runUnknownOperator, operation, texts.list(near.isEmpty ? names : near)))
    }
    self.description = description
    (operands, furtherInputs) = try Self.operands(of: description, options, texts)
    parameters = try Self.parameters(of: description, options, texts)
  }

  private static func operands(
    of description: OperatorDescription, _ options: RunOptions, _ texts: TextTable
  ) throws(Failure) -> ([(name: OperandName, path: String)], [String]) {
    let name = description.name.rawValue
    let known = description.requiredOperands + description.optionalOperands
    var given = options.operandPaths
    var further = Array(options.inputs.dropFirst())
    if known.contains(.secondInput), let second = further.first {
      given.append((.secondInput, second))
      further.removeFirst()
    }
    if let stranger = given.first(where: { !known.contains($0.name) }) {
      throw usage(
        texts.text(.runForeignOption, name, "--" + stranger.name.optionName, optionList(of: description, texts)))
    }
    // A list of inputs is joined two by two, which for a concatenation changes nothing.
    guard further.isEmpty || description.name == .concat else {
      let most = known.filter { $0.optionName == OperandName.input.rawValue }.count
      throw usage(texts.text(.runTooManyInputs, name, "\(options.inputs.count)", "\(most)"))
    }
    for operand in description.requiredOperands where !given.contains(where: { $0.name == operand }) {
      throw usage(
        operand == .secondInput
          ? texts.text(.runSecondInput, name) : texts.text(.runMissingOption, name, "--" + operand.optionName))
    }
    guard (given.map(\.path) + further).count(where: { $0 == "-" }) <= 1 else {
      throw usage(texts.text(.runStandardInputTwice))
    }
    return (known.compactMap { operand in given.first { $0.name == operand } }, further)
  }

  private static func parameters(
    of description: OperatorDescription, _ options: RunOptions, _ texts: TextTable
  ) throws(Failure) -> Parameters {
    let name = description.name.rawValue
    let given = options.parameterTexts
    var parameters = Parameters(defaultsOf: description.parameters)
    for (parameter, text) in given {
      let option = "--" + parameter.rawValue
      guard let specification = description.specification(of: parameter) else {
        throw usage(texts.text(.runForeignOption, name, option, optionList(of: description, texts)))
      }
      guard let value = specification.value(from: text) else {
        throw usage(texts.text(.errorOptionValue, option, text, texts.text(specification.kind.expectation)))
      }
      parameters[parameter] = value
    }
    for specification in description.parameters
    where specification.isRequired && !given.contains(where: { $0.name == specification.name }) {
      throw usage(texts.text(.runMissingOption, name, "--" + specification.name.rawValue))
    }
    return parameters
  }

  private static func optionList(of description: OperatorDescription, _ texts: TextTable) -> String {
    texts.list(OperatorList.options(of: description))
  }

  private static func usage(_ sentence: String) -> Failure { Failure(status: .usage, sentence: sentence) }
}
