import ConvolutionEngine
import Explorer
import Formats
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the explorer's first state from the options, or says why they do not fit each other.
struct ExperimentSetup {
  let options: ExperimentOptions
  let texts: TextTable

  /// What is explored when nothing else is asked for.
  private static let standardInput = "plus"
  private static let standardKernel = "sobel-x"
  private static let standardSignal = "pulse"
  private static let standardSignalKernel = "box-5"

  /// Reads the files that the options name and applies everything.
  ///
  /// - Parameter more: Actions that are applied last.
  /// - Throws: `Failure` with `usage` for a value that is wrong by itself, `missingInput` or `badData` for a file, and
  ///   `badData` for values that do not fit each other.
  func explorer(adding more: [ExplorerAction] = []) throws(Failure) -> ExplorerState {
    if options.file == "-" && options.kernel == "-" {
      throw Failure(status: .usage, sentence: texts.text(.errorTwiceStandardInput))
    }
    if options.file != nil && options.inputPreset != nil {
      throw Failure(status: .usage, sentence: texts.text(.errorFileAndPreset))
    }
    guard options.file != nil || !options.color else {
      throw Failure(status: .usage, sentence: texts.text(.errorColorWithoutFile))
    }
    // Values are checked before files are read, which may take a while.
    let operation = try operation()
    let parameters = try parameters(of: operation)
    let filters = try filters(of: operation)
    let groups = try groups(of: operation)
    let kernel = try kernel(for: operation)
    var state = ExplorerState(document: try seed())
    // Groups cut the filters, so they come last.
    for action in order(input: try input(for: operation), operation, parameters, kernel) + filters + groups + more {
      do throws(ExplorerError) {
        try state.apply(action)
      } catch {
        throw Failure(status: error.status, sentence: texts.sentence(for: error, refusing: action, in: state))
      }
    }
    return ExplorerState(document: state.document.withNothingSetAside)
  }

  private func seed() throws(Failure) -> ExplorerDocument {
    do {
      let tap = try Tensor(rows: [[1]])
      return ExplorerDocument(
        experiment: try Experiment(operation: .conv2d, operands: Operands([.input: tap, .weights: tap])))
    } catch {
      throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
    }
  }

  private func operation() throws(Failure) -> OperatorName {
    guard let name = options.operation else { return .conv2d }
    let names = SteppableOperators.all
    guard let found = OperatorCatalog.named(name)?.name, names.contains(found) else {
      let near = NearMatches.of(name, in: names.map(\.rawValue))
      throw Failure(
        status: .usage,
        sentence: texts.text(.runUnknownOperator, name, texts.list(near.isEmpty ? names.map(\.rawValue) : near)))
    }
    return found
  }

  /// The actions in an order in which every state on the way fits if the last one does.
  private func order(
    input: ExplorerAction, _ operation: OperatorName, _ parameters: [ExplorerAction], _ kernel: ExplorerAction?
  ) -> [ExplorerAction] {
    let switching: [ExplorerAction] = operation == .conv2d ? [] : [.operation(operation, row: nil)]
    guard let kernel else { return [input] + switching + parameters }
    // A single tap, which fits everywhere, stays until all is set; but nothing is left of it where padding crops.
    return operation.isTransposed
      ? [input] + switching + [kernel] + parameters : [input] + switching + parameters + [kernel]
  }

  private func input(for operation: OperatorName) throws(Failure) -> ExplorerAction {
    guard let path = options.file else {
      let standard = operation.isForSignals ? Self.standardSignal : Self.standardInput
      return .preset(.input, options.inputPreset ?? standard, size: nil)
    }
    guard options.color else { return try load(.input, path) }
    let tensor = try GridFiles.read(path, colors: .rgb, texts: texts)
    return GridFiles.source(of: path, holding: tensor, isColor: true).map { .loadFile(.input, tensor, $0) }
      ?? .loadColor(tensor, name: GridFiles.name(of: path))
  }

  /// So many copies of the kernel that was asked for, else random ones of the standard kernel's size.
  private func filters(of operation: OperatorName) throws(Failure) -> [ExplorerAction] {
    if options.filters != nil, !operation.hasWeights || operation.isTransposed {
      throw foreign("--filters", to: OperatorCatalog.description(of: operation))
    }
    guard let count = try number(options.filters, of: "--filters") else { return [] }
    return [options.kernel == nil ? .randomFilters(count, seed: 1) : .filters(count)]
  }

  private func groups(of operation: OperatorName) throws(Failure) -> [ExplorerAction] {
    let description = OperatorCatalog.description(of: operation)
    if options.parameters.groups != nil, description.specification(of: .groups) == nil {
      throw foreign("--groups", to: description)
    }
    return try number(options.parameters.groups, of: "--groups").map { [.set(.groups, .integer($0))] } ?? []
  }

  private func number(_ text: String?, of option: String) throws(Failure) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text) else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, option, text, texts.text(.expectedInteger)))
    }
    return number
  }

  /// A preset if there is one of that name, a file if it looks like one or is there.
  private func kernel(for operation: OperatorName) throws(Failure) -> ExplorerAction? {
    guard operation.hasWeights else {
      if options.kernel != nil { throw foreign("--kernel", to: OperatorCatalog.description(of: operation)) }
      return nil
    }
    guard let name = options.kernel else {
      return .preset(.weights, operation.isForSignals ? Self.standardSignalKernel : Self.standardKernel, size: nil)
    }
    let isFile = name.contains("/") || name.contains(".") || name == "-" || access(name, F_OK) == 0
    if !isFile, name.contains(",") {
      let names = name.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let unknown = names.first(where: { KernelPreset.named($0) == nil }) {
        throw Failure(
          status: .usage, sentence: texts.sentence(for: ExplorerError.unknownPreset(unknown, operand: .weights)))
      }
      return .kernels(names)
    }
    guard isFile && KernelPreset.named(name) == nil else {
      if KernelPreset.named(name) == nil {
        throw Failure(
          status: .usage, sentence: texts.sentence(for: ExplorerError.unknownPreset(name, operand: .weights)))
      }
      return .preset(.weights, name, size: nil)
    }
    return try load(.weights, name)
  }

  private func load(_ operand: OperandName, _ path: String) throws(Failure) -> ExplorerAction {
    let tensor = try GridFiles.read(path, texts: texts)
    return GridFiles.source(of: path, holding: tensor).map { .loadFile(operand, tensor, $0) }
      ?? .load(operand, tensor, name: GridFiles.name(of: path))
  }

  private func foreign(_ option: String, to description: OperatorDescription) -> Failure {
    let names =
      (description.name.hasWeights ? ["--kernel"] : []) + description.parameters.map { "--" + $0.name.rawValue }
    return Failure(
      status: .usage,
      sentence: names.isEmpty
        ? texts.text(.operatorNoOptions, description.name.rawValue, option)
        : texts.text(.runForeignOption, description.name.rawValue, option, texts.list(names)))
  }

  private func parameters(of operation: OperatorName) throws(Failure) -> [ExplorerAction] {
    let description = OperatorCatalog.description(of: operation)
    var actions: [ExplorerAction] = []
    for (name, text) in options.parameterTexts {
      guard let specification = description.specification(of: name) else {
        throw foreign("--" + name.rawValue, to: description)
      }
      guard let value = specification.value(from: text) else {
        throw Failure(
          status: .usage,
          sentence: texts.text(
            .errorOptionValue, "--\(name.rawValue)", text, texts.text(specification.kind.expectation)))
      }
      actions.append(.set(name, value))
    }
    return actions
  }
}

extension ExplorerError {
  /// A value that is wrong whatever the data are is the command line's fault.
  fileprivate var status: ExitStatus {
    switch self {
    case .unknownPreset: .usage
    case .filterCount(let count, _, let limit): count < 1 || count > limit ? .usage : .badData
    case .experiment(.convolution(.geometry(.stride))), .experiment(.convolution(.geometry(.dilation))),
      .experiment(.convolution(.geometry(.padding))):
      .usage
    default: .badData
    }
  }
}

extension ParameterKind {
  /// What a value of this kind looks like on a command line.
  var expectation: TextKey {
    switch self {
    case .axes: .expectedAxes
    case .integer: .expectedInteger
    case .number: .expectedNumber
    case .numbers: .expectedNumbers
    case .sides: .expectedSides
    case .ends: .expectedEnds
    case .modes: .expectedModes
    case .mode: .expectedMode
    case .signalMode: .expectedSignalMode
    case .flag: .expectedFlag
    }
  }
}
