import ConvolutionEngine
import Explorer

/// The keys of the stack of layers.
extension WorkbenchState {
  mutating func applyStack(_ command: Command.Stack) -> [Effect] {
    guard let model = stackPicture()?.model else { return [] }
    let view = (stackView ?? StackView(model)).bounded(by: model)
    switch command {
    case .adjust(let part, let amount):
      return changeStack(view) { study throws(StackStudy.Refusal) in
        try study.adjusting(part, at: view.level, by: amount)
      }
    case .resizeInput(let amount):
      return changeStack(view) { study throws(StackStudy.Refusal) in study.resizingInput(by: amount) }
    case .add(let kind):
      let channels = model.shapes[view.level].channels
      return changeStack(view, to: view.level + 1) { study throws(StackStudy.Refusal) in
        try study.adding(kind, after: view.level, channels: channels)
      }
    case .remove:
      return changeStack(view, to: view.level - 1) { study throws(StackStudy.Refusal) in
        try study.removing(view.level)
      }
    case .enterMap:
      stackView = view
      stackView?.isInMap.toggle()
    case .trace(let amount):
      // Around: beyond the input the trace begins again at the cell itself. Maps of other branches are left out.
      let footprints = stackTrace(model, view).footprints
      let feeding = footprints.indices.filter { $0 == 0 || footprints[$0] != nil }
      let index = feeding.firstIndex(of: view.traced) ?? 0
      stackView = view
      stackView?.traced = feeding[(index + amount + feeding.count) % feeding.count]
    }
    return []
  }

  /// Up and down select a layer, left and right move the cell; in the map all four move the cell.
  mutating func moveInStack(_ direction: Command.Direction) -> [Effect] {
    guard let model = stackPicture()?.model else { return [] }
    var view = (stackView ?? StackView(model)).bounded(by: model)
    let size = model.shapes[view.level].size
    switch direction {
    case .left: view.column -= 1
    case .right: view.column += 1
    case .rowStart: view.column = 0
    case .rowEnd: view.column = size.horizontal - 1
    case .up where view.isInMap: view.row -= 1
    case .down where view.isInMap: view.row += 1
    case .first where view.isInMap: (view.row, view.column) = (0, 0)
    case .last where view.isInMap: (view.row, view.column) = (size.vertical - 1, size.horizontal - 1)
    case .pageUp where view.isInMap: view.row -= stackPage
    case .pageDown where view.isInMap: view.row += stackPage
    case .up: view = view.at(max(0, view.level - 1), of: model)
    case .down: view = view.at(min(model.depth, view.level + 1), of: model)
    case .first: view = view.at(0, of: model)
    case .last: view = view.at(model.depth, of: model)
    case .pageUp: view = view.at(max(0, view.level - stackPage), of: model)
    case .pageDown: view = view.at(min(model.depth, view.level + stackPage), of: model)
    }
    stackView = view.bounded(by: model)
    return []
  }

  /// Esc out of the map leads back to the list of layers; whether it did.
  mutating func leaveStackMap() -> Bool {
    guard case .stack? = explorer.document.study, focus == .study, stackView?.isInMap == true else { return false }
    stackView?.isInMap = false
    return true
  }

  /// Layers or cells to a page.
  private var stackPage: Int { max(1, size.rows / 2 - 2) }

  /// Applies a change of the stack. What is looked at stays, or goes on to the layer of that level.
  private mutating func changeStack(
    _ view: StackView, to level: Int? = nil,
    _ change: (StackStudy) throws(StackStudy.Refusal) -> StackStudy
  ) -> [Effect] {
    guard case .stack(let study)? = explorer.document.study else { return [] }
    let changed: StackStudy
    do {
      changed = try change(study)
    } catch {
      message = StatusMessage(text: texts.sentence(for: error), kind: .problem)
      return []
    }
    let count = explorer.history.count
    let old = stackPicture()?.model
    let effects = perform(.study(.stack(changed)))
    guard explorer.history.count > count, let old, let model = stackPicture()?.model else {
      stackView = view
      return effects
    }
    guard let level else {
      stackView = view.bounded(by: model)
      return effects
    }
    // The cell keeps its place in the picture, whatever the size of its new map.
    let (before, after) = (old.shapes[view.level].size, model.shapes[max(0, min(level, model.depth))].size)
    stackView = StackView(
      level: level, row: (2 * view.row + 1) * after.vertical / (2 * before.vertical),
      column: (2 * view.column + 1) * after.horizontal / (2 * before.horizontal), traced: 0, isInMap: view.isInMap
    ).bounded(by: model)
    return effects
  }
}

extension ExplorerAction {
  /// Whether it puts a study on the stage, be it among other things, as the pages of lessons do.
  var setsStudy: Bool {
    switch self {
    case .study: true
    case .together(let actions): actions.contains { $0.setsStudy }
    default: false
    }
  }
}

/// The lists of the stack.
extension WorkbenchState {
  /// The kinds of layers to add after the selected one, each with what it does.
  var stackLayerItems: [Menu.Item] {
    StackLayer.Kind.allCases.map { kind in
      Menu.Item(
        title: kind.rawValue, detail: texts.text(Self.detail(of: kind)),
        command: .stack(.add(kind)))
    }
  }

  /// Stacks to begin with, and the architectures.
  var stackPresetItems: [Menu.Item] {
    StackPreset.allCases.map { preset in
      Menu.Item(
        title: preset.rawValue, detail: preset.study.layers?.map(\.word).joined(separator: " ") ?? "",
        command: .explorer(.study(.stack(preset.study))))
    }
      + NetworkCatalog.all.map { description in
        let sides = description.inputAxes.map { "\($0)" }.joined(separator: "×")
        return Menu.Item(
          title: description.name, detail: texts.text(.stackArchitecture, sides),
          command: .explorer(.study(.stack(StackStudy(description)))))
      }
  }

  /// The title of the stack in the list of stacks, where it stands there.
  var presentStack: String? {
    guard case .stack(let study)? = explorer.document.study else { return nil }
    if case .architecture(let name) = study.content { return name }
    return StackPreset.allCases.first { $0.study == study }?.rawValue
  }

  private static func detail(of kind: StackLayer.Kind) -> TextKey {
    switch kind {
    case .convolution: .stackAddConvolution
    case .maxPool: .stackAddMaxPool
    case .averagePool: .stackAddAveragePool
    case .relu: .stackAddReLU
    case .sigmoid: .stackAddSigmoid
    case .globalAveragePool: .stackAddGlobal
    case .flatten: .stackAddFlatten
    case .linear: .stackAddLinear
    }
  }
}
