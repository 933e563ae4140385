import ConvolutionEngine
import Explorer

/// Choosing an operator, and what there is to choose for it.
extension WorkbenchState {
  /// The change to an operator; one for signals takes the row that is selected in the input.
  func operation(_ name: OperatorName) -> ExplorerAction {
    let height = explorer.experiment.inputShape.height
    // The selection may stand in the padding.
    let row = max(0, min(explorer.inputCursor.row, height - 1))
    return .operation(name, row: name.isForSignals && height > 1 ? row : nil)
  }

  var operatorItems: [Menu.Item] {
    SteppableOperators.all.map { name in
      Menu.Item(title: name.rawValue, detail: texts.text(Self.detail(of: name)), command: .explorer(operation(name)))
    }
  }

  /// Kernels that the operator can use: of one row for signals.
  var kernelPresets: [KernelPreset] {
    KernelPreset.all.filter { !explorer.experiment.operation.isForSignals || $0.weights.shape.height == 1 }
  }

  /// The sizes of a pool's window.
  var windowItems: [Menu.Item] {
    let specifications = OperatorCatalog.description(of: explorer.experiment.operation).parameters
    guard let kind = specifications.first(where: { $0.name == .kernelSize })?.kind else { return [] }
    return (2...5).map { side in
      let size = kind == .integer ? "1×\(side)" : "\(side)×\(side)"
      let value: ParameterValue = kind == .integer ? .integer(side) : .axes(PerAxis(side))
      return Menu.Item(title: size, detail: "", command: .explorer(.set(.kernelSize, value)))
    }
  }

  /// What an operator does, in a few words.
  private static func detail(of name: OperatorName) -> TextKey {
    switch name {
    case .conv1d, .conv2d: .operatorConvolution
    case .convTranspose1d, .convTranspose2d: .operatorTransposed
    case .maxPool1d, .maxPool2d, .adaptiveMaxPool2d: .operatorMax
    case .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d: .operatorMean
    case .softmax: .operatorSoftmax
    case .pad, .upsampleNearest: .operatorCopy
    default: .operatorFunction
    }
  }
}
