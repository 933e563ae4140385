import ConvolutionEngine
import Explorer

extension TextTable {
  /// What an edit was, after "undone: ".
  func name(of label: EditLabel) -> String {
    switch label {
    case .cell(let operand, let row, let column):
      text(.editCell, name(of: operand), "\(row)", "\(column)")
    case .block(let operand, let row, let column, let size):
      text(.editBlock, name(of: operand), "\(size.vertical)×\(size.horizontal)", "\(row),\(column)")
    case .resize(let operand): text(.editResize, name(of: operand))
    case .parameter(let name): name.rawValue
    case .operation(let name): text(.editOperator, name.rawValue)
    case .preset(let operand, let preset): text(.editPreset, name(of: operand), preset)
    case .load(let operand, let file): text(.editLoad, name(of: operand), file)
    case .filters(let count): text(.editFilters, "\(count)")
    case .channels(let count): text(.editChannels, "\(count)")
    case .bias(let filter): text(.editBias, "\(filter)")
    case .remove(let operand): text(.editRemove, name(of: operand))
    case .reveal: text(.editReveal)
    case .kernels(let count): text(.editKernels, "\(count)")
    case .shift(let rows, let columns): text(.editShift, "\(rows)", "\(columns)")
    case .study(let name): text(name == nil ? .editStudyLeft : .editStudy, name?.rawValue ?? "")
    case .target: text(.editTarget)
    case .targetCell(let row, let column): text(.editTargetCell, "\(row)", "\(column)")
    case .fit: text(.editFit)
    case .several: text(.editSeveral)
    }
  }

  private func name(of operand: OperandName) -> String {
    switch operand {
    case .input: text(.panelInput)
    case .weights: text(.panelKernel)
    case .bias: text(.operandBias)
    default: operand.optionName
    }
  }
}
