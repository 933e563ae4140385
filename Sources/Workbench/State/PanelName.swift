import Explorer

/// The panels that can have the focus, in Tab order: from the output, where one starts, to what can be edited, then on
/// to what can be read.
package enum PanelName: String, CaseIterable, Sendable {
  case output
  case input
  case kernel
  case lesson

  /// The grid in the panel; nil for the lesson.
  package var grid: GridName? { GridName(rawValue: rawValue) }
}
