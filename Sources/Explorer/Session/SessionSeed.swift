import ConvolutionEngine

/// A document as a session writes it down: small grids by their numbers, large ones by the file they came from.
package struct SessionSeed: Equatable, Sendable {
  package let operation: OperatorName
  package let parameters: Parameters
  package let reveal: RevealMode
  package let study: Study?
  /// In the operator's order.
  package let grids: [Grid]

  package struct Grid: Equatable, Sendable {
    package let operand: OperandName
    package let content: Content
    /// Nil when nobody knows where the numbers come from.
    package let name: String?
    package let isEdited: Bool
    /// Whether it is the red, green and blue of a picture.
    package let isColor: Bool
    /// What the filters are called, when they were chosen by name.
    var filters: [FilterOrigin] = []
    /// Where it stands in the text that it was read from.
    var line = 0
  }

  package enum Content: Equatable, Sendable {
    case numbers(Tensor)
    case file(GridFile)

    /// How many cells the grid has.
    var count: Int {
      switch self {
      case .numbers(let tensor): tensor.shape.count
      case .file(let file): file.shape.count
      }
    }
  }

  init(operation: OperatorName, parameters: Parameters, reveal: RevealMode, study: Study?, grids: [Grid]) {
    self.operation = operation
    self.parameters = parameters
    self.reveal = reveal
    self.study = study
    self.grids = grids
  }

  /// Keeps the numbers of a grid only when there is no file to name: a second copy of a picture would cost as much as the
  /// first, as soon as the first is edited.
  init(_ document: ExplorerDocument) {
    let experiment = document.experiment
    self.init(
      operation: experiment.operation, parameters: experiment.parameters, reveal: document.reveal,
      study: document.study,
      grids: experiment.operands.names.compactMap { operand in
        guard let tensor = experiment.operands[operand] else { return nil }
        let origin = document.origins[operand]
        let isEdited = origin?.isEdited ?? false
        let file = isEdited ? nil : origin?.file
        return Grid(
          operand: operand, content: file.map { .file($0) } ?? .numbers(tensor), name: origin?.name,
          isEdited: isEdited, isColor: origin?.isColor ?? false, filters: origin?.filters ?? [])
      })
  }
}
