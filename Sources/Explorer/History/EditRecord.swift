import ConvolutionEngine

/// An edit as it can be made again from nothing: what a session writes down.
package enum EditRecord: Equatable, Sendable {
  case action(ExplorerAction)
  /// A grid that was read from a file and is too large to write down; the file is named instead.
  case file(OperandName, GridFile)
  /// Several that were made as one.
  case several([EditRecord])

  /// The record of an edit. The numbers of a file are not kept: a second copy of a picture would cost as much as the first.
  init(_ action: ExplorerAction) {
    if case .loadFile(let operand, _, let file) = action {
      self = .file(operand, file)
    } else {
      self = .action(action)
    }
  }

  /// What the edit is called.
  package var label: EditLabel {
    switch self {
    case .action(.edit(.bias, let place, _)): .bias(filter: place.channel)
    case .action(.edit(let operand, let place, _)): .cell(operand, row: place.row, column: place.column)
    case .action(.block(let operand, let corner, let block)):
      .block(operand, row: corner.row, column: corner.column, size: block.size)
    case .action(.resize(let operand, _)): .resize(operand)
    case .action(.set(let name, _)), .action(.clear(let name)): .parameter(name)
    case .action(.operation(let name, _)): .operation(name)
    case .action(.preset(let operand, let name, _)): .preset(operand, name)
    case .action(.load(let operand, _, let name)): .load(operand, name)
    case .action(.loadColor(_, let name)): .load(.input, name)
    case .action(.filters(let count)), .action(.randomFilters(let count, _)): .filters(count)
    case .action(.channels(let count)): .channels(count)
    case .action(.presetFilter(_, let name)): .preset(.weights, name)
    case .action(.kernels(let names)): .kernels(names.count)
    case .action(.remove(let operand)): .remove(operand)
    case .action(.reveal): .reveal
    case .action(.shift(let shift, _)): .shift(rows: shift.vertical, columns: shift.horizontal)
    case .action(.study(let study)): .study(study?.name)
    case .action(.target(.cell(let place, _))): .targetCell(row: place.row, column: place.column)
    case .action(.target): .target
    case .action(.fit): .fit
    case .file(let operand, let file): .load(operand, file.name)
    case .action, .several: .several
    }
  }

  /// The single edits in it.
  package var parts: [EditRecord] {
    if case .several(let records) = self { records } else { [self] }
  }
}
