import ConvolutionEngine
import Explorer

/// Keys that add to a parameter or go on to its next value, in whatever form the operator has it.
extension WorkbenchState {
  /// Adds to a parameter on all axes or sides.
  mutating func adjust(_ name: ParameterName, by amount: Int) -> [Effect] {
    let experiment = explorer.experiment
    guard OperatorCatalog.description(of: experiment.operation).specification(of: name) != nil else {
      return refuseMissing(name)
    }
    switch experiment.parameters[name] {
    case .integer? where name == .groups: return changeGroups(by: amount)
    case .integer(let number)?: return perform(.set(name, .integer(number + amount)))
    case .axes(let pair)?:
      return perform(
        .set(name, .axes(PerAxis(vertical: pair.vertical + amount, horizontal: pair.horizontal + amount))))
    // Named padding is taken on from the cells it stands for, and so is that of a mode.
    case .sides?, .ends?, .named?: return adjustPadding(name, by: amount)
    case nil: return adjustFollowing(name, by: amount)
    default: return []
    }
  }

  private mutating func adjustPadding(_ name: ParameterName, by amount: Int) -> [Effect] {
    let experiment = explorer.experiment
    let cells = experiment.parameters.paddingCells
    let isMode = experiment.parameters[.mode] != nil
    let padding = isMode ? experiment.padding : cells ?? experiment.padding
    let set: ExplorerAction =
      OperatorCatalog.description(of: experiment.operation).specification(of: name)?.kind == .ends
      ? .set(name, .ends(AxisPadding(before: padding.left + amount, after: padding.right + amount)))
      : .set(
        name,
        .sides(
          Padding(
            top: padding.top + amount, left: padding.left + amount, bottom: padding.bottom + amount,
            right: padding.right + amount)))
    return perform(isMode ? .together([.clear(.mode), set]) : set)
  }

  /// A stride that was not set is taken on from what it follows.
  private mutating func adjustFollowing(_ name: ParameterName, by amount: Int) -> [Effect] {
    guard name == .stride, let stride = explorer.experiment.plan.window?.geometry.stride else { return [] }
    let isSignal = explorer.experiment.operation.isForSignals
    return perform(
      .set(
        name,
        isSignal
          ? .integer(stride.horizontal + amount)
          : .axes(PerAxis(vertical: stride.vertical + amount, horizontal: stride.horizontal + amount))))
  }

  /// The next padding mode or signal mode that the input allows, or a flag turned over.
  mutating func cycle(_ name: ParameterName) -> [Effect] {
    let description = OperatorCatalog.description(of: explorer.experiment.operation)
    if name == .paddingMode, description.specification(of: .mode) != nil { return cycleSignalMode() }
    let next: ParameterValue
    switch explorer.experiment.parameters[name] {
    case .modes(let modes)?: next = .modes(PerAxis(Self.next(after: modes.vertical)))
    case .mode(let mode)?: next = .mode(Self.next(after: mode))
    case .flag(let flag)?: next = .flag(!flag)
    default: return refuseMissing(name)
    }
    let effects = perform(.set(name, next))
    // Without padding nothing on the screen shows how it would be filled.
    if name == .paddingMode, explorer.experiment.padding == .none, message == nil {
      say(.paddingModeWaits, next.description, KeyMap.keyName(for: .adjust(.padding, by: 1), in: .output) ?? "")
    }
    return effects
  }

  /// Full, same, valid. A mode takes the place of padding.
  private mutating func cycleSignalMode() -> [Effect] {
    let parameters = explorer.experiment.parameters
    var next = SignalMode.full
    if case .signalMode(let mode)? = parameters[.mode] { next = Self.next(after: mode) }
    return setSignalMode(next) ?? []
  }

  /// A mode as one step of the history: it takes the place of padding in cells, and pads with zeros. Nil where there are no
  /// modes.
  mutating func setSignalMode(_ next: SignalMode) -> [Effect]? {
    let operation = explorer.experiment.operation
    guard OperatorCatalog.description(of: operation).specification(of: .mode) != nil else { return nil }
    let parameters = explorer.experiment.parameters
    var actions: [ExplorerAction] = []
    if parameters[.padding] != .ends(AxisPadding(0)) { actions.append(.set(.padding, .ends(AxisPadding(0)))) }
    if parameters[.paddingMode] != .mode(.zeros) { actions.append(.set(.paddingMode, .mode(.zeros))) }
    let effects = perform(
      actions.isEmpty ? .set(.mode, .signalMode(next)) : .together(actions + [.set(.mode, .signalMode(next))]))
    if message == nil { say(.signalModeIs, next.rawValue, "\(explorer.outputShape.width)") }
    return effects
  }

  private mutating func refuseMissing(_ name: ParameterName) -> [Effect] {
    message = StatusMessage(
      text: texts.text(.noParameterHere, explorer.experiment.operation.rawValue, name.rawValue), kind: .problem)
    return []
  }

  private static func next<Value: CaseIterable & Equatable>(after value: Value) -> Value {
    let all = Array(Value.allCases)
    return all[((all.firstIndex(of: value) ?? 0) + 1) % all.count]
  }
}
