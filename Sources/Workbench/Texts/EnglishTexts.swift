extension TextTable {
  /// The English texts, the one table that other languages follow.
  package static let english = TextTable(
    language: "en",
    entries: [
      .panelInput: "Input",
      .panelKernel: "Kernel",
      .panelOutput: "Output",
      .panelLesson: "Lesson",

      // Axes, as in "9 rows" and "a vertical stride"
      .axisRows: "rows",
      .axisColumns: "columns",
      .axisVertical: "vertical",
      .axisHorizontal: "horizontal",

      // Why shapes and parameters were refused
      .errorStride: "A {0} stride of {1} is not possible; {2} to {3} is.",
      .errorDilation: "A {0} dilation of {1} is not possible; {2} to {3} is.",
      .errorPadding: "A {0} padding of {1} is not possible; {2} to {3} is.",
      .errorEmptyInput: "The input has no {0}; it needs at least one.",
      .errorEmptyKernel: "The kernel has no {0}; it needs at least one.",
      .errorExtent: "{0} {1} are too many; at most {2} are possible.",
      .errorKernelDoesNotFit:
        "The kernel spans {0} {1}, but the padded input has {2}; a smaller kernel or dilation, or more padding, would fit.",
      .errorPaddingModeDoesNotFit: "A {0} padding of {1} {2} reaches too far for {3} padding; at most {4} here.",
      .errorChannelMismatch: "The channels differ: {0} in the input, {1} in the kernel; they must be as many.",
      .errorBiasMismatch: "The bias holds {0} values for {1} filters; it must hold one for each.",
      .errorNegativeSide: "A grid of the sides {0} is not possible; 0 is the smallest side.",
      .errorShapeTooLarge: "A grid of the sides {0} has more cells than can be counted.",
      .errorValueCount: "{0} values were given for a grid of {1} that holds {2}.",
      .errorMissingOperand: "There is no {0}; it is needed.",
      .errorCoordinate: "The {0} has no cell at row {1}, column {2}; its size is {3}, and both count from 0.",
      .errorUnknownParameter: "{0} has no parameter {1} of that form; its parameters are {2}.",
      .errorOutputTooLarge: "The output would be {0}, more than {1} cells; a larger stride, or less padding, would do.",

      // Why an action was refused
      .errorNoSuchCell: "There is no cell at row {0}, column {1}; the size is {2}, and both count from 0.",
      .errorNoSuchChannel: "There is no channel {0}; the channels are 0 to {1}.",
      .errorUnknownPreset: "There is no {0} preset \"{1}\"; there are {2}.",
      .errorUnknownPresetNear: "There is no {0} preset \"{1}\"; did you mean {2}?",
      .errorSpeed: "A speed of {0} is not possible; {1} to {2} cells per second are.",
      .errorSize: "A size of {0} is not possible; each side is at least 1, and there are at most {1} cells in all.",
      .errorNothingToUndo: "There is nothing to undo.",
      .errorNothingToRedo: "There is nothing to redo.",
      .errorActionWord: "\"{0}\" was found where {1} was expected.",
      .errorActionEnd: "The text ends where {0} was expected.",
      .listOr: "{0} or {1}",
    ])
}
