/// How a transposed convolution is looked at. The raw value is its name on the command line and in sessions.
package enum TransposedView: String, CaseIterable, Sendable {
  /// From one output cell: what it gathers from the input cells that reach it.
  case gather
  /// From one input cell: where it is spread, times the kernel.
  case scatter
  /// How many products reach each output cell: where stride and kernel do not go together, a checkerboard.
  case overlap

  /// The next one in the order of the cases, around.
  package var next: TransposedView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
