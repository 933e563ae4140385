import ConvolutionEngine
import Explorer
import Exporting
import Formats
import Workbench

/// Makes what is to be taken away: bytes in memory, so that nothing is written before everything is there.
struct ExportJob {
  let settings: ExportSettings
  let texts: TextTable
  let progress: ExportProgress

  /// - Throws: `Failure` with `badData` for a cell that is not there, for grids that the format cannot hold, and for a view
  ///   that it has nothing of; `missingInput` where the numbers to compare with are gone, and `unavailable` where a
  ///   drawing library is missing.
  func make(_ format: ExportFormat, of session: ReplayedSession) throws(Failure) -> ExportResult {
    let explorer = session.explorer
    if format.picture == nil { try refuseStill(format, of: session) }
    let isSlide = SessionScreens.showsNumbers(session, texts: texts)
    switch format {
    case .png, .svg, .pdf:
      let picture = format.picture ?? .png
      return isSlide ? try self.picture(picture, of: explorer) : try view(picture, of: session)
    case .gif: return isSlide ? try animation(of: explorer) : try viewAnimation(of: session)
    case .cast: return try cast(of: session)
    case .numpy, .pytorch, .swift: return try code(format.language ?? .numpy, of: explorer.experiment)
    case .npy: return try grids(of: explorer.experiment)
    }
  }

  /// Refuses what has no steps, or no code and no grids of its own.
  private func refuseStill(_ format: ExportFormat, of session: ReplayedSession) throws(Failure) {
    let document = session.explorer.document
    if document.study != nil {
      throw Failure(status: .badData, sentence: texts.text(.exportStudyStill, format.rawValue))
    }
    let isMoving = format == .gif || format == .cast
    if isMoving, SessionScreens.isComparing(session, texts: texts) {
      throw Failure(status: .badData, sentence: texts.text(.exportComparisonStill, format.rawValue))
    }
  }

  // MARK: Pictures of any view

  private func view(_ format: PictureFormat, of session: ReplayedSession) throws(Failure) -> ExportResult {
    var explorer = session.explorer
    try jump(&explorer)
    var screens = try screens(of: ReplayedSession(explorer: explorer, notes: session.notes))
    let surface = screens.surface()
    return try drawn { () throws(ExportError) in
      let bytes = try format.encode(
        ScreenPicture(surface).drawing(), pixelWidth: settings.width ?? 1920, title: screens.title(),
        description: surface.lines.filter { !$0.isEmpty })
      return ExportResult(files: [(nil, bytes)])
    }
  }

  private func viewAnimation(of session: ReplayedSession) throws(Failure) -> ExportResult {
    let run = try steps(of: session.explorer)
    let explorers = Array(run)
    var screens = try screens(of: session)
    // All pictures as high as the last one, in which everything is known, so that nothing moves up or down.
    let height = explorers.last.map { ScreenPicture(screens.surface(at: $0)).height }
    return try drawn { () throws(ExportError) in
      let bytes = try GIFAnimation.encode(
        count: run.count, pixelWidth: settings.width ?? 960, delay: max(2, 100 / settings.speed), lastDelay: 200,
        didStore: { progress.tell($0, of: run.count) }
      ) { index in
        ScreenPicture(screens.surface(at: explorers[index]), height: height).drawing()
      }
      return ExportResult(files: [(nil, bytes)], note: note(on: run))
    }
  }

  private func screens(of session: ReplayedSession) throws(Failure) -> SessionScreens {
    do throws(ServiceFailure) {
      return try SessionScreens(
        session, size: settings.terminal ?? ExportSettings.pictureTerminal, texts: texts
      ) { (path: String) throws(ServiceFailure) in
        do throws(Failure) {
          return try GridFiles.read(path, texts: texts)
        } catch {
          throw ServiceFailure(sentence: error.sentence)
        }
      }
    } catch {
      throw Failure(status: .missingInput, sentence: error.sentence)
    }
  }

  // MARK: Pictures for a slide

  private func picture(_ format: PictureFormat, of explorer: ExplorerState) throws(Failure) -> ExportResult {
    var explorer = explorer
    try jump(&explorer)
    let plan = PicturePlan(explorer)
    let words = PictureCaptions(lines: Picture.sumLines, columns: Picture.sumColumns, texts: texts)
    let captions = words.captions(of: explorer, through: plan.viewport)
    let drawing = Picture.drawing(plan, captions: captions)
    return try drawn { () throws(ExportError) in
      let bytes = try format.encode(
        drawing, pixelWidth: settings.width ?? 1920, title: captions.title,
        description: words.description(of: captions, scene: plan.scene))
      return ExportResult(files: [(nil, bytes)])
    }
  }

  private func animation(of explorer: ExplorerState) throws(Failure) -> ExportResult {
    let run = try steps(of: explorer)
    let words = PictureCaptions(lines: Picture.sumLines, columns: Picture.sumColumns, texts: texts)
    var plans: [PicturePlan] = []
    for state in run { plans.append(PicturePlan(state, after: plans.last)) }
    return try drawn { () throws(ExportError) in
      let bytes = try GIFAnimation.encode(
        count: plans.count, pixelWidth: settings.width ?? 960, delay: max(2, 100 / settings.speed), lastDelay: 200,
        didStore: { progress.tell($0, of: plans.count) }
      ) { index in
        let plan = plans[index]
        return Picture.drawing(plan, captions: words.captions(of: plan.explorer, through: plan.viewport))
      }
      return ExportResult(files: [(nil, bytes)], note: note(on: run))
    }
  }

  private func cast(of session: ReplayedSession) throws(Failure) -> ExportResult {
    let run = try steps(of: session.explorer)
    let lines = SteppingCast(session, size: settings.terminal ?? ExportSettings.castTerminal, texts: texts)
      .lines(of: run, cellsPerSecond: settings.speed) { progress.tell($0, of: run.count) }
    return ExportResult(files: [(nil, Array((lines.joined(separator: "\n") + "\n").utf8))], note: note(on: run))
  }

  // MARK: Code and grids

  private func code(_ language: CodeLanguage, of experiment: Experiment) throws(Failure) -> ExportResult {
    do throws(ExportError) {
      let snippet = try Snippet(
        language, of: experiment, heading: texts.text(.exportHeading, experiment.operation.rawValue))
      return ExportResult(files: [(nil, Array(snippet.text.utf8))])
    } catch {
      throw failure(error)
    }
  }

  /// Every operand and the output, each with its four axes.
  private func grids(of experiment: Experiment) throws(Failure) -> ExportResult {
    guard let output = experiment.output() else {
      throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
    }
    let operands = OperandName.allCases.compactMap { name in experiment.operands[name].map { ("\(name)", $0) } }
    var files: [(name: String?, bytes: [UInt8])] = []
    for (name, tensor) in operands + [("output", output)] {
      do throws(FormatError) {
        files.append((name + ".npy", try GridWriter.encode(tensor, path: name + ".npy").bytes))
      } catch {
        throw Failure(status: .cannotWrite, sentence: texts.sentence(for: error, file: name + ".npy"))
      }
    }
    return ExportResult(files: files)
  }

  // MARK: Parts

  /// Goes to the cell that was asked for, if any.
  private func jump(_ explorer: inout ExplorerState) throws(Failure) {
    guard let cell = settings.cell else { return }
    try explored { () throws(ExplorerError) in _ = try explorer.apply(.jump(row: cell.row, column: cell.column)) }
  }

  private func drawn<Result>(_ work: () throws(ExportError) -> Result) throws(Failure) -> Result {
    do throws(ExportError) {
      return try work()
    } catch {
      throw failure(error)
    }
  }

  private func steps(of explorer: ExplorerState) throws(Failure) -> SteppingRun {
    try explored { () throws(ExplorerError) in
      try SteppingRun(explorer, from: settings.cell ?? (0, 0), most: settings.steps)
    }
  }

  /// That there are more steps than were asked for.
  private func note(on run: SteppingRun) -> String? {
    run.count < run.total ? texts.text(.exportPartOfSteps, "\(run.count)", "\(run.total)") : nil
  }

  private func explored<Result>(_ work: () throws(ExplorerError) -> Result) throws(Failure) -> Result {
    do throws(ExplorerError) {
      return try work()
    } catch {
      throw Failure(status: .badData, sentence: texts.sentence(for: error))
    }
  }

  private func failure(_ error: ExportError) -> Failure {
    let status: ExitStatus =
      switch error {
      case .missingLibrary: .unavailable
      case .refused: .internalError
      case .tooManyNumbers, .noCode: .badData
      }
    return Failure(status: status, sentence: texts.sentence(for: error))
  }
}
