import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

/// The whole program as a value: explorer, lesson, focus, mode, messages and scroll positions.
///
/// `apply` changes it and returns what has to be done outside. Drawing reads it and changes nothing.
package struct WorkbenchState: Sendable {
  package internal(set) var explorer: ExplorerState
  package internal(set) var library: LessonLibrary {
    // Pages name the lessons that they link to.
    didSet { memory.lessonLines = nil }
  }
  /// The open lesson, if any.
  package internal(set) var lesson: LessonSession?
  /// Whether the open lesson is only read beside grids that are not its own; it begins with the next page key.
  package internal(set) var lessonIsWaiting = false
  /// The page that was left for the explorer without lessons, as it was; nil while there is none to come back to.
  package internal(set) var pageLeft: PageLeft?
  /// What was in the explorer without lessons when its page was opened again.
  var freeGrids: FreeGrids?
  /// What is known of each lesson: the ids of its solved tasks.
  package internal(set) var progress: LessonProgress

  package internal(set) var focus: PanelName = .output
  package internal(set) var mode: Mode = .normal
  package internal(set) var message: StatusMessage?
  /// Work beside the loop that has taken a while; nil when there is none.
  package internal(set) var work: WorkProgress?
  /// The revision whose output nobody computes, because that was given up.
  var givenUpRevision: Int?
  /// How the step is told under its sum.
  package internal(set) var voice = Voice.numbers
  /// How a transposed convolution is looked at, whichever operator there is now.
  var chosenTransposedView = TransposedView.gather
  /// How the cells of the grids are drawn.
  package internal(set) var look = GridLook()

  /// Whether all feature maps stand side by side instead of the grids.
  package internal(set) var mapsView = MapsView.grids

  /// The first visible row and column of each grid; follows the cursor.
  package internal(set) var scroll: [GridName: GridScroll] = [:]
  /// What of the dense layer is looked at.
  package internal(set) var dense = DenseView()
  /// The first visible line of the lesson page.
  package internal(set) var lessonScroll = 0
  /// What the last frame could show of the lesson page; the page key reads on before it turns the page.
  package internal(set) var lessonView = LessonView()
  /// What the page keys go through; nil while nothing is searched.
  var search: Search?
  /// The line of the last match.
  var searchLine: Int?
  /// What is looked at in a stack; nil for the middle of its deepest map.
  package internal(set) var stackView: StackView?
  /// The grid that had the focus before a study took the stage.
  var focusBeforeStudy: PanelName?
  /// Places to come back to, by their letters.
  var marks: [Character: PlaceMark] = [:]
  /// How often the next key is meant; nil for once.
  var count: Int?
  /// The cells that are chosen together, beside the selected one.
  var selection: GridSelection?
  /// What was copied last, to be pasted where the terminal has no clipboard.
  var register: GridBlock?
  /// What the pressed mouse button paints with.
  var brush: Brush?
  /// What the last frame showed: marks changed numbers, keeps columns as wide as they were. No part of what one did.
  var memory = FrameMemory()

  package internal(set) var size: Size
  /// What the person has set.
  package internal(set) var settings = UserSettings()
  package let capabilities: TerminalCapabilities
  package let texts: TextTable

  /// The document at the last save; tells whether there is something to lose.
  package internal(set) var savedMark = HistoryMark.start
  /// The document in the session file; what differs from it is kept for recovery.
  var keptMark = HistoryMark.start
  /// The file that `:session save` writes to when it is given none.
  package internal(set) var sessionPath: String?
  /// Session files that could not be opened, perhaps only because a picture is missing: none of them is written over.
  var refusedSessions: Set<String> = []
  /// Undo goes no further back than this many edits: before them the open page's grids were others.
  var undoFloor = 0
  package internal(set) var isFinished = false

  package init(
    explorer: ExplorerState, library: LessonLibrary = LessonLibrary(files: []),
    progress: LessonProgress = LessonProgress(),
    size: Size, capabilities: TerminalCapabilities, texts: TextTable = .english
  ) {
    self.explorer = explorer
    self.library = library
    self.progress = progress
    self.size = size
    self.capabilities = capabilities
    self.texts = texts
    focus = mainPanel
  }

  /// Whether the grids are the learner's own, not the open lesson's.
  var hasOwnGrids: Bool { lesson == nil || lessonIsWaiting }

  /// Whether edits would be lost by leaving. In a lesson that has begun the grids are the lesson's, and nothing is lost.
  /// What waits behind the lesson may have edits as well.
  package var hasUnsavedEdits: Bool {
    hasOwnGrids ? explorer.history.mark != savedMark : freeGrids?.hasUnsavedEdits == true
  }
}

/// How much of the lesson page a frame shows.
package struct LessonView: Hashable, Sendable {
  /// The rows of the lesson panel; 0 while it is folded away.
  package var rows = 0
  /// The lines of the page below the panel.
  package var linesBelow = 0
}

/// The first visible row and column of a grid, in grid coordinates: below 0 in the padding.
package struct GridScroll: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
