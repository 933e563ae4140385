import ConvolutionEngine
import Explorer

extension WorkbenchState {
  /// Adds to a parameter on both axes or all four sides.
  mutating func adjust(_ name: ParameterName, by amount: Int) -> [Effect] {
    switch explorer.experiment.parameters[name] {
    case .integer? where name == .groups: return changeGroups(by: amount)
    case .named?:
      // Named padding is taken on from the cells it stands for.
      return adjust(name, explorer.experiment.padding, by: amount)
    case .axes(let pair)?:
      return perform(
        .set(name, .axes(PerAxis(vertical: pair.vertical + amount, horizontal: pair.horizontal + amount))))
    case .sides(let padding)?:
      return adjust(name, padding, by: amount)
    default:
      return []
    }
  }

  private mutating func adjust(_ name: ParameterName, _ padding: Padding, by amount: Int) -> [Effect] {
    perform(
      .set(
        name,
        .sides(
          Padding(
            top: padding.top + amount, left: padding.left + amount, bottom: padding.bottom + amount,
            right: padding.right + amount))))
  }

  /// The next padding mode that the input allows, or a flag turned over.
  mutating func cycle(_ name: ParameterName) -> [Effect] {
    switch explorer.experiment.parameters[name] {
    case .modes(let modes)?:
      let all = PaddingMode.allCases
      let next = all[((all.firstIndex(of: modes.vertical) ?? 0) + 1) % all.count]
      return perform(.set(name, .modes(PerAxis(next))))
    case .flag(let flag)?:
      return perform(.set(name, .flag(!flag)))
    default:
      return []
    }
  }

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
    let items: [Menu.Item] =
      switch kind {
      case .kernels:
        KernelPreset.all.map { preset in
          Menu.Item(
            title: preset.name, detail: "\(preset.weights.shape.height)×\(preset.weights.shape.width)",
            command: .explorer(kernelAction(preset.name)))
        }
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
      case .lessons: lessonItems
      case .history: historyItems
      }
    guard !items.isEmpty else {
      refuse(.nothingToChoose)
      return
    }
    let title: TextKey =
      switch kind {
      case .kernels: .menuKernels
      case .inputs: .menuInputs
      case .paddingModes: .menuPaddingModes
      case .lessons: .menuLessons
      case .history: .menuHistory
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
      case .inputs: explorer.document.origins[.input]?.name
      case .paddingModes: explorer.experiment.parameters.paddingMode.vertical.rawValue
      case .lessons: lesson?.lesson.title
      case .history: nil
      }
    return items.firstIndex { $0.title == present } ?? 0
  }
}
