import ConvolutionEngine
import Dispatch
import Explorer
import Synchronization

/// Does effects on Dispatch and posts what comes of them to the mailbox.
final class EffectRunner: Sendable {
  private let services: Services
  private let mailbox: Mailbox
  private let comparisons: ComparisonRunner
  private let computing = DispatchQueue(label: "convoscope.compute", qos: .userInitiated)
  /// Files are written in the order in which it was asked for.
  private let filing = DispatchQueue(label: "convoscope.files", qos: .utility)
  /// An animation takes seconds; no session or copy for recovery waits for it.
  private let exporting = DispatchQueue(label: "convoscope.export", qos: .utility)
  /// What is to be computed next.
  private let wanted = Mutex<Wanted?>(nil)
  /// The computation that is wanted, waiting or running; any other one stops at its next row band.
  private let current = Mutex<PendingWork?>(nil)
  private let list = WorkList()

  private struct Wanted {
    let experiment: Experiment
    let revision: Int
    let work: PendingWork
  }

  init(services: Services, mailbox: Mailbox) {
    self.services = services
    self.mailbox = mailbox
    comparisons = ComparisonRunner(mailbox: mailbox)
  }

  /// The work that a progress line would speak of; nil when nothing is being done that anybody waits for.
  var foremost: PendingWork? { list.foremost }

  /// Gives up the foremost work, whose result nobody gets to see then; nil when there is none, or when it is too late.
  func cancelForemost() -> PendingWork.Kind? { list.cancelForemost() }

  /// Starts an effect and returns at once. `copy`, `suspend`, `redraw` and `cancelWork` are the run loop's and ignored here.
  func start(_ effect: Effect) {
    switch effect {
    case .recompute(let experiment, let revision):
      recompute(experiment, revision: revision)
    case .compare(let request): comparisons.want(request)
    case .openComparison(let path, let expected): openComparison(path, expected: expected)
    case .save(let experiment, let path, let mark):
      file(.saving(path: path)) { services, work throws(ServiceFailure) in
        work.begin(total: experiment.outputShape.count)
        guard let output = experiment.output(schedule: .following(work)) else { return nil }
        try services.saveOutput(output, path, work)
        return .saved(path: path, mark: mark)
      }
    case .open(let operand, let path):
      file(.opening(path: path)) { services, work throws(ServiceFailure) in
        let tensor = try services.openGrid(path, work)
        let file = GridFile(path: services.sessions.absolutePath(path), holding: tensor)
        return .opened(operand, tensor, name: String(path.split(separator: "/").last ?? "-"), file: file)
      }
    case .openColor(let path):
      file(.opening(path: path)) { services, work throws(ServiceFailure) in
        let tensor = try services.openColorPicture(path, work)
        let file = GridFile(path: services.sessions.absolutePath(path), holding: tensor, isColor: true)
        return .openedColor(tensor, name: String(path.split(separator: "/").last ?? "-"), file: file)
      }
    case .export(let session, let request):
      file(.exporting(path: request.path), on: exporting) { services, work throws(ServiceFailure) in
        try services.export(session, request, work)
        return .exported(path: request.path)
      }
    case .saveSession(let session, let path, let mark):
      file(.savingSession(path: path)) { services, work throws(ServiceFailure) in
        try services.sessions.save(session, path, work)
        return .sessionSaved(path: path, mark: mark)
      }
    case .openSession(let path):
      file(.openingSession(path: path)) { services, work throws(ServiceFailure) in
        do throws(ServiceFailure) {
          return .sessionOpened(path: path, try services.sessions.open(path, work))
        } catch {
          return .sessionRefused(path: path, sentence: error.sentence)
        }
      }
    case .recover:
      file(.recovering) { services, work throws(ServiceFailure) in .recovered(try services.sessions.recover(work)) }
    case .storeRecovery, .forgetRecovery, .declineRecovery, .storeProgress:
      keep(effect)
    case .exportProgress(let progress, let path):
      file { services throws(ServiceFailure) in
        try services.exportProgress(progress, path)
        return .progressExported(path: path)
      }
    case .importProgress(let path):
      file { services throws(ServiceFailure) in .progressImported(try services.importProgress(path), path: path) }
    case .listFiles(let prefix, let line):
      file { services throws(ServiceFailure) in .files(services.listFiles(prefix), line: line) }
    case .copy, .suspend, .redraw, .cancelWork:
      break
    }
  }

  private func openComparison(_ path: String, expected: GridFile?) {
    file(.opening(path: path)) { services, work throws(ServiceFailure) in
      let values: Tensor
      do throws(ServiceFailure) {
        values = try services.openGrid(path, work)
      } catch {
        guard expected != nil else { throw error }
        return .comparisonLost(error.sentence)
      }
      let file = GridFile(path: services.sessions.absolutePath(path), comparedWith: values)
      return .comparisonOpened(values, file, expected: expected)
    }
  }

  /// Quick writes that nobody waits for and nobody gives up.
  private func keep(_ effect: Effect) {
    file { services throws(ServiceFailure) in
      switch effect {
      case .storeRecovery(let session): try services.sessions.storeRecovery(session)
      case .forgetRecovery: services.sessions.forgetRecovery()
      case .declineRecovery: return .recoveryDeclined(path: try services.sessions.declineRecovery())
      case .storeProgress(let progress): try services.storeProgress(progress)
      default: break
      }
      return nil
    }
  }

  /// Reads the lessons anew, because one changed.
  func reloadLessons() {
    file { services throws(ServiceFailure) in .lessons(services.loadLessons()) }
  }

  /// Waits until every file that was asked for is written; what was to be read is given up.
  func finish() {
    list.cancelForLeaving()
    comparisons.cancel()
    filing.sync {}
    exporting.sync {}
  }

  /// Wants this output instead of the one wanted before.
  ///
  /// The experiment waits in the one slot, not in the queue: a queue of experiments, each with its own copy of an edited
  /// picture, took gigabytes when edits came faster than they could be given up.
  private func recompute(_ experiment: Experiment, revision: Int) {
    let work = PendingWork(.computing)
    let outdated = current.withLock { current in
      defer { current = work }
      return current
    }
    if let outdated, outdated.cancel() { list.remove(outdated) }
    work.begin(total: experiment.outputShape.count)
    list.add(work)
    wanted.withLock { $0 = Wanted(experiment: experiment, revision: revision, work: work) }
    computing.async { [self] in computeWanted() }
  }

  /// Computes what is in the slot; does nothing when an earlier call has taken it already.
  private func computeWanted() {
    guard let next = wanted.withLock({ $0.take() }), !next.work.isCancelled else { return }
    guard let output = next.experiment.output(schedule: .following(next.work)) else { return }
    let cache = OutputCache(revision: next.revision, output: output)
    finish(next.work) { .output(cache) }
  }

  private func file(
    _ kind: PendingWork.Kind, on queue: DispatchQueue? = nil,
    _ body: @escaping @Sendable (Services, PendingWork) throws(ServiceFailure) -> Delivery?
  ) {
    let work = PendingWork(kind)
    list.add(work)
    (queue ?? filing).async { [self] in
      guard !work.isCancelled else { return }
      do throws(ServiceFailure) {
        let delivery = try body(services, work)
        finish(work) { delivery }
      } catch {
        finish(work) { .problem(error.sentence) }
      }
    }
  }

  private func file(_ work: @escaping @Sendable (Services) throws(ServiceFailure) -> Delivery?) {
    filing.async { [services, mailbox] in
      do throws(ServiceFailure) {
        if let delivery = try work(services) { mailbox.post(delivery) }
      } catch {
        mailbox.post(.problem(error.sentence))
      }
    }
  }

  /// Posts what came of work, unless it was given up: whoever did that has been told that nothing comes.
  private func finish(_ work: PendingWork, _ delivery: () -> Delivery?) {
    guard work.commit() else { return }
    list.remove(work)
    if let delivery = delivery() { mailbox.post(delivery) }
  }
}

extension RowBandSchedule {
  /// Stops when the work is given up, and says how far it is.
  fileprivate static func following(_ work: PendingWork) -> RowBandSchedule {
    RowBandSchedule(isCancelled: { work.isCancelled }, didComplete: { work.advance(by: $0) })
  }
}
