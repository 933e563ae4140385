import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

/// What is wanted, whichever key, menu or line said it.
package indirect enum Command: Equatable, Sendable {
  /// Straight to the explorer.
  case explorer(ExplorerAction)

  // Moving about
  case move(Direction)
  case focusNext
  case focusPrevious
  case focus(PanelName)

  // Several cells at once
  /// Moves the selected cell and chooses everything from where it was.
  case extend(Direction)
  /// Begins to choose cells, or stops that.
  case toggleSelection
  case copy
  /// Writes what was copied last from the selected cell on.
  case paste
  /// Writes 0 into the chosen cells.
  case clearCells

  // Typing
  /// A character that starts an edit or goes on with one, or is typed in a prompt.
  case type(Character)
  case typeBackspace
  /// Enter: takes what was typed, chooses in a menu, edits the selected cell.
  case accept
  /// Takes what was typed and moves the cursor.
  case acceptAndMove(Direction)
  case acceptAndFocusNext
  case cancel
  case openPrompt(Prompt.Kind)
  /// The `:` prompt with the beginning of a line in it.
  case openLine(String)
  /// Does what a whole line of the `:` prompt says.
  case runLine(String)
  case completeNext
  case completePrevious

  // Parameters of the present operator
  /// Adds to a parameter on both axes or all sides, within its legal range.
  case adjust(ParameterName, by: Int)
  /// The next padding mode, or the flag turned over.
  case cycle(ParameterName)
  case toggleReveal
  /// Tells the steps in the next voice: numbers, words, or code.
  case nextVoice
  /// The next view of a transposed convolution: gathered, scattered, overlaps.
  case nextTransposedView
  case look(TransposedView)
  /// Draws the grids in the next view: numbers, heat map, half blocks.
  case nextView
  case nextColorMap
  case nextScaling
  case togglePredict
  case nextChannel
  case previousChannel
  case nextFilter
  case previousFilter
  /// So many filters more or fewer in each group.
  case addFilters(Int)
  /// Shows the difference, our output, or what it is compared with; chooses that first where there is nothing.
  case nextOutputView
  /// All feature maps side by side, on one scale, then each on its own, then the grids again.
  case nextMapsView
  /// Compares with the numbers of a file.
  case compareFile(path: String)
  /// Shifts the input by the arrows and compares, or stops that.
  case toggleShift
  case togglePlay
  case faster
  case slower
  /// Grows or shrinks the focused grid by one row and one column.
  case resizeFocused(by: Int)

  // Studies
  case dense(DenseCommand)
  /// In the stack of layers.
  case stack(Stack)

  // Lists and help
  case openMenu(MenuKind)
  case openHelp
  case openPalette
  case awaitMark(sets: Bool)

  // Lessons
  case openLesson(String)
  case nextPage
  case previousPage
  case hint
  case resetTask
  case resetLesson
  case resetAllProgress
  /// Passes over the task of the page, and goes on.
  case skipTask
  /// From the lesson to the explorer without it, and back to the page as it was left.
  case toggleLesson
  /// To the lesson that the page links to.
  case followLink
  case exportProgress(path: String)
  case importProgress(path: String)
  case confirmed(Confirmed)

  // Files and leaving
  case save(path: String)
  case open(OperandName, path: String)
  /// Opens a picture with its colours, as three input channels.
  case openColor(path: String)
  /// Takes away a picture, an animation, code or the grids; `format` where the ending of the name leaves a choice.
  case export(path: String, format: String?)
  /// Writes the session to a file; nil for the one it was opened from or saved to last.
  case saveSession(path: String?)
  /// Opens a session, after a question when edits would be lost.
  case openSession(path: String)
  case replaceBySession(path: String)
  /// Takes up what an earlier run left without saving, or puts it aside.
  case recover
  case declineRecovery
  /// Computes the whole output, after that was given up.
  case recompute
  /// Gives up the work that is being done beside the loop.
  case cancelWork
  case quit
  case quitWithoutAsking
  case suspend
  /// Draws the whole screen anew.
  case redraw

  /// The ends of a list or grid, and a screenful.
  package enum Direction: String, CaseIterable, Sendable {
    case up, down, left, right, rowStart, rowEnd, first, last, pageUp, pageDown
  }

  package enum MenuKind: String, CaseIterable, Sendable {
    case kernels, inputs, operators, paddingModes, lessons, history, studies, stackLayers, stackPresets, comparisons
  }

  /// What is wanted of the stack of layers.
  package enum Stack: Equatable, Sendable {
    /// More or less of something in the selected layer.
    case adjust(StackStudy.Part, by: Int)
    /// Rows and columns of the input.
    case resizeInput(by: Int)
    /// A layer after the selected one.
    case add(StackLayer.Kind)
    case remove
    /// Into the map of the selected layer, where the arrows move the cell, or out of it.
    case enterMap
    /// So many layers back or forth from the chosen cell: -1 towards the input.
    case trace(by: Int)
  }

  /// What a confirmation has agreed to.
  package enum Confirmed: String, Sendable {
    case quit, resetTask, resetLesson, resetAllProgress
  }
}

extension Command {
  /// Whether a count before its key means so many times.
  var isCountable: Bool {
    switch self {
    case .move, .adjust, .nextChannel, .previousChannel, .nextFilter, .previousFilter, .addFilters, .resizeFocused: true
    case .dense(.reachFurther), .dense(.reachLess), .dense(.grow): true
    case .stack(.adjust), .stack(.resizeInput), .stack(.trace): true
    case .explorer(.step), .explorer(.scrub), .explorer(.subStep), .explorer(.undo), .explorer(.redo): true
    default: false
    }
  }
}
