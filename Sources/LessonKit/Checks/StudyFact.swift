import ConvolutionEngine
import Explorer

/// What is asked of the dense layer that takes the stage.
package enum DenseFact: Sendable, Equatable {
  case size(PerAxis<Int>)
  case tied(Bool)
  /// Δ; nil while no locality is set.
  case reach(Int?)
  /// The weights that can differ from each other, without biases.
  case weights(CountTest)
  /// Weights and biases.
  case parameters(CountTest)
  case edges(CountTest)

  func holds(for state: ExplorerState) -> Bool {
    guard case .dense(let study)? = state.document.study else { return false }
    let counts = study.counts(study.rules)
    switch self {
    case .size(let size): return study.size == size
    case .tied(let wanted): return study.isTied == wanted
    case .reach(let reach): return study.reach == reach
    case .weights(let test): return test.accepts(counts.weightCount)
    case .parameters(let test): return test.accepts(counts.parameterCount)
    case .edges(let test): return test.accepts(counts.edgeCount)
    }
  }
}

/// What is asked of the stack of layers that takes the stage.
package enum StackFact: Sendable, Equatable {
  case layers(CountTest)
  /// Weights and biases of all layers.
  case parameters(CountTest)
  /// Multiply-accumulates for one picture.
  case products(CountTest)
  /// The cells of the input, along the longer axis, that reach a unit of the deepest map.
  case field(CountTest)
  /// Height and width of the deepest map.
  case size(PerAxis<Int>)
  /// Channels, or features, of the deepest map.
  case channels(CountTest)
  /// An architecture of the catalogue by its name.
  case architecture(String)
  /// All layers are of these kinds.
  case kinds(Set<StackLayer.Kind>)
  /// The largest stride, and the largest dilation, of the layers that slide a window; 1 where none does.
  case stride(CountTest)
  case dilation(CountTest)

  func holds(for state: ExplorerState) -> Bool { state.stackModel.map(holds(for:)) ?? false }

  func holds(for model: StackModel) -> Bool {
    guard let last = model.summary.rows.last else { return false }
    switch self {
    case .layers(let test): return test.accepts(model.summary.rows.count)
    case .parameters(let test): return test.accepts(model.summary.total.parameters)
    case .products(let test): return test.accepts(model.summary.total.multiplyAccumulates)
    case .field(let test):
      guard let field = last.receptiveField else { return false }
      return test.accepts(max(field.vertical.size, field.horizontal.size))
    case .size(let size): return last.output.size == size
    case .channels(let test): return test.accepts(last.output.channels)
    case .architecture(let name): return model.study.content == .architecture(name)
    case .kinds(let kinds): return model.study.layers?.allSatisfy { kinds.contains($0.kind) } ?? false
    case .stride(let test): return model.study.layers.map { test.accepts($0.largest(\.stride)) } ?? false
    case .dilation(let test): return model.study.layers.map { test.accepts($0.largest(\.dilation)) } ?? false
    }
  }
}

extension [StackLayer] {
  /// The largest of one number of the windows.
  fileprivate func largest(_ part: KeyPath<StackWindow, Int>) -> Int {
    compactMap { $0.window?[keyPath: part] }.max() ?? 1
  }
}
