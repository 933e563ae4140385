import ConvolutionEngine
import Explorer

extension WorkbenchState {
  mutating func changeSpeed(to speed: Int) -> [Effect] {
    let effects = perform(.speed(speed))
    say(.speedIs, "\(speed)")
    return effects
  }

  mutating func resizeFocused(by amount: Int) -> [Effect] {
    guard let grid = focus.grid, let operand = grid.operand else {
      refuse(.outputIsComputed)
      return []
    }
    let shape = explorer.document.shape(of: grid)
    return perform(
      .resize(operand, PerAxis(vertical: shape.height + amount, horizontal: shape.width + amount)))
  }

  mutating func openMenu(_ kind: Command.MenuKind) {
    guard kind != .lessons else { return openLessonList() }
    let items: [Menu.Item] =
      switch kind {
      case .operators: operatorItems
      case .studies: studyItems
      case .stackLayers: stackLayerItems
      case .stackPresets: stackPresetItems
      case .kernels where explorer.experiment.operands[.weights] == nil: windowItems
      case .kernels:
        kernelPresets.map { preset in
          Menu.Item(
            title: preset.name, detail: "\(preset.weights.shape.height)×\(preset.weights.shape.width)",
            command: .explorer(kernelAction(preset.name)))
        }
          + (explorer.experiment.operation.hasNamedFilters
            ? [Menu.Item(title: texts.text(.kernelsItem), detail: "", command: .openLine("kernels "))] : [])
      case .inputs:
        InputPreset.all.map { preset in
          Menu.Item(
            title: preset.name,
            detail: "\(preset.size.vertical)×\(preset.size.horizontal)"
              + (preset.isColor ? " " + texts.text(.titleColors) : ""),
            command: .explorer(.preset(.input, preset.name, size: nil)))
        }
      case .paddingModes:
        PaddingMode.allCases.map { mode in
          Menu.Item(
            title: mode.rawValue, detail: "",
            command: .explorer(.set(.paddingMode, .modes(PerAxis(mode)))))
        }
      case .lessons: []
      case .history: historyItems
      case .comparisons: comparisonItems
      }
    guard !items.isEmpty else {
      refuse(kind == .kernels ? .noKernelHere : .nothingToChoose, explorer.experiment.operation.rawValue)
      return
    }
    let title: TextKey =
      switch kind {
      case .kernels: explorer.experiment.operands[.weights] == nil ? .menuWindows : .menuKernels
      case .operators: .menuOperators
      case .studies: .menuStudies
      case .stackLayers: .menuStackLayers
      case .stackPresets: .menuStackPresets
      case .inputs: .menuInputs
      case .paddingModes: .menuPaddingModes
      case .lessons: .menuLessons
      case .history: .menuHistory
      case .comparisons: .menuComparisons
      }
    explorer.pausePlayback()
    mode = .menu(Menu(title: texts.text(title), items: items, selected: selectedItem(of: kind, among: items)))
  }

  /// The item that is in use now, so that the menu opens on it.
  private func selectedItem(of kind: Command.MenuKind, among items: [Menu.Item]) -> Int {
    if kind == .history {
      return items.firstIndex { $0.command == .explorer(.goToEdit(explorer.history.current)) } ?? 0
    }
    let present: String? =
      switch kind {
      case .kernels: explorer.document.origins[.weights]?.name
      case .operators: explorer.experiment.operation.rawValue
      case .studies: texts.text(Self.title(of: explorer.document.study?.name))
      case .inputs: explorer.document.origins[.input]?.name
      case .paddingModes: explorer.experiment.parameters.paddingMode.vertical.rawValue
      case .lessons: nil
      case .stackPresets: presentStack
      case .comparisons: explorer.comparison.otherName(texts)
      case .history, .stackLayers: nil
      }
    return items.firstIndex { $0.title == present } ?? 0
  }
}
