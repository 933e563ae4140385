import ConvolutionEngine
import Explorer

/// Says where the values of the window's cells outside the picture come from.
enum GhostText {
  /// At most this many rows and columns are named.
  private static let most = 2

  /// Nil when the whole window lies inside.
  static func text(_ arithmetic: Arithmetic, _ context: PanelContext) -> String? {
    let explorer = context.state.explorer
    let shape = explorer.experiment.inputShape
    let mode = explorer.experiment.parameters.paddingMode
    // Product by product, only the present cell is spoken of.
    if arithmetic.result == nil, let term = arithmetic.trace?.terms.prefix(arithmetic.shownTerms).last {
      guard term.isGhost else { return nil }
      guard let source = term.source else { return zeros(context) }
      let isRowOutside = term.position.row != source.row
      return context.text(
        .ghostCell, "\(term.position.row),\(term.position.column)",
        verb(isRowOutside ? mode.vertical : mode.horizontal, context), "\(source.row),\(source.column)")
    }
    let footprint = arithmetic.footprint
    let outside =
      sources(footprint.rows, count: shape.height, mode: mode.vertical, key: .ghostRow, context)
      + sources(footprint.columns, count: shape.width, mode: mode.horizontal, key: .ghostColumn, context)
    guard let first = outside.first else { return nil }
    let joint = context.text(.joinClauses)
    return outside.dropFirst().reduce(first) { $0.hasSuffix($1) ? $0 : $0 + joint + $1 }
  }

  private static func sources(
    _ positions: EvenPositions, count: Int, mode: PaddingMode, key: TextKey, _ context: PanelContext
  ) -> [String] {
    // No further than what is said: a window may have a billion rows.
    let outside = Array(positions.lazy.filter { $0 < 0 || $0 >= count }.prefix(most + 1))
    guard !outside.isEmpty else { return [] }
    guard mode != .zeros else { return [zeros(context)] }
    return outside.prefix(most).compactMap { position in
      mode.source(of: position, count: count).map {
        context.text(key, "\(position)", verb(mode, context), "\($0)")
      }
    } + (outside.count > most ? [context.glyphs.ellipsis] : [])
  }

  private static func zeros(_ context: PanelContext) -> String {
    // The padding of a maximum never wins.
    let isMaximum = context.frame.scene.arithmetic.trace?.reduction == .max
    return context.text(isMaximum ? .ghostMinusInfinity : .ghostZeros, context.glyphs.ghostZero)
  }

  /// Where the value of the selected position comes from, as in `row -1 mirrors row 1`; nil inside the picture.
  static func text(at position: Coordinate, _ context: PanelContext) -> String? {
    let explorer = context.state.explorer
    switch explorer.ghost(at: position) {
    case nil: return nil
    case .zero?: return zeros(context)
    case .copy(let row, let column)?:
      let modes = explorer.experiment.parameters.paddingMode
      var parts: [String] = []
      if row != position.row {
        parts.append(context.text(.statusGhostRow, "\(position.row)", verb(modes.vertical, context), "\(row)"))
      }
      if column != position.column {
        parts.append(
          context.text(.statusGhostColumn, "\(position.column)", verb(modes.horizontal, context), "\(column)"))
      }
      return parts.joined(separator: context.text(.joinClauses))
    }
  }

  private static func verb(_ mode: PaddingMode, _ context: PanelContext) -> String {
    context.glyphs.plain(context.state.texts.verb(of: mode))
  }
}
