import Explorer

/// What is looked at in a stack: a layer, a cell of its map, and how far back that has been traced. No part of the document.
package struct StackView: Equatable, Sendable {
  /// The selected level: 0 for the input, n for what the n-th layer makes.
  package var level: Int
  /// The chosen cell of its map.
  package var row: Int
  package var column: Int
  /// The level that shows what feeds the cell: 0 for the receptive field on the input.
  package var traced = 0
  /// Whether the arrows move the cell, and not the selection in the list of layers.
  package var isInMap = false

  /// The middle of the deepest map.
  init(_ model: StackModel) {
    level = model.depth
    let size = model.shapes[level].size
    row = size.vertical / 2
    column = size.horizontal / 2
  }

  /// Numbers as they may come from a file; `bounded(by:)` makes a place of them.
  init(level: Int, row: Int, column: Int, traced: Int, isInMap: Bool) {
    (self.level, self.row, self.column) = (level, row, column)
    (self.traced, self.isInMap) = (traced, isInMap)
  }

  /// The nearest place that the model has.
  func bounded(by model: StackModel) -> StackView {
    var view = self
    view.level = max(0, min(level, model.depth))
    let size = model.shapes[view.level].size
    view.row = max(0, min(row, size.vertical - 1))
    view.column = max(0, min(column, size.horizontal - 1))
    view.traced = max(0, min(traced, view.level))
    return view
  }

  /// Another level, and there the cell at the same place of the picture.
  func at(_ newLevel: Int, of model: StackModel) -> StackView {
    let (old, new) = (model.shapes[level].size, model.shapes[newLevel].size)
    var view = self
    view.level = newLevel
    view.row = (2 * row + 1) * new.vertical / (2 * old.vertical)
    view.column = (2 * column + 1) * new.horizontal / (2 * old.horizontal)
    view.traced = 0
    return view.bounded(by: model)
  }
}
