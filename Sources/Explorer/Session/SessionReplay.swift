import ConvolutionEngine

extension ExplorerState {
  /// Makes everything again that a session holds.
  ///
  /// - Parameters:
  ///   - workLimit: the most cells that this may write.
  ///   - goesOn: asked before each edit; false gives the session up.
  ///   - open: reads the grid of a file; throws `missingFile` or `unreadableFile`.
  /// - Throws: `SessionError` for the first line that cannot be done, or `cancelled` for the line that came next.
  package init(
    replaying session: Session, workLimit: Int = Session.Limits.work, goesOn: () -> Bool = { true },
    open: (GridFile) throws(SessionFault) -> Tensor
  ) throws(SessionError) {
    func opened(_ file: GridFile, line: Int) throws(SessionError) -> Tensor {
      do throws(SessionFault) {
        let tensor = try open(file)
        guard file.matches(tensor) else { throw .changedFile(path: file.path) }
        return tensor
      } catch {
        throw SessionError(line: line, fault: error)
      }
    }

    var operands = Operands([:])
    var origins: [OperandName: GridOrigin] = [:]
    for grid in session.seed.grids {
      let file: GridFile?
      switch grid.content {
      case .numbers(let tensor): (operands[grid.operand], file) = (tensor, nil)
      case .file(let named): (operands[grid.operand], file) = (try opened(named, line: grid.line), named)
      }
      origins[grid.operand] = grid.name.map {
        GridOrigin(name: $0, isEdited: grid.isEdited, isColor: grid.isColor, file: file, filters: grid.filters)
      }
    }
    do throws(ExperimentError) {
      let experiment = try Experiment(
        operation: session.seed.operation, operands: operands, parameters: session.seed.parameters)
      self.init(
        document: ExplorerDocument(
          experiment: experiment, origins: origins, reveal: session.seed.reveal, study: session.seed.study))
    } catch {
      throw SessionError(line: session.lines["operator"] ?? 1, fault: .refused(.experiment(error)))
    }
    do throws(ExplorerError) {
      try session.seed.study?.validate()
    } catch {
      throw SessionError(line: session.lines["study"] ?? 1, fault: .refused(error))
    }

    for edit in session.edits {
      guard goesOn() else { throw SessionError(line: edit.line, fault: .cancelled) }
      let actions = try edit.record.parts.map { record throws(SessionError) -> ExplorerAction in
        switch record {
        case .action(let action): return action
        case .file(let operand, let file): return .loadFile(operand, try opened(file, line: edit.line), file)
        case .several: return .together([])
        }
      }
      do throws(ExplorerError) {
        try apply(.goToEdit(edit.parent))
        try apply(actions.count == 1 ? actions[0] : .together(actions))
      } catch {
        throw SessionError(line: edit.line, fault: .refused(error))
      }
      guard history.work <= workLimit else {
        throw SessionError(line: edit.line, fault: .tooMuchWork(limit: workLimit))
      }
    }
    try show(session)
  }

  /// Goes to the place of a session and looks at what it looked at.
  private mutating func show(_ session: Session) throws(SessionError) {
    func refuse(_ word: String, _ error: ExplorerError) -> SessionError {
      SessionError(line: session.lines[word] ?? 1, fault: .refused(error))
    }
    // Going from branch to branch has chosen some; what was not written down is the newest of each.
    for edit in 0..<history.count { history.choose(edit + 1) }
    for (edit, next) in session.redo.sorted(by: { $0.key < $1.key }) {
      guard next > 0, history.parent(of: next) == edit else {
        throw refuse("redo", .noSuchEdit(next, count: history.count))
      }
      history.choose(next)
    }
    do throws(ExplorerError) {
      // Does not go by the chosen branches, but chooses those on its way; they are the same in what was written.
      try apply(.goToEdit(session.current))
      try apply(.speed(session.view.cellsPerSecond))
    } catch {
      if case .speed = error { throw refuse("speed", error) }
      throw refuse("at", error)
    }
    func place(_ coordinate: Coordinate, in grid: GridName, _ word: String) throws(SessionError) -> Coordinate {
      let shape = document.shape(of: grid)
      guard coordinate == coordinate.clamped(to: shape, extent: extent(of: grid)) else {
        throw refuse(word, .noSuchCell(row: coordinate.row, column: coordinate.column, size: shape))
      }
      return coordinate
    }
    let view = session.view
    cell = try place(view.cell, in: .output, "cell")
    inputCursor = try place(view.inputCursor, in: .input, "input-cursor")
    kernelCursor = try place(view.kernelCursor, in: .kernel, "kernel-cursor")
    // Planes that do not belong together are shown by no state; whoever mended a text by hand need not know that.
    followFilter()
    subStep = view.subStep.map { max(0, min($0, experiment.plan.termCount(of: cell))) }
    reached = RangeSet(view.reached.map { $0.clamped(to: 0..<outputShape.count) })
    reachCurrentCell()
    predictionRun.score = view.score
    predictionRun.missed = RangeSet(view.missed.map { $0.clamped(to: 0..<outputShape.count) })
    predictionRun.outcome = nil
  }
}
