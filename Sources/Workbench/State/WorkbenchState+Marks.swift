import ConvolutionEngine
import Explorer

/// A place one wants to come back to: the current cell, and what is selected on the input and the kernel.
struct PlaceMark: Equatable, Sendable {
  let cell: Coordinate
  let input: Coordinate
  let kernel: Coordinate
}

extension WorkbenchState {
  /// The letters that marks have.
  static let markLetters: ClosedRange<Character> = "a"..."z"

  /// Takes the letter that follows the key for marks.
  mutating func takeMark(_ character: Character, sets: Bool) -> [Effect] {
    mode = .normal
    guard Self.markLetters.contains(character) else {
      refuse(.markNeedsLetter)
      return []
    }
    if sets {
      marks[character] = PlaceMark(cell: explorer.cell, input: explorer.inputCursor, kernel: explorer.kernelCursor)
      say(.markSet, String(character))
      return []
    }
    guard let mark = marks[character] else {
      refuse(.noSuchMark, String(character))
      return []
    }
    return go(to: mark, named: character)
  }

  /// Goes to what is left of a place: grids may have become smaller since.
  private mutating func go(to mark: PlaceMark, named name: Character) -> [Effect] {
    guard explorer.outputShape.contains(mark.cell) else {
      refuse(.markIsGone, String(name))
      return []
    }
    var effects: [Effect] = []
    if mark.cell.channel != explorer.cell.channel { effects += perform(.filter(mark.cell.channel)) }
    effects += perform(.jump(row: mark.cell.row, column: mark.cell.column))
    if explorer.document.shape(of: .input).contains(mark.input) {
      effects += performSilently(.select(.input, row: mark.input.row, column: mark.input.column))
    }
    if explorer.document.shape(of: .kernel).contains(mark.kernel) {
      effects += performSilently(.select(.kernel, row: mark.kernel.row, column: mark.kernel.column))
    }
    return effects
  }
}
