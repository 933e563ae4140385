import Explorer

/// The panels that can have the focus; `WorkbenchState.panels` has their Tab order.
package enum PanelName: String, CaseIterable, Sendable {
  case input
  case kernel
  case output
  case lesson

  /// The grid in the panel; nil for the lesson.
  package var grid: GridName? { GridName(rawValue: rawValue) }
}
