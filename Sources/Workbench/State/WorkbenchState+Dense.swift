import ConvolutionEngine
import Explorer

/// The keys of the dense layer.
extension WorkbenchState {
  /// Moves the selected place: single cells, the ends of a row, the ends of the grid, a page.
  mutating func moveInDense(_ direction: Command.Direction) -> [Effect] {
    guard case .dense(let study)? = explorer.document.study else { return [] }
    var cell = dense.cell(in: study.size)
    switch direction {
    case .up: cell.row -= 1
    case .down: cell.row += 1
    case .left: cell.column -= 1
    case .right: cell.column += 1
    case .rowStart: cell.column = 0
    case .rowEnd: cell.column = study.size.horizontal - 1
    case .first: (cell.row, cell.column) = (0, 0)
    case .last: (cell.row, cell.column) = (study.size.vertical - 1, study.size.horizontal - 1)
    case .pageUp: cell.row -= size.rows / 2
    case .pageDown: cell.row += size.rows / 2
    }
    dense.chosen = cell
    dense.chosen = dense.cell(in: study.size)
    return []
  }

  /// Does what a key of the dense layer wants; a rule or a size is an edit, looking elsewhere is not.
  mutating func applyDense(_ command: DenseCommand) -> [Effect] {
    guard case .dense(var study)? = explorer.document.study else { return [] }
    let before = study
    switch command {
    case .turnSlice:
      dense.slice = dense.slice == .hidden ? .input : .hidden
      return []
    case .turnPicture:
      dense.picture = dense.picture == .slices ? .matrix : .slices
      return []
    case .toggleTies: study.isTied.toggle()
    case .reachFurther: study = study.reachingFurther
    case .reachLess: study = study.reachingLess
    case .toggleBias: study.hasBias.toggle()
    case .grow(let amount): study = study.grown(by: amount)
    case .renew: study.seed &+= 1
    }
    guard study != before else {
      refuse(command)
      return []
    }
    return perform(.study(.dense(study)))
  }

  private mutating func refuse(_ command: DenseCommand) {
    switch command {
    case .reachFurther: refuse(.denseReachIsWhole)
    case .reachLess: refuse(.denseReachIsLeast)
    default: refuse(.denseSizeLimit, "\(DenseStudy.sides.lowerBound)", "\(DenseStudy.sides.upperBound)")
    }
  }
}
