import ConvolutionEngine
import Dispatch
import Explorer
import Synchronization

/// Does effects on Dispatch and posts what comes of them to the mailbox.
final class EffectRunner: Sendable {
  private let services: Services
  private let mailbox: Mailbox
  private let computing = DispatchQueue(label: "convoscope.compute", qos: .userInitiated)
  /// Files are written in the order in which it was asked for.
  private let filing = DispatchQueue(label: "convoscope.files", qos: .utility)
  /// An animation takes seconds; no session or copy for recovery waits for it.
  private let exporting = DispatchQueue(label: "convoscope.export", qos: .utility)
  /// The revision wanted now; a computation for any other one stops at its next row band.
  private let wantedRevision = Atomic<Int>(-1)
  /// What is to be computed next.
  private let wanted = Mutex<Wanted?>(nil)

  private struct Wanted {
    let experiment: Experiment
    let revision: Int
  }

  init(services: Services, mailbox: Mailbox) {
    self.services = services
    self.mailbox = mailbox
  }

  /// Starts an effect and returns at once. `suspend` and `redraw` are the run loop's and ignored here.
  func start(_ effect: Effect) {
    switch effect {
    case .recompute(let experiment, let revision):
      recompute(experiment, revision: revision)
    case .save(let experiment, let path, let mark):
      file { services throws(ServiceFailure) in
        guard let output = experiment.output() else { return nil }
        try services.saveOutput(output, path)
        return .saved(path: path, mark: mark)
      }
    case .open(let operand, let path):
      file { services throws(ServiceFailure) in
        let tensor = try services.openGrid(path)
        let file = GridFile(path: services.sessions.absolutePath(path), holding: tensor)
        return .opened(operand, tensor, name: String(path.split(separator: "/").last ?? "-"), file: file)
      }
    case .openColor(let path):
      file { services throws(ServiceFailure) in
        let tensor = try services.openColorPicture(path)
        let file = GridFile(path: services.sessions.absolutePath(path), holding: tensor, isColor: true)
        return .openedColor(tensor, name: String(path.split(separator: "/").last ?? "-"), file: file)
      }
    case .export(let session, let request):
      file(on: exporting) { services throws(ServiceFailure) in
        try services.export(session, request)
        return .exported(path: request.path)
      }
    case .saveSession, .openSession, .storeRecovery, .forgetRecovery, .recover, .declineRecovery:
      startSession(effect)
    case .storeProgress(let progress):
      file { services throws(ServiceFailure) in
        try services.storeProgress(progress)
        return nil
      }
    case .suspend, .redraw:
      break
    }
  }

  private func startSession(_ effect: Effect) {
    file { services throws(ServiceFailure) in
      switch effect {
      case .saveSession(let session, let path, let mark):
        try services.sessions.save(session, path)
        return .sessionSaved(path: path, mark: mark)
      case .openSession(let path): return .sessionOpened(path: path, try services.sessions.open(path))
      case .storeRecovery(let session): try services.sessions.storeRecovery(session)
      case .forgetRecovery: services.sessions.forgetRecovery()
      case .recover: return .recovered(try services.sessions.recover())
      case .declineRecovery: return .recoveryDeclined(path: try services.sessions.declineRecovery())
      default: break
      }
      return nil
    }
  }

  /// Reads the lessons anew, because one changed.
  func reloadLessons() {
    file { services throws(ServiceFailure) in .lessons(services.loadLessons()) }
  }

  /// Waits until every file that was asked for is written.
  func finish() {
    wantedRevision.store(-1, ordering: .relaxed)
    filing.sync {}
    exporting.sync {}
  }

  /// Wants this output instead of the one wanted before.
  ///
  /// The experiment waits in the one slot, not in the queue: a queue of experiments, each with its own copy of an edited
  /// picture, took gigabytes when edits came faster than they could be given up.
  private func recompute(_ experiment: Experiment, revision: Int) {
    wantedRevision.store(revision, ordering: .relaxed)
    wanted.withLock { $0 = Wanted(experiment: experiment, revision: revision) }
    computing.async { [self] in computeWanted() }
  }

  /// Computes what is in the slot; does nothing when an earlier call has taken it already.
  private func computeWanted() {
    guard let next = wanted.withLock({ $0.take() }) else { return }
    let schedule = RowBandSchedule(isCancelled: { [self] in
      wantedRevision.load(ordering: .relaxed) != next.revision
    })
    guard !schedule.isCancelled(), let output = next.experiment.output(schedule: schedule) else { return }
    mailbox.post(.output(OutputCache(revision: next.revision, output: output)))
  }

  private func file(
    on queue: DispatchQueue? = nil, _ work: @escaping @Sendable (Services) throws(ServiceFailure) -> Delivery?
  ) {
    (queue ?? filing).async { [services, mailbox] in
      do throws(ServiceFailure) {
        if let delivery = try work(services) { mailbox.post(delivery) }
      } catch {
        mailbox.post(.problem(error.sentence))
      }
    }
  }
}
