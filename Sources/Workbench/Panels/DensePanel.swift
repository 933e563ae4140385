import Explorer
import TerminalKit

/// The dense layer: its two grids, a slice of its weights, and what ties and cuts do to their number.
enum DensePanel {
  static func draw(_ study: DenseStudy, on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    surface.drawFrame(
      rect, title: context.text(.studyDense), isFocused: context.state.focus == .study, context: context)
  }
}
