import ConvolutionEngine
import Explorer

extension ExplorerAction {
  /// Whether it changes the input: a probe for somebody who looks for a kernel. Several changes that are made as one are one.
  package var isProbe: Bool {
    switch self {
    case .edit(let operand, _, _), .block(let operand, _, _), .resize(let operand, _), .preset(let operand, _, _),
      .load(let operand, _, _), .loadFile(let operand, _, _):
      operand == .input
    case .loadColor, .shift: true
    case .together(let actions): actions.contains(where: \.isProbe)
    default: false
    }
  }

  /// Whether it is about the weights, or would let them be seen some other way: what a task that hides the kernel refuses.
  package var tellsKernel: Bool {
    switch self {
    case .edit(let operand, _, _), .block(let operand, _, _), .resize(let operand, _), .preset(let operand, _, _),
      .load(let operand, _, _), .loadFile(let operand, _, _), .remove(let operand):
      operand == .weights
    case .filters, .randomFilters, .channels, .presetFilter, .kernels, .set(.groups, _), .operation, .study, .fit: true
    case .together(let actions): actions.contains(where: \.tellsKernel)
    default: false
    }
  }
}
