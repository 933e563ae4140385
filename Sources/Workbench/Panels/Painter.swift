import TerminalKit

/// Draws the whole screen.
package enum Painter {
  /// The surface for a state and the frame that was prepared for it. Pure: same state and frame, same surface.
  package static func draw(_ state: WorkbenchState, frame: Frame) -> Surface {
    var surface = Surface(size: state.size)
    let context = PanelContext(state: state, frame: frame)
    guard let layout = frame.layout else {
      TooSmallScreen.draw(&surface, context)
      return surface
    }
    for panel in PanelCatalog.panels {
      guard let rect = panel.place(layout), !rect.isEmpty else { continue }
      panel.draw(&surface, rect, context)
    }
    switch state.mode {
    case .normal, .editing: StatusPanel.drawOverflow(&surface, layout.status, context)
    case .prompt: PromptLine.draw(&surface, layout.status, context)
    case .mark: StatusPanel.drawOverflow(&surface, layout.status, context)
    case .palette(let palette): PaletteOverlay.draw(palette, on: &surface, context)
    case .menu(let menu): MenuOverlay.draw(menu, on: &surface, context)
    case .confirmation(let confirmation): ConfirmationOverlay.draw(confirmation, on: &surface, context)
    case .help(let scroll): HelpOverlay.draw(scroll: scroll, on: &surface, context)
    }
    return surface
  }
}
