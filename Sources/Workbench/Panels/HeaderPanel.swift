import ConvolutionEngine
import Explorer
import TerminalKit

/// The line at the top: what is computed, with which parameters, and whether the window moves by itself.
enum HeaderPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    if let study = explorer.document.study { return draw(study, on: &surface, rect, context) }
    let isPredicting = explorer.document.reveal == .predict
    let left = parts(explorer.experiment, context) + look(context)
    let separator = context.glyphs.separator

    // Narrow screens lose the name first, then what has its usual value; the order of the rest never changes.
    let name = context.text(.programName)
    func width(_ texts: [String]) -> Int { DisplayWidth.columns(of: texts.joined(separator: separator)) }
    let right = rights(explorer, context).first { width([$0]) * 2 <= rect.columns } ?? ""
    let room = rect.columns - DisplayWidth.columns(of: right) - 3
    var shown = left
    while width(shown.map(\.text)) > room, let index = shown.lastIndex(where: \.isUsual) { shown.remove(at: index) }
    let hasName = width([name] + shown.map(\.text)) <= room

    var column = rect.column + 1
    if hasName {
      column += surface.write(name, row: rect.row, column: column, style: context.theme.style(.title), in: rect) + 2
    }
    // The speed may have to go, that one is asked may not.
    let end = isPredicting ? rect.endColumn - 2 - DisplayWidth.columns(of: right) : rect.endColumn - 1
    let text = context.cut(shown.map(\.text).joined(separator: separator), columns: max(0, end - column))
    column += surface.write(text, row: rect.row, column: column, in: rect)
    let start = rect.endColumn - 1 - DisplayWidth.columns(of: right)
    guard start > column else { return }
    surface.write(
      right, row: rect.row, column: start,
      style: context.theme.style(explorer.playback.isPlaying || isPredicting ? .current : .quiet), in: rect)
  }

  /// Of a study nothing that the hidden grids have: their operator and their speed say nothing about it.
  private static func draw(_ study: Study, on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let name = context.text(.programName)
    let column = rect.column + 1
    let used = surface.write(name, row: rect.row, column: column, style: context.theme.style(.title), in: rect)
    let rest = [context.text(.menuStudies), context.text(WorkbenchState.title(of: study.name))]
    surface.write(
      context.cut(rest.joined(separator: context.glyphs.separator), columns: rect.endColumn - column - used - 3),
      row: rect.row, column: column + used + 2, in: rect)
  }

  /// What stands at the end, in forms from long to short: whether outputs are known and how fast the window moves, or how
  /// the predictions go.
  private static func rights(_ explorer: ExplorerState, _ context: PanelContext) -> [String] {
    guard explorer.document.reveal != .predict else {
      let score = explorer.predictionRun.score
      let (right, settled) = ("\(score.atOnce)", "\(score.settled)")
      guard score.settled > 0 else { return [context.text(.headerPredict)] }
      return [context.text(.headerPredictScore, right, settled), context.text(.headerPredictShort, right, settled)]
    }
    let playback = explorer.playback
    let speed = context.text(playback.isPlaying ? .headerPlaying : .headerPaused, "\(playback.cellsPerSecond)")
    let reveal = context.text(explorer.document.reveal == .live ? .headerLive : .headerStepping)
    return [reveal + context.glyphs.separator + speed, speed]
  }

  private struct Part {
    let text: String
    /// Whether it may be left out on a narrow screen, because it says what is usual.
    let isUsual: Bool
  }

  /// What is computed, and then its parameters.
  static func words(_ context: PanelContext) -> [String] {
    parts(context.state.explorer.experiment, context).map(\.text)
  }

  private static func parts(_ experiment: Experiment, _ context: PanelContext) -> [Part] {
    experiment.operation == .conv2d
      ? parts(experiment.parameters, context) : operatorParts(experiment, context)
  }

  /// The name of any operator, and its parameters; those at their defaults may be left out.
  private static func operatorParts(_ experiment: Experiment, _ context: PanelContext) -> [Part] {
    let specifications = OperatorCatalog.description(of: experiment.operation).parameters
    let isTurned = experiment.parameters.orientation == .convolution
    return [
      Part(text: experiment.operation.rawValue, isUsual: false)
    ]
      + view(experiment, context)
      + specifications.compactMap { specification in
        guard let value = experiment.parameters[specification.name] else { return nil }
        if specification.name == .flip {
          return Part(text: context.text(isTurned ? .headerFlip : .headerNoFlip), isUsual: !isTurned)
        }
        let isUsual = value == specification.defaultValue
        // Of groups and the like it is worth the room only that they are there.
        return isUsual && ![.kernelSize, .stride, .padding, .axis, .negativeSlope].contains(specification.name)
          ? nil
          : Part(
            text: "\(specification.name.rawValue) \(value)", isUsual: isUsual && specification.name != .kernelSize)
      }
  }

  /// How a transposed convolution is looked at.
  private static func view(_ experiment: Experiment, _ context: PanelContext) -> [Part] {
    guard experiment.operation.isTransposed else { return [] }
    let key: TextKey =
      switch context.state.transposedView {
      case .gather: .headerGather
      case .scatter: .headerScatter
      case .overlap: .headerOverlap
      }
    return [Part(text: context.text(key), isUsual: false)]
  }

  /// How the grids are drawn, when not as numbers.
  private static func look(_ context: PanelContext) -> [Part] {
    let look = context.frame.look
    // Feature maps side by side have a look of their own.
    guard look.view != .numbers, !context.state.showsMaps else { return [] }
    let view = context.text(look.isSubstitute ? .headerShades : look.view.name)
    return [Part(text: context.text(.headerView, view, context.text(look.paint.map.name)), isUsual: false)]
  }

  /// Nothing while every filter sees every channel.
  private static func groups(_ context: PanelContext) -> [Part] {
    let map = context.state.explorer.experiment.channelMap
    guard map.groups > 1, context.state.explorer.experiment.parameters[.groups] != nil else { return [] }
    return [
      Part(text: context.text(map.isDepthwise ? .headerDepthwise : .headerGroups, "\(map.groups)"), isUsual: false)
    ]
  }

  private static func parts(_ parameters: Parameters, _ context: PanelContext) -> [Part] {
    let padding = context.state.explorer.experiment.padding
    let hasPadding = padding != .none
    func value(_ name: ParameterName) -> String { parameters[name].map(\.description) ?? "" }
    return [
      Part(
        text: context.text(
          parameters.orientation == .convolution ? .headerConvolution : .headerCrossCorrelation), isUsual: false),
      Part(
        text: context.text(.headerStride, value(.stride)),
        isUsual: parameters.stride.vertical == 1 && parameters.stride.horizontal == 1),
      Part(
        text: hasPadding
          ? context.text(.headerPadding, value(.padding), value(.paddingMode)) : context.text(.headerNoPadding),
        isUsual: !hasPadding),
      Part(
        text: context.text(.headerDilation, value(.dilation)),
        isUsual: parameters.dilation.vertical == 1 && parameters.dilation.horizontal == 1),
    ] + groups(context)
  }
}
