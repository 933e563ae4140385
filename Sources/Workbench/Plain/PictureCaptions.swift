import ConvolutionEngine
import Explorer
import TerminalKit

/// What is written around the grids of a picture, in the words of the screen.
package struct PictureCaptions {
  /// How much of the sum there is room for.
  private let lines: Int
  private let columns: Int
  private let texts: TextTable

  /// - Parameters:
  ///   - lines: the lines that the sum may have, and `columns` the signs of each.
  package init(lines: Int, columns: Int, texts: TextTable = .english) {
    self.lines = lines
    self.columns = columns
    self.texts = texts
  }

  /// The captions for what a viewport shows of an explorer.
  package func captions(of explorer: ExplorerState, through viewport: Viewport) -> Captions {
    // The words are those of the screen, of one with room for all of them.
    var state = WorkbenchState(
      explorer: explorer, size: Size(rows: 60, columns: 240),
      capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true), texts: texts)
    let frame = state.prepareFrame()
    let context = PanelContext(state: state, frame: frame)
    let header = HeaderPanel.words(context)
    let arithmetic = frame.scene.arithmetic
    let sum = ArithmeticPanel.sumLines(arithmetic, rows: lines, columns: columns, context).lines
    let sentence = VoiceText.line(.words, arithmetic, columns: columns * 6 / 5, context)
    return Captions(
      title: header.first ?? "", parameters: header.dropFirst().joined(separator: context.glyphs.separator),
      grids: [
        .input: grid(.input, viewport, details: inputDetails(context), context),
        .kernel: grid(.kernel, viewport, details: kernelDetails(context), context),
        .output: grid(.output, viewport, details: outputDetails(context), context),
      ],
      sum: sum.map(\.text), explanation: sentence?.text ?? "")
  }

  /// The same as lines of text, for those who cannot see the picture: all words, and the numbers of every grid.
  package func description(of captions: Captions, scene: Scene) -> [String] {
    var lines = [captions.title, captions.parameters]
    for grid in GridName.allCases where !scene[grid].cells.isEmpty {
      let caption = captions.grids[grid]
      lines.append(
        [caption?.title, caption?.detail, caption?.part].compactMap { $0 }.filter { !$0.isEmpty }
          .joined(separator: " · "))
      for row in scene[grid].visible.rows {
        let numbers = scene[grid].visible.columns.map { column in
          scene[grid][row: row, column: column]?.value.map { NumberText.shortest($0) } ?? "?"
        }
        lines.append(numbers.joined(separator: " "))
      }
    }
    return (lines + captions.sum + [captions.explanation]).filter { !$0.isEmpty }
  }

  // MARK: Grids

  private func grid(
    _ grid: GridName, _ viewport: Viewport, details: [String], _ context: PanelContext
  ) -> Captions.Grid {
    let explorer = context.state.explorer
    let name: TextKey =
      switch grid {
      case .input: .panelInput
      case .kernel: .panelKernel
      case .output: .panelOutput
      }
    let visible = viewport[grid]
    let extent = explorer.extent(of: grid)
    let part =
      visible == extent || visible.rows.isEmpty || visible.columns.isEmpty
      ? ""
      : context.text(
        .exportPart,
        context.text(.titleRange, GridTitle.span(visible.rows, context), GridTitle.span(visible.columns, context)))
    return Captions.Grid(
      title: "\(context.text(name)) \(GridTitle.size(explorer.document.shape(of: grid), context))",
      detail: details.joined(separator: context.glyphs.separator), part: part)
  }

  private func inputDetails(_ context: PanelContext) -> [String] {
    let explorer = context.state.explorer
    let channels = explorer.experiment.inputShape.channels
    let plane = channels > 1 ? context.channelPlane(explorer.inputCursor.channel, of: channels).long : nil
    return [GridTitle.origin(of: .input, context), plane].compactMap { $0 }
  }

  private func kernelDetails(_ context: PanelContext) -> [String] {
    let explorer = context.state.explorer
    let channels = explorer.experiment.inputShape.channels
    let filters = explorer.outputShape.channels
    let isTurned = explorer.experiment.parameters.orientation == .convolution
    // There is little room over a kernel: which it is of several says more than where they come from.
    return [
      filters > 1
        ? GridTitle.Plane(.titleFilter, explorer.cell.channel, of: filters, context).long
        : GridTitle.origin(of: .weights, context),
      channels > 1 ? context.channelPlane(explorer.inputCursor.channel, of: channels).short : nil,
      isTurned ? context.text(.kernelIsTurnedShort) : nil,
    ].compactMap { $0 }
  }

  private func outputDetails(_ context: PanelContext) -> [String] {
    let explorer = context.state.explorer
    let channels = explorer.outputShape.channels
    let hasFilters = explorer.experiment.operands[.weights] != nil
    let plane =
      channels > 1
      ? GridTitle.Plane(hasFilters ? .titleFilter : .titleChannel, explorer.cell.channel, of: channels, context).long
      : nil
    return [plane, context.text(.outputProgress, "\(explorer.cellOffset + 1)", "\(explorer.outputShape.count)")]
      .compactMap { $0 }
  }
}
