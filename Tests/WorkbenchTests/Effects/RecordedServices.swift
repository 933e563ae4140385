import ConvolutionEngine
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
  }

  private let recorded = Mutex<[Call]>([])

  var calls: [Call] { recorded.withLock { $0 } }

  /// The progress that was stored last.
  var storedProgress: LessonProgress? {
    calls.reversed().lazy.compactMap { if case .storeProgress(let progress) = $0 { progress } else { nil } }.first
  }

  /// - Parameters:
  ///   - grid: what every file holds; nil for a file that cannot be read.
  ///   - saveFailure: the sentence with which saving fails; nil when it works.
  func services(
    grid: Tensor? = nil, saveFailure: String? = nil, lessons: LessonLibrary = LessonLibrary(files: []),
    lessonChanges: Int32? = nil
  ) -> Services {
    Services(
      saveOutput: { [self] output, path throws(ServiceFailure) in
        note(.save(output, path: path))
        if let saveFailure { throw ServiceFailure(sentence: saveFailure) }
      },
      openGrid: { [self] path throws(ServiceFailure) in
        note(.open(path: path))
        guard let grid else { throw ServiceFailure(sentence: "cannot read \(path)") }
        return grid
      },
      openColorPicture: { [self] path throws(ServiceFailure) in
        note(.openColor(path: path))
        guard let grid else { throw ServiceFailure(sentence: "cannot read \(path)") }
        return grid
      },
      storeProgress: { [self] progress throws(ServiceFailure) in note(.storeProgress(progress)) },
      loadLessons: { [self] in
        note(.loadLessons)
        return lessons
      },
      lessonChanges: lessonChanges, drainLessonChanges: { true })
  }

  private func note(_ call: Call) { recorded.withLock { $0.append(call) } }
}
