import Explorer
import TerminalKit

/// The study on the stage.
enum StudyPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    switch context.state.explorer.document.study {
    case .dense(let study)?: DensePanel.draw(study, on: &surface, rect, context)
    case .stack(let study)?: StackPanel.draw(study, on: &surface, rect, context)
    case nil: break
    }
  }
}
