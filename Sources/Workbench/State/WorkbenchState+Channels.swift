import ConvolutionEngine
import Explorer

/// Channels, filters, groups and biases by keys.
extension WorkbenchState {
  mutating func changeChannel(by amount: Int) -> [Effect] {
    let count = explorer.experiment.inputShape.channels
    guard count > 1 else {
      refuse(.onlyOneChannel)
      return []
    }
    return perform(.channel((explorer.inputCursor.channel + amount + count) % count))
  }

  mutating func changeFilter(by amount: Int) -> [Effect] {
    let count = explorer.outputShape.channels
    guard count > 1 else {
      refuse(.onlyOneFilter)
      return []
    }
    return perform(.filter((explorer.cell.channel + amount + count) % count))
  }

  /// As many filters more or fewer as keep all groups equally large: one, or one for each group.
  mutating func addFilters(_ amount: Int) -> [Effect] {
    let map = explorer.experiment.channelMap
    let effects = perform(.filters(map.filters + amount * map.groups))
    // The new one is shown, because it is what one wants to edit.
    guard amount > 0, explorer.experiment.channelMap.filters > map.filters else { return effects }
    return effects + perform(.filter(explorer.experiment.channelMap.filters - 1))
  }

  /// The next number of groups that divides channels and filters.
  mutating func changeGroups(by amount: Int) -> [Effect] {
    let map = explorer.experiment.channelMap
    let stops = map.legalGroups
    guard stops.count > 1 else {
      message = StatusMessage(
        text: texts.text(.onlyOneGroup, "\(map.channels)", "\(map.filters)"), kind: .problem)
      return []
    }
    let index = (stops.firstIndex(of: map.groups) ?? 0) + amount
    let effects = stops.indices.contains(index) ? perform(.set(.groups, .integer(stops[index]))) : []
    // A slider: all stops, the present one in brackets.
    let now = explorer.experiment.channelMap
    let slider = stops.map { $0 == now.groups ? "[\($0)]" : "\($0)" }.joined(separator: " ")
    message = StatusMessage(
      text: texts.text(.groupsAre, slider, "\(now.channelsPerFilter)", "\(now.channels)"), kind: .notice)
    return effects
  }

  /// Begins to type the bias of the current filter.
  mutating func openBias() {
    guard OperatorCatalog.description(of: explorer.experiment.operation).optionalOperands.contains(.bias) else {
      refuse(.noBias)
      return
    }
    explorer.pausePlayback()
    mode = .prompt(Prompt(kind: .bias(filter: explorer.cell.channel)))
  }

  mutating func accept(bias text: String, filter: Int) -> [Effect] {
    guard text.contains(where: { !$0.isWhitespace }) else { return apply(.cancel) }
    guard let value = NumberText.value(from: text) else {
      mode = .prompt(Prompt(kind: .bias(filter: filter), text: text, problem: texts.text(.notANumber, text)))
      return []
    }
    mode = .normal
    return perform(.edit(.bias, Coordinate(channel: filter, row: 0, column: 0), value))
  }

  /// A kernel preset as what is wanted of it: the one kernel there is, or the current one of several filters.
  func kernelAction(_ name: String) -> ExplorerAction {
    explorer.experiment.channelMap.filters == 1
      ? .preset(.weights, name, size: nil) : .presetFilter(explorer.cell.channel, name)
  }
}
