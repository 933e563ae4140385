import Explorer

/// The panels that can have the focus, in Tab order: from the output, where one starts, to what can be edited, then on
/// to what can be read.
package enum PanelName: String, CaseIterable, Sendable {
  case output
  case input
  case kernel
  /// What takes the stage in place of the grids.
  case study
  case lesson

  /// The grid in the panel; nil for the lesson and a study.
  package var grid: GridName? { GridName(rawValue: rawValue) }
}
