import ConvolutionEngine
import Explorer
import Exporting
import Formats
import Workbench

/// Makes what is to be taken away: bytes in memory, so that nothing is written before everything is there.
struct ExportJob {
  let settings: ExportSettings
  let texts: TextTable

  /// - Throws: `Failure` with `badData` for a cell that is not there or grids that the format cannot hold, and
  ///   `unavailable` where a drawing library is missing.
  func make(_ format: ExportFormat, of session: ReplayedSession) throws(Failure) -> ExportResult {
    let explorer = session.explorer
    switch format {
    case .png, .svg, .pdf:
      return try picture(format.picture ?? .png, of: explorer)
    case .gif: return try animation(of: explorer)
    case .cast: return try cast(of: session)
    case .numpy, .pytorch, .swift: return try code(format.language ?? .numpy, of: explorer.experiment)
    case .npy: return try grids(of: explorer.experiment)
    }
  }

  // MARK: Pictures

  private func picture(_ format: PictureFormat, of explorer: ExplorerState) throws(Failure) -> ExportResult {
    var explorer = explorer
    if let cell = settings.cell {
      try explored { () throws(ExplorerError) in _ = try explorer.apply(.jump(row: cell.row, column: cell.column)) }
    }
    let plan = PicturePlan(explorer)
    let words = PictureCaptions(lines: Picture.sumLines, columns: Picture.sumColumns, texts: texts)
    let captions = words.captions(of: explorer, through: plan.viewport)
    let drawing = Picture.drawing(plan, captions: captions)
    do throws(ExportError) {
      let bytes = try format.encode(
        drawing, pixelWidth: settings.width ?? 1920, title: captions.title,
        description: words.description(of: captions, scene: plan.scene))
      return ExportResult(files: [(nil, bytes)])
    } catch {
      throw failure(error)
    }
  }

  private func animation(of explorer: ExplorerState) throws(Failure) -> ExportResult {
    let run = try steps(of: explorer)
    let words = PictureCaptions(lines: Picture.sumLines, columns: Picture.sumColumns, texts: texts)
    var plans: [PicturePlan] = []
    for state in run { plans.append(PicturePlan(state, after: plans.last)) }
    do throws(ExportError) {
      let bytes = try GIFAnimation.encode(
        count: plans.count, pixelWidth: settings.width ?? 960, delay: max(2, 100 / settings.speed), lastDelay: 200
      ) { index in
        let plan = plans[index]
        return Picture.drawing(plan, captions: words.captions(of: plan.explorer, through: plan.viewport))
      }
      return ExportResult(files: [(nil, bytes)], note: note(on: run))
    } catch {
      throw failure(error)
    }
  }

  private func cast(of session: ReplayedSession) throws(Failure) -> ExportResult {
    let run = try steps(of: session.explorer)
    let lines = SteppingCast(session, size: settings.terminal, texts: texts)
      .lines(of: run, cellsPerSecond: settings.speed)
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
