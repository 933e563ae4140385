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
  /// The revision wanted now; a computation for any other one stops at its next row band.
  private let wantedRevision = Atomic<Int>(-1)

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
        .opened(operand, try services.openGrid(path), name: String(path.split(separator: "/").last ?? "-"))
      }
    case .storeProgress(let progress):
      file { services throws(ServiceFailure) in
        try services.storeProgress(progress)
        return nil
      }
    case .suspend, .redraw:
      break
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
  }

  private func recompute(_ experiment: Experiment, revision: Int) {
    wantedRevision.store(revision, ordering: .relaxed)
    computing.async { [self] in
      let schedule = RowBandSchedule(isCancelled: { [self] in
        wantedRevision.load(ordering: .relaxed) != revision
      })
      guard !schedule.isCancelled(), let output = experiment.output(schedule: schedule) else { return }
      mailbox.post(.output(OutputCache(revision: revision, output: output)))
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
}
