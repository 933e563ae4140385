import Explorer
import TerminalKit

/// A stack of layers: shapes, parameters, and the receptive field of a chosen cell on the input.
enum StackPanel {
  static func draw(_ study: StackStudy, on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    surface.drawFrame(
      rect, title: context.text(.studyStack), isFocused: context.state.focus == .study, context: context)
  }
}
