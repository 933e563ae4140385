import Explorer
import LessonKit

/// A page of a lesson that was left for the explorer without lessons.
package struct PageLeft: Sendable {
  package let session: LessonSession
  /// The explorer on the page; nil where the lesson was only read beside the grids, which stayed.
  let explorer: ExplorerState?
  let scroll: Int
  let undoFloor: Int
}

/// The explorer without lessons, while a page is open.
struct FreeGrids: Sendable {
  let explorer: ExplorerState
  let savedMark: HistoryMark
  let keptMark: HistoryMark

  var hasUnsavedEdits: Bool { explorer.history.mark != savedMark }
}

/// One key leads from a lesson to the explorer without it and back. Each side finds its grids, its history and its place as
/// they were; at first the explorer begins with the grids of the page.
extension WorkbenchState {
  mutating func toggleLesson() -> [Effect] {
    if let session = lesson { return leave(session) }
    guard let left = pageLeft else {
      refuse(.noLessonOpen)
      return []
    }
    return comeBack(to: left)
  }

  private mutating func leave(_ session: LessonSession) -> [Effect] {
    pageLeft = PageLeft(
      session: session, explorer: lessonIsWaiting ? nil : explorer, scroll: lessonScroll, undoFloor: undoFloor)
    let hadHiddenKernel = hidesKernel
    lesson = nil
    defer { say(.lessonLeft, KeyMap.keyName(for: .toggleLesson, in: .output) ?? "") }
    guard !lessonIsWaiting else {
      lessonIsWaiting = false
      keepFocus()
      return []
    }
    if let free = freeGrids {
      freeGrids = nil
      (savedMark, keptMark) = (free.savedMark, free.keptMark)
      return show(free.explorer)
    }
    if hadHiddenKernel, let plain = LessonAudit.startingExplorer {
      // What the task hides would lie open here.
      (savedMark, keptMark) = (.start, .start)
      undoFloor = 0
      return show(plain)
    }
    // What was done on the page is the lesson's, and nothing is lost with it.
    (savedMark, keptMark) = (explorer.history.mark, explorer.history.mark)
    undoFloor = 0
    keepFocus()
    return []
  }

  private mutating func comeBack(to left: PageLeft) -> [Effect] {
    pageLeft = nil
    lesson = left.session
    var effects: [Effect] = []
    if let page = left.explorer {
      freeGrids = FreeGrids(explorer: explorer, savedMark: savedMark, keptMark: keptMark)
      lessonIsWaiting = false
      undoFloor = left.undoFloor
      effects = show(page)
    } else {
      lessonIsWaiting = true
    }
    lessonScroll = left.scroll
    // The lesson may have been read anew meanwhile.
    if let found = library.lesson(left.session.lesson.id), found != left.session.lesson {
      let page = min(left.session.pageIndex, found.pages.count - 1)
      lesson = LessonSession(
        lesson: found, explorer: explorer, solved: progress.solved[found.id, default: []], page: page)
      lesson?.begin(explorer)
    }
    return effects
  }

  /// Puts another explorer in the place of the present one.
  private mutating func show(_ other: ExplorerState) -> [Effect] {
    explorer.replace(by: other)
    explorer.pausePlayback()
    memory = FrameMemory()
    selection = nil
    stackView = nil
    keepFocus()
    return [.recompute(explorer.experiment, revision: explorer.revision)] + comparisonEffects
  }
}
