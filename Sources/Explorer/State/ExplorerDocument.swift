import ConvolutionEngine

/// What undo, sessions and equality speak of: the experiment, where its numbers come from, the reveal mode, and
/// the study that takes the stage.
package struct ExplorerDocument: Equatable, Sendable {
  package internal(set) var experiment: Experiment
  package internal(set) var origins: [OperandName: GridOrigin]
  package internal(set) var reveal: RevealMode
  /// What waits for an operator that can use it.
  package internal(set) var setAside: [OperandName: SetAside] = [:]
  /// What takes the stage in place of the grids; nil for the grids.
  package internal(set) var study: Study?
  /// An output that is wanted; nil where none is.
  package internal(set) var target: Tensor?

  package init(
    experiment: Experiment, origins: [OperandName: GridOrigin] = [:], reveal: RevealMode = .live,
    study: Study? = nil
  ) {
    self.experiment = experiment
    self.origins = origins
    self.reveal = reveal
    self.study = study
  }

  /// The document as a session begins with it: nothing waits for another operator.
  package var withNothingSetAside: ExplorerDocument {
    var document = self
    document.setAside = [:]
    return document
  }

  /// The shape of a grid's tensor.
  package func shape(of grid: GridName) -> Shape {
    switch grid {
    case .input: experiment.inputShape
    case .kernel: experiment.weightShape
    case .output: experiment.outputShape
    }
  }
}

extension Experiment {
  /// The shape of the input operand, which every experiment of the explorer has.
  package var inputShape: Shape { operands[.input]?.shape ?? outputShape }

  /// The shape of the weights; a single cell for an operator without weights.
  package var weightShape: Shape {
    operands[.weights]?.shape ?? (try? Shape(height: 1, width: 1)) ?? outputShape
  }
}
