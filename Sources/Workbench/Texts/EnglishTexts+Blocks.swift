extension EnglishTexts {
  /// Choosing, copying, pasting and filling several cells.
  static let blocks: [TextKey: String] = [
    .keyExtend: "choose cells: what is typed then goes into all of them",
    .keySelect: "begin to choose cells with the arrows; again or Esc: stop",
    .keyCopy: "copy the chosen cells, or the whole grid",
    .keyPaste: "write what was copied here; the terminal’s own paste takes spreadsheets and NumPy prints too",
    .keyClear: "0 into the chosen cells",
    .selectionIs: "{0} cells chosen, sum {1}",
    .copied: "copied: {0}, {1}",
    .pasted: "pasted: {0} from {1} on",
    .nothingToCopy: "Copying takes a grid: Tab leads to one.",
    .tooMuchToCopy: "That is too much for a clipboard: at most {0} cells; `:save FILE` writes all of them.",
    .nothingToPaste: "Nothing was copied yet.",
    .pasteDoesNotFit: "{0} cells do not fit from {1} on, only {2}: go further up and left, or grow the grid with }.",
    .pasteEmpty: "There are no numbers in what was pasted.",
    .pasteNotANumber: "What was pasted is no grid: “{0}” in its row {1} is no number.",
    .pasteUneven: "What was pasted is no grid: its row {0} has {1} numbers, the rows before it {2}.",
    .pasteAbridged: "What was pasted is not whole: it has dots for what was left out.",
    .blockTooLarge: "That is too much at once: at most {0} cells.",
    .editBlock: "{0}, {1} from {2} on",
  ]
}
