import ConvolutionEngine
import Explorer
import TerminalKit

/// What stands in place of the kernel for an operator without weights: the size of a pool's window, or the function.
enum FunctionCard {
  /// What the card asks for instead of a grid: a column of text, as tall as a kernel's facts.
  static let wish = Layout.Wish(rows: 2, columns: 1, numberWidth: 12)

  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let experiment = context.state.explorer.experiment
    surface.drawFrame(rect, title: title(of: experiment, context), isFocused: false, context: context)
    let inside = rect.inset(rows: 1, columns: 2)
    for (index, line) in lines(of: experiment, context).prefix(inside.rows).enumerated() {
      surface.write(
        context.cut(context.glyphs.plain(line), columns: inside.columns), row: inside.row + index,
        column: inside.column,
        style: context.theme.style(index == 0 ? .strong : .text), in: inside)
    }
  }

  private static func title(of experiment: Experiment, _ context: PanelContext) -> String {
    let footprint = context.frame.scene.arithmetic.footprint
    let size =
      experiment.plan.window?.kernel ?? PerAxis(vertical: footprint.rows.count, horizontal: footprint.columns.count)
    switch experiment.operation {
    case .maxPool1d, .maxPool2d, .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .adaptiveMaxPool2d, .globalAvgPool2d:
      return "\(context.text(.panelWindow)) \(size.vertical)\(context.glyphs.times)\(size.horizontal)"
    default: return context.text(.panelFunction)
    }
  }

  private static func lines(of experiment: Experiment, _ context: PanelContext) -> [String] {
    let count = "\(context.frame.scene.arithmetic.termCount)"
    let stride = experiment.plan.window.map { window in
      let stride = window.geometry.stride
      return context.text(
        .cardStride,
        experiment.operation.isForSignals ? "\(stride.horizontal)" : ParameterValue.axes(stride).description)
    }
    switch experiment.operation {
    case .maxPool1d, .maxPool2d, .adaptiveMaxPool2d:
      return [context.text(.cardMax, count)] + [stride].compactMap { $0 }
    case .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d:
      return [context.text(.cardMean, count)] + [stride].compactMap { $0 }
    case .relu: return ["max(0, x)"]
    case .leakyRelu:
      let slope = experiment.parameters[.negativeSlope].map(\.description) ?? ""
      return [context.text(.cardLeak), context.text(.cardLeakElse, slope)]
    case .sigmoid: return ["1/(1 + e^-x)"]
    case .tanh: return ["tanh(x)"]
    case .softmax: return ["e^x/Σe^x", context.text(softmaxAxis(experiment))]
    default: return [context.text(.cardCopy)]
    }
  }

  private static func softmaxAxis(_ experiment: Experiment) -> TextKey {
    let axis = experiment.parameters.integer(.axis) ?? -1
    return [.cardOverBatch, .cardOverChannels, .cardOverColumn, .cardOverRow][(axis + 4) % 4]
  }
}
