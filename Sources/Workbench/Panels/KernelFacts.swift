import ConvolutionEngine
import Explorer
import TerminalKit

/// What is said under the kernel, the most important first: there is not always room for all of it.
enum KernelFacts {
  /// The lines that a layout makes room for: a blank one, the name, the bias if there is one, the two sums.
  static func rows(_ explorer: ExplorerState) -> Int { explorer.experiment.operands[.bias] == nil ? 4 : 5 }

  /// Name, bias, sum; of several kernels the selected weight in both orders; the sum of magnitudes.
  static func lines(_ context: PanelContext) -> [Span] {
    guard !context.state.hidesKernel else { return [Span(context.text(.kernelIsHidden), .quiet)] }
    let explorer = context.state.explorer
    guard let weights = explorer.experiment.operands[.weights] else { return [] }
    let cursor = explorer.kernelCursor
    let isTransposed = explorer.experiment.operation.isTransposed
    let seen = explorer.experiment.channelMap.channels(ofFilter: explorer.cell.channel)
    let sums = sums(of: weights, filter: cursor, channels: isTransposed ? seen : nil)
    var lines = [Span(GridTitle.origin(of: .weights, context) ?? context.text(.kernelUnnamed), .strong)]
    if let bias = explorer.experiment.operands[.bias], explorer.cell.channel < bias.shape.channels {
      let value = bias[channel: explorer.cell.channel, row: 0, column: 0]
      lines.append(Span(context.text(.sumBias, NumberText.shortest(value))))
    }
    lines.append(Span(context.text(.kernelSum, NumberText.shortest(Float(sums.sum)))))
    if context.hasPlanes {
      let names = context.weightNames(row: cursor.row, column: cursor.column)
      lines.append(Span(names.torch, .quiet))
      lines.append(Span("=" + names.article, .quiet))
    }
    lines.append(Span(context.text(.kernelMagnitude, NumberText.shortest(Float(sums.magnitude)))))
    return lines
  }

  /// Over all channels of one filter, because together they make one output.
  ///
  /// - Parameter channels: of a transposed convolution the input channels that the filter sees.
  private static func sums(
    of weights: Tensor, filter: Coordinate, channels: Range<Int>?
  ) -> (sum: Double, magnitude: Double) {
    let planes = weights.shape.height * weights.shape.width
    var sum = 0.0
    var magnitude = 0.0
    for channel in channels ?? 0..<weights.shape.channels {
      // The first axis counts filters, transposed the second.
      let start =
        channels != nil
        ? (channel * weights.shape.channels + filter.channel) * planes
        : (filter.batch * weights.shape.channels + channel) * planes
      for value in weights.values[start..<(start + planes)] {
        sum += Double(value)
        magnitude += Double(abs(value))
      }
    }
    return (sum, magnitude)
  }
}
