import ConvolutionEngine

/// What a person, a lesson, a script or a session wants. `ActionText` gives each action its one text form.
package enum ExplorerAction: Equatable, Sendable {
  /// Moves the current output cell; stays where it is at the rim.
  case step(Step)
  /// Makes an output cell of the current plane the current one.
  case jump(row: Int, column: Int)
  /// Goes on to the next tenth of all output cells, or back to the one before, so many times.
  case scrub(Int)
  /// Selects an input or kernel cell; on the output the same as `jump`.
  case select(GridName, row: Int, column: Int)
  /// Shows an input channel and the current filter's kernel for it; a filter that does not see it gives way to one that
  /// does.
  case channel(Int)
  /// Shows a filter: its kernels and its feature map.
  case filter(Int)

  /// Shows one product more, one fewer, or all again.
  case subStep(SubStep)

  case play
  case pause
  /// Sets the speed in output cells per second, 1 to 60.
  case speed(Int)
  /// The clock says that it is time for the next cell; does nothing unless playing.
  case tick

  /// Writes one cell of the input or the kernel, or the bias of a filter, which is the channel of the coordinate.
  case edit(OperandName, Coordinate, Float)
  /// Writes a rectangle of numbers from a corner on, in one plane of the input or the kernel.
  case block(OperandName, Coordinate, GridBlock)
  /// Changes height and width of an operand; new cells are 0.
  case resize(OperandName, PerAxis<Int>)
  case set(ParameterName, ParameterValue)
  /// Lets a parameter follow from the others, as the stride of a pool follows its kernel size.
  case clear(ParameterName)
  /// Another operator on the same input. One for signals takes one row of a picture: `row`, or the selected one.
  case operation(OperatorName, row: Int?)
  /// Puts a named preset in an operand, in its own size when `size` is nil.
  case preset(OperandName, String, size: PerAxis<Int>?)
  /// Puts a tensor in an operand; `name` is shown as where it came from.
  case load(OperandName, Tensor, name: String)
  /// Puts a large grid from a file in an operand; a session names the file. Has no text that an action is read from.
  case loadFile(OperandName, Tensor, GridFile)
  /// Puts the picture of three channels, red, green and blue, in the input.
  case loadColor(Tensor, name: String)
  /// Sets the number of filters; new ones are copies of the last.
  case filters(Int)
  /// Sets the number of filters and draws all weights anew, whole numbers from −3 to 3.
  case randomFilters(Int, seed: UInt64)
  /// Sets the number of input channels; new ones are copies of the last, and the weights follow.
  case channels(Int)
  /// Makes a filter of each of these named kernels; smaller ones get zeros around them.
  case kernels([String])
  /// Puts a named kernel in one filter, for all its channels.
  case presetFilter(Int, String)
  /// Takes an optional operand away; does nothing when it is not there.
  case remove(OperandName)
  case reveal(RevealMode)
  /// Puts a study on the stage, or this value in the place of the one that is there; nil goes back to the grids.
  case study(Study?)

  /// Says which output is wanted. It is compared with from then on.
  case target(TargetChange)
  /// Sets the kernel, and the biases where there are some, so that the output comes as near to the target as it can.
  case fit

  /// Moves the whole input down and to the right by so many rows and columns.
  case shift(PerAxis<Int>, ShiftFill)

  /// Compares the output with that of an algorithm; nil for with nothing.
  case compare(ComparedAlgorithm?)
  /// Compares the output with the numbers of a file. Has no text that an action is read from.
  case compareFile(Tensor, GridFile)
  /// Compares the output with the target.
  case compareTarget
  /// How near the compared numbers have to be.
  case tolerance(Tolerance)
  /// What the output panel shows while there is something to compare with.
  case showOutput(OutputView)
  /// Goes to the next output cell beyond the tolerance.
  case nextDifference
  /// Compares the output with the shifted output of before, from now on, or not any more.
  case shiftComparison(Bool)
  /// What comes in when the input is shifted while that is compared.
  case shiftFill(ShiftFill)

  /// Says the value of the asked cell in the predict mode.
  case answer(AnswerText)
  /// Shows the asked cell in the predict mode without an answer.
  case skip

  /// Several actions as one step of the history; all or none.
  case together([ExplorerAction])

  case undo
  case redo
  /// Undoes and redoes until the document is as it was after this edit, whichever branch it is on; 0 is the start.
  case goToEdit(Int)

  /// Whether it changes the document, so that undo can take it back.
  package var isEdit: Bool {
    switch self {
    case .edit, .block, .resize, .set, .clear, .operation, .preset, .load, .loadFile, .loadColor, .filters,
      .randomFilters, .channels, .presetFilter, .kernels, .remove, .reveal, .shift, .study, .target, .fit:
      true
    case .answer, .skip, .step, .jump, .scrub, .select, .channel, .filter, .subStep, .play, .pause, .speed, .tick,
      .together, .undo, .redo, .goToEdit, .compare, .compareFile, .compareTarget, .tolerance, .showOutput,
      .nextDifference,
      .shiftComparison, .shiftFill:
      false
    }
  }

  /// Where the current cell goes.
  package enum Step: String, CaseIterable, Sendable {
    /// Reading order; from the last cell of a plane on to the next plane.
    case forward, back
    /// One window position up or down, within the plane.
    case up, down
    /// The ends of the current row, and of the whole output.
    case rowStart = "row-start"
    case rowEnd = "row-end"
    case first, last
  }

  package enum SubStep: String, CaseIterable, Sendable {
    case forward, back, all
  }
}
