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

  // Parameters of the present operator
  /// Adds to a parameter on both axes or all sides, within its legal range.
  case adjust(ParameterName, by: Int)
  /// The next padding mode, or the flag turned over.
  case cycle(ParameterName)
  case toggleReveal
  /// Tells the steps in the next voice: numbers, words, or code.
  case nextVoice
  case togglePredict
  case nextChannel
  case previousChannel
  case nextFilter
  case previousFilter
  /// So many filters more or fewer in each group.
  case addFilters(Int)
  case togglePlay
  case faster
  case slower
  /// Grows or shrinks the focused grid by one row and one column.
  case resizeFocused(by: Int)

  // Lists and help
  case openMenu(MenuKind)
  case openHelp

  // Lessons
  case openLesson(String)
  case nextPage
  case previousPage
  case hint
  case resetTask
  case resetAllProgress
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
    case kernels, inputs, operators, paddingModes, lessons, history, studies
  }

  /// What a confirmation has agreed to.
  package enum Confirmed: String, Sendable {
    case quit, resetTask, resetAllProgress
  }
}
