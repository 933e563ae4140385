import ConvolutionEngine
import Explorer

/// Cells that are chosen together: everything between the anchor and the selected cell of the input or the kernel.
struct GridSelection: Equatable, Sendable {
  let grid: GridName
  /// The corner that stays.
  let row: Int
  let column: Int
  /// Whether plain arrows extend it too; else they end it.
  let isKept: Bool
}

extension WorkbenchState {
  /// The most cells that are copied from an output, which has to compute them.
  private static let mostCopied = 10_000
  /// What a clipboard takes; terminals cut longer sequences.
  private static let clipboardBytes = 74_994

  /// The chosen cells that are cells of the focused grid, not of its padding.
  var selectionInView: Viewport.Selection? {
    guard let selection, selection.grid == focus.grid else { return nil }
    let cursor = selection.grid == .input ? explorer.inputCursor : explorer.kernelCursor
    let shape = explorer.document.shape(of: selection.grid)
    func range(_ first: Int, _ second: Int, _ count: Int) -> Range<Int> {
      (min(first, second)..<(max(first, second) + 1)).clamped(to: 0..<count)
    }
    return Viewport.Selection(
      grid: selection.grid,
      region: Viewport.Region(
        rows: range(selection.row, cursor.row, shape.height),
        columns: range(selection.column, cursor.column, shape.width)))
  }

  mutating func extendSelection(_ direction: Command.Direction) -> [Effect] {
    if refusesWhileShifting() { return [] }
    beginSelection(isKept: false)
    let kept = selection
    let effects = move(direction)
    selection = kept
    saySelection()
    return effects
  }

  mutating func toggleSelection() {
    if refusesWhileShifting() { return }
    guard selection == nil else {
      selection = nil
      return
    }
    beginSelection(isKept: true)
    saySelection()
  }

  private mutating func beginSelection(isKept: Bool) {
    guard selection?.grid != focus.grid, let grid = focus.grid, grid.operand != nil else { return }
    let cursor = grid == .input ? explorer.inputCursor : explorer.kernelCursor
    selection = GridSelection(grid: grid, row: cursor.row, column: cursor.column, isKept: isKept)
  }

  /// How many cells are chosen, and their sum.
  mutating func saySelection() {
    guard let region = selectionInView?.region, let block = block(in: region) else { return }
    let sum = block.values.reduce(0.0) { $0 + Double($1) }
    message = StatusMessage(
      text: texts.text(.selectionIs, Self.size(block.size), NumberText.shortest(Float(sum))), kind: .notice)
  }

  private static func size(_ size: PerAxis<Int>) -> String { "\(size.vertical)×\(size.horizontal)" }

  /// The cells of a region of the focused grid.
  private func block(in region: Viewport.Region) -> GridBlock? {
    guard let operand = focus.grid?.operand, let tensor = explorer.experiment.operands[operand],
      let corner = corner(of: region)
    else { return nil }
    return GridBlock(
      of: tensor, at: corner, size: PerAxis(vertical: region.rows.count, horizontal: region.columns.count))
  }

  /// The first cell of a region in the plane that is shown.
  private func corner(of region: Viewport.Region) -> Coordinate? {
    guard !region.rows.isEmpty, !region.columns.isEmpty else { return nil }
    let cursor = focus == .input ? explorer.inputCursor : explorer.kernelCursor
    return Coordinate(
      batch: cursor.batch, channel: cursor.channel, row: region.rows.lowerBound, column: region.columns.lowerBound)
  }

  /// The chosen cells, or else the selected one.
  private var chosenRegion: Viewport.Region {
    if let region = selectionInView?.region { return region }
    let cursor = focus == .input ? explorer.inputCursor : explorer.kernelCursor
    return Viewport.Region(
      rows: cursor.row..<(cursor.row + 1), columns: cursor.column..<(cursor.column + 1))
  }

  // MARK: Writing

  /// One number in every chosen cell, as one edit.
  mutating func fillSelection(with value: Float) -> [Effect] {
    if refusesWhileShifting() { return [] }
    guard let operand = focus.grid?.operand else {
      refuse(.outputIsComputed)
      return []
    }
    let region = chosenRegion
    guard let corner = corner(of: region), explorer.experiment.operands[operand]?.shape.contains(corner) == true else {
      refuseEditOfPadding()
      return []
    }
    guard
      let block = GridBlock(
        filling: PerAxis(vertical: region.rows.count, horizontal: region.columns.count), with: value)
    else {
      refuse(.blockTooLarge, "\(GridBlock.largest)")
      return []
    }
    return write(block, to: operand, at: corner)
  }

  /// Writes a block as one edit; the selected cell stays where it is.
  private mutating func write(_ block: GridBlock, to operand: OperandName, at corner: Coordinate) -> [Effect] {
    explorer.pausePlayback()
    let cursor = operand == .input ? explorer.inputCursor : explorer.kernelCursor
    let effects = perform(.block(operand, corner, block))
    guard let grid = focus.grid, grid.operand == operand else { return effects }
    return effects + performSilently(.select(grid, row: cursor.row, column: cursor.column))
  }

  // MARK: Copy and paste

  /// Copies the chosen cells, or else the whole plane of the focused grid.
  mutating func copyCells() -> [Effect] {
    guard let grid = focus.grid else {
      refuse(.nothingToCopy)
      return []
    }
    let block: GridBlock?
    if let region = selectionInView?.region {
      block = self.block(in: region)
    } else if let operand = grid.operand, let tensor = explorer.experiment.operands[operand] {
      let cursor = grid == .input ? explorer.inputCursor : explorer.kernelCursor
      block = GridBlock(
        of: tensor, at: Coordinate(batch: cursor.batch, channel: cursor.channel, row: 0, column: 0),
        size: PerAxis(vertical: tensor.shape.height, horizontal: tensor.shape.width))
    } else {
      block = outputBlock
    }
    guard let block, block.values.count <= Self.mostCopied, case let text = block.text,
      text.utf8.count <= Self.clipboardBytes
    else {
      refuse(.tooMuchToCopy, "\(Self.mostCopied)")
      return []
    }
    register = block
    say(.copied, texts.text(grid.panel.title), Self.size(block.size))
    return [.copy(text)]
  }

  /// The current plane of the output, if it is small enough and nothing of it is hidden.
  private var outputBlock: GridBlock? {
    let shape = explorer.outputShape
    guard shape.height * shape.width <= Self.mostCopied else { return nil }
    var values: [Float] = []
    for row in 0..<shape.height {
      for column in 0..<shape.width {
        let cell = Coordinate(batch: explorer.cell.batch, channel: explorer.cell.channel, row: row, column: column)
        // What is not known yet stays so in the copy.
        values.append(explorer.isRevealed(cell) ? explorer.experiment.value(at: cell) : .nan)
      }
    }
    return GridBlock(size: PerAxis(vertical: shape.height, horizontal: shape.width), values: values)
  }

  mutating func pasteRegister() -> [Effect] {
    guard let register else {
      refuse(.nothingToPaste)
      return []
    }
    return paste(register)
  }

  /// Writes the grid in a text from the selected cell on, as one edit.
  mutating func paste(_ text: String) -> [Effect] {
    do {
      return paste(try PastedGrid.read(text))
    } catch {
      message = StatusMessage(text: texts.sentence(for: error), kind: .problem)
      return []
    }
  }

  private mutating func paste(_ block: GridBlock) -> [Effect] {
    if refusesWhileShifting() { return [] }
    guard let grid = focus.grid, let operand = grid.operand, let tensor = explorer.experiment.operands[operand] else {
      refuse(.pasteIgnored)
      return []
    }
    // One number goes into all chosen cells.
    if block.values.count == 1, selectionInView != nil { return fillSelection(with: block.values[0]) }
    guard let corner = corner(of: chosenRegion), tensor.shape.contains(corner) else {
      refuseEditOfPadding()
      return []
    }
    let room = PerAxis(vertical: tensor.shape.height - corner.row, horizontal: tensor.shape.width - corner.column)
    guard block.size.vertical <= room.vertical, block.size.horizontal <= room.horizontal else {
      message = StatusMessage(
        text: texts.text(
          .pasteDoesNotFit, Self.size(block.size), "\(corner.row),\(corner.column)", Self.size(room)), kind: .problem)
      return []
    }
    let effects = write(block, to: operand, at: corner)
    if message == nil { say(.pasted, Self.size(block.size), "\(corner.row),\(corner.column)") }
    return effects
  }
}

extension GridName {
  var panel: PanelName { PanelName(self) }
}

extension TextTable {
  /// Why there is no grid in what was pasted.
  func sentence(for problem: PastedGrid.Problem) -> String {
    switch problem {
    case .empty: text(.pasteEmpty)
    case .notANumber(let word, let row): text(.pasteNotANumber, excerpt(word), "\(row)")
    case .uneven(let row, let count, let expected): text(.pasteUneven, "\(row)", "\(count)", "\(expected)")
    case .tooLarge: text(.blockTooLarge, "\(GridBlock.largest)")
    case .abridged: text(.pasteAbridged)
    }
  }
}
