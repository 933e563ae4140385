import ConvolutionEngine
import Explorer
import LessonKit
import Synchronization

@testable import Workbench

/// Services without files that remember what they were asked for.
final class RecordedServices: Sendable {
  /// What was asked for, in order.
  enum Call: Equatable, Sendable {
    case save(Tensor, path: String)
    case open(path: String)
    case openColor(path: String)
    case storeProgress(LessonProgress)
    case loadLessons
    case saveSession(Session, path: String)
    case openSession(path: String)
    case storeRecovery(Session)
    case forgetRecovery
    case recover
    case declineRecovery
  }

  private let recorded = Mutex<[Call]>([])
  /// What opening a grid and saving an output wait for before they do anything; nil for nothing.
  private let hold: (@Sendable (PendingWork) -> Void)?

  init(hold: (@Sendable (PendingWork) -> Void)? = nil) { self.hold = hold }

  var calls: [Call] { recorded.withLock { $0 } }

  /// The copies for recovery, in order; nil where the copy was thrown away.
  var recoveries: [Session?] {
    calls.compactMap { call in
      switch call {
      case .storeRecovery(let session): .some(session)
      case .forgetRecovery: .some(nil)
      default: nil
      }
    }
  }

  /// The progress that was stored last.
  var storedProgress: LessonProgress? {
    calls.reversed().lazy.compactMap { if case .storeProgress(let progress) = $0 { progress } else { nil } }.first
  }

  /// - Parameters:
  ///   - grid: what every file holds; nil for a file that cannot be read.
  ///   - saveFailure: the sentence with which saving fails; nil when it works.
  func services(
    grid: Tensor? = nil, saveFailure: String? = nil, lessons: LessonLibrary = LessonLibrary(files: []),
    lessonChanges: Int32? = nil, session: ReplayedSession? = nil
  ) -> Services {
    Services(
      saveOutput: { [self] output, path, work throws(ServiceFailure) in
        note(.save(output, path: path))
        hold?(work)
        if let saveFailure { throw ServiceFailure(sentence: saveFailure) }
      },
      openGrid: { [self] path, work throws(ServiceFailure) in
        note(.open(path: path))
        hold?(work)
        guard let grid else { throw ServiceFailure(sentence: "cannot read \(path)") }
        return grid
      },
      openColorPicture: { [self] path, work throws(ServiceFailure) in
        note(.openColor(path: path))
        guard let grid else { throw ServiceFailure(sentence: "cannot read \(path)") }
        return grid
      },
      sessions: sessions(session, saveFailure: saveFailure),
      storeProgress: { [self] progress throws(ServiceFailure) in note(.storeProgress(progress)) },
      loadLessons: { [self] in
        note(.loadLessons)
        return lessons
      },
      lessonChanges: lessonChanges, drainLessonChanges: { true })
  }

  private func sessions(_ session: ReplayedSession?, saveFailure: String?) -> SessionServices {
    SessionServices(
      save: { [self] session, path, work throws(ServiceFailure) in
        note(.saveSession(session, path: path))
        if let saveFailure { throw ServiceFailure(sentence: saveFailure) }
      },
      open: { [self] path, work throws(ServiceFailure) in
        note(.openSession(path: path))
        guard let session else { throw ServiceFailure(sentence: "\(path), line 3: no") }
        return session
      },
      storeRecovery: { [self] session throws(ServiceFailure) in note(.storeRecovery(session)) },
      forgetRecovery: { [self] in note(.forgetRecovery) },
      recover: { [self] work throws(ServiceFailure) in
        note(.recover)
        guard let session else { throw ServiceFailure(sentence: "nothing to recover") }
        return session
      },
      declineRecovery: { [self] () throws(ServiceFailure) in
        note(.declineRecovery)
        return "/aside"
      },
      absolutePath: { "/here/" + $0 })
  }

  private func note(_ call: Call) { recorded.withLock { $0.append(call) } }
}
