import Explorer
import LessonKit
import NCursesTerminal
import TerminalKit
import Workbench

/// Opens the terminal, runs the workbench on it, and gives it back however that ends.
struct Screen {
  let display: DisplayOptions
  let texts: TextTable

  /// What stands beside the grids at first.
  enum Opening {
    /// This lesson, at its first unsolved task.
    case lesson(String)
    /// The lesson that was left last, or the first with something to do.
    case startingLesson
    /// The first lesson to be read, while the grids stay as they are.
    case beside
    /// A session that was read, with its place in a lesson.
    case session(ReplayedSession, path: String)
    /// A session that is to be, beside the first lesson to be read.
    case newSession(path: String)

    /// The one lesson that the first screen shows, read without the others; nil where that takes all of them.
    func firstLesson(of shelf: LessonShelf, progress: LessonProgress) -> LessonLibrary? {
      switch self {
      case .lesson(let name): shelf.load(lesson: name)
      case .startingLesson, .beside, .newSession: shelf.loadStarting(progress: progress)
      // A session may be in any lesson, and a long one takes longer than all of them.
      case .session: nil
      }
    }
  }

  /// Writes the first screen as plain text instead of opening one.
  private func dump(_ explorer: ExplorerState, opening: Opening, settings: SettingsFile.Reading) throws {
    let shelf = try LessonShelf(options: display.lessons, texts: texts)
    let library = shelf.load()
    if case .lesson(let id) = opening { try check(id, in: library) }
    var state = WorkbenchState(
      explorer: explorer, library: library, size: try display.sizeOfDump(texts),
      capabilities: TerminalCapabilities(colorDepth: .mono, unicode: !display.ascii), texts: texts)
    state.use(settings.settings)
    open(opening, in: &state, progress: LessonProgress())
    if let complaint = settings.complaint { state.say(problem: complaint) }
    try ScreenDump.write(state)
  }

  /// Brings a state to where the program is to begin.
  private func open(_ opening: Opening, in state: inout WorkbenchState, progress: LessonProgress) {
    let starting = StartingLesson.choose(from: state.library.lessons, progress: progress)?.id
    // What opening a lesson asks for is asked for again when the loop starts, and on leaving.
    switch opening {
    case .lesson(let id): _ = state.openLesson(id)
    case .startingLesson: if let starting { _ = state.openLesson(starting) }
    case .beside: if let starting { state.showLesson(starting) }
    case .session(let session, let path): state.open(session, path: path)
    case .newSession(let path):
      if let starting { state.showLesson(starting) }
      state.useSession(at: path)
    }
  }

  func run(_ explorer: ExplorerState, opening: Opening) throws {
    let theme = try display.chosenTheme(texts)
    var settings = SettingsFile.read(texts: texts)
    if let theme { settings.settings.theme = theme }
    if display.dump { return try dump(explorer, opening: opening, settings: settings) }
    if display.dumpSize != nil { throw Failure(status: .usage, sentence: texts.text(.errorDumpSizeAlone)) }
    let shelf = try LessonShelf(options: display.lessons, texts: texts)
    // Before the lessons are read, so that no change is missed.
    let watch = LessonWatch(shelf: shelf)
    let progressFile = ProgressFile(texts: texts)
    let (progress, progressComplaint) = progressFile.load()
    let starting = opening.firstLesson(of: shelf, progress: progress)
    let library = starting ?? shelf.load()
    if case .lesson(let id) = opening { try check(id, in: library) }
    let terminal = try openTerminal(settings.settings)
    var state = WorkbenchState(
      explorer: explorer, library: library, progress: progress, size: terminal.size,
      capabilities: terminal.capabilities, texts: texts)
    state.use(settings.settings)
    open(opening, in: &state, progress: progress)
    if starting == nil, let notice = shelf.notice(for: library, texts: texts) { state.say(notice: notice) }
    if let complaint = settings.complaint { state.say(problem: complaint) }
    let recovery = RecoveryKeeper(texts: texts)
    let leftover = recovery.leftover()
    if let leftover { state.offerRecovery(edits: leftover.edits, of: leftover.name) }
    let services = Services.files(
      shelf: shelf, progress: progressFile, recovery: recovery, watch: watch, texts: texts)
    let loop = RunLoop(state: state, terminal: terminal, services: services, hasAllLessons: starting == nil)
    let end = loop.run()
    terminal.close()
    // Said at the end, because the screen would have covered it.
    let sentences = [progressComplaint, recovery.complaint].compactMap { $0 } + loop.lateProblems
    for sentence in sentences { StandardStreams.complain(sentence) }
    if case .signal(let signal) = end { terminal.close(raising: signal) }
  }

  /// - Throws: `Failure` when there is no such lesson, or when its file is wrong.
  private func check(_ id: String, in library: LessonLibrary) throws(Failure) {
    guard library.lesson(id) == nil else { return }
    if let problem = library.problems.first {
      throw Failure(status: .badData, sentence: texts.sentence(for: problem))
    }
    guard !library.lessons.isEmpty else {
      throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder))
    }
    throw Failure(
      status: .missingInput, sentence: texts.text(.lessonsNoneNamed, id, texts.list(library.lessons.map(\.id))))
  }

  private func openTerminal(_ settings: UserSettings) throws(Failure) -> NCursesTerminal {
    do {
      return try NCursesTerminal.open(
        .init(color: display.wantsColor, ascii: display.ascii, mouse: settings.mouse && !display.noMouse))
    } catch {
      throw Failure(status: .noTerminal, sentence: texts.sentence(for: error))
    }
  }
}
