import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct LessonSessionTests {
  /// Three pages: reach a cell, predict the next value, read on.
  private func lesson() throws -> Lesson {
    try LessonText.read(
      body: """
        ## One
        ```setup
        - preset kernel sobel-x
        - set padding 1
        - jump 3 2
        ```
        \(LessonText.task(["check": " {reach: {row: 3, column: 3}}"]))
        ## Two
        \(LessonText.task(["id": " t2", "check": " {predict: next}", "solution": " {answer: '-4'}"]))
        ## Three
        The end.
        """)
  }

  /// A session with its first page open.
  private func open(
    page: Int? = nil, solved: Set<String> = [], from start: ExplorerState? = nil
  ) throws -> (session: LessonSession, explorer: ExplorerState) {
    var explorer = try start ?? #require(LessonAudit.startingExplorer)
    var session = LessonSession(lesson: try lesson(), explorer: explorer, solved: solved, page: page)
    try explorer.apply(.together(session.openingActions))
    session.begin(explorer)
    return (session, explorer)
  }

  @Test("A task is solved once, by the action that makes its check true")
  func solves() throws {
    var (session, explorer) = try open()
    try explorer.apply(.step(.up))
    #expect(session.note(.step(.up), state: explorer, output: nil) == nil)
    #expect(session.lastVerdict == .notYet)
    try explorer.apply(.jump(row: 3, column: 3))
    #expect(session.note(.jump(row: 3, column: 3), state: explorer, output: nil) == .taskSolved("t1"))
    #expect(session.isTaskSolved)
    #expect(session.solved == ["t1"])
    #expect(session.note(.play, state: explorer, output: nil) == nil)
    #expect(session.check(state: explorer, output: nil) == nil)
  }

  @Test("The page after a prediction shows the whole output again")
  func revealsAfterPrediction() throws {
    var (session, explorer) = try open(page: 1)
    #expect(explorer.document.reveal == .stepping)
    session.nextPage()
    try explorer.apply(.together(session.openingActions))
    #expect(explorer.document.reveal == .live)
  }

  @Test("A page may ask for predictions by its reveal mode; the page after it shows everything")
  func predictMode() throws {
    let lesson = try LessonText.read(
      body: "## One\n\(LessonText.task(["reveal": " predict"]))\n## Two\nThe end.\n")
    var explorer = try #require(LessonAudit.startingExplorer)
    var session = LessonSession(lesson: lesson, explorer: explorer)
    try explorer.apply(.together(session.openingActions))
    #expect(explorer.askedCell == explorer.cell)
    session.nextPage()
    try explorer.apply(.together(session.openingActions))
    #expect(explorer.document.reveal == .live)
  }

  @Test("A lesson opens at the first page with an unsolved task, or where it is told to")
  func firstPage() throws {
    #expect(try open().session.pageIndex == 0)
    #expect(try open(solved: ["t1"]).session.pageIndex == 1)
    #expect(try open(solved: ["t2"]).session.pageIndex == 0)
    #expect(try open(solved: ["t1", "t2"]).session.pageIndex == 0)
    #expect(try open(page: 2).session.pageIndex == 2)
    #expect(try open(page: 99).session.pageIndex == 2)
    #expect(try open(page: -1).session.pageIndex == 0)
  }

  @Test("Reading on keeps the explorer, opening a page by itself prepares it")
  func readingOn() throws {
    var (session, explorer) = try open()
    try explorer.apply(.jump(row: 3, column: 3))
    session.nextPage()
    #expect(session.openingActions == [.reveal(.live), .reveal(.stepping)])
    try explorer.apply(.together(session.openingActions))
    #expect(explorer.cell == Coordinate(row: 3, column: 3))
    #expect(explorer.document.reveal == .stepping)

    let fresh = try open(page: 1).explorer
    #expect(fresh.cell == Coordinate(row: 3, column: 2))
    #expect(fresh.document.reveal == .stepping)
    session.previousPage()
    #expect(session.openingActions.count > 2)
    #expect(session.pageIndex == 0)
  }

  @Test("A page with a setup opens the same from any state of the explorer")
  func sameOpening() throws {
    let expected = try open().explorer
    for actions in [
      ["resize input 30x40", "resize kernel 9x9", "set dilation 3", "set stride 5,2"],
      ["set padding 3", "resize kernel 9x9", "resize input 3x3"],
      ["set padding 6", "set padding-mode reflect", "set flip true", "resize input 12x12"],
      ["resize kernel 1x1", "load input 1x3x2x2 c 1 2 3 4 5 6 7 8 9 10 11 12", "channel 2", "substep forward", "play"],
      ["reveal stepping", "step last", "select kernel 2 2"],
      ["reveal predict", "answer 0", "answer 17", "skip"],
    ] {
      var start = try #require(LessonAudit.startingExplorer)
      for text in actions { try start.apply(try ExplorerAction(text: text)) }
      let opened = try open(from: start).explorer
      #expect(opened == expected, "after \(actions)")
    }
  }

  @Test("A prediction page hides the cells after the current one, even when they were reached before")
  func hides() throws {
    var start = try #require(LessonAudit.startingExplorer)
    for text in ["preset kernel sobel-x", "set padding 1", "reveal stepping"] {
      try start.apply(try ExplorerAction(text: text))
    }
    for _ in 0..<49 { try start.apply(.step(.forward)) }
    let explorer = try open(page: 1, from: start).explorer
    #expect(explorer.isRevealed(explorer.cell))
    #expect(!explorer.isRevealed(Coordinate(row: 3, column: 3)))
  }

  @Test("Answers are judged: no number, a wrong one with its reason, the right one")
  func answers() throws {
    var (session, explorer) = try open(page: 1)
    #expect(session.answer("what?", state: explorer, output: nil) == .notANumber)
    #expect(
      session.answer("4", state: explorer, output: nil)
        == .wrong(
          .wrongValue(.init(asked: Coordinate(row: 3, column: 3), given: 4, mistake: .currentCell))))
    try explorer.apply(.step(.forward))
    #expect(session.note(.step(.forward), state: explorer, output: nil) == nil)
    #expect(session.answer("-4", state: explorer, output: nil) == .taskSolved("t2"))
    #expect(session.solved == ["t2"])
  }

  @Test("Hints come one by one and stay until the page is left")
  func hints() throws {
    var (session, _) = try open()
    #expect(session.hints.isEmpty)
    #expect(session.showHint() == true)
    #expect(session.hints.count == 1)
    #expect(session.showHint() == true)
    #expect(session.showHint() == false)
    #expect(session.hintsShown == 2)
    session.nextPage()
    #expect(session.hintsShown == 0)
    session.nextPage()
    #expect(session.showHint() == false)
    session.nextPage()
    #expect(session.pageIndex == 2)
  }

  @Test("Resetting a task makes it unsolved and prepares its page anew; resetting the lesson does so for all")
  func resets() throws {
    var (session, _) = try open(page: 1, solved: ["t1", "t2"])
    session.resetTask()
    #expect(session.solved == ["t1"])
    #expect(!session.isTaskSolved)
    #expect(session.openingActions.count > 2)
    session.resetLesson()
    #expect(session.solved.isEmpty)
    #expect(session.pageIndex == 0)
  }

  @Test("Opening actions are one step of the history")
  func history() throws {
    var (_, explorer) = try open()
    try explorer.apply(.undo)
    #expect(explorer.document == LessonAudit.startingExplorer?.document)
  }
}
