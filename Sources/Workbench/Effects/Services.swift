import ConvolutionEngine
import Explorer
import LessonKit

/// What the workbench needs from the outside: files, and nothing else. The executable provides it, tests a double.
///
/// All of it is called away from the main thread, except `drainLessonChanges` and, before the first key, `loadLessons`. A failure is a finished sentence. What may take
/// long gets the work that it is part of: to say how far it is, and to stop, with any failure, once that was given up.
package struct Services: Sendable {
  /// Writes an output in the format of the path's extension.
  package var saveOutput: @Sendable (_ output: Tensor, _ path: String, PendingWork) throws(ServiceFailure) -> Void
  /// Reads a picture or table.
  package var openGrid: @Sendable (_ path: String, PendingWork) throws(ServiceFailure) -> Tensor
  /// Reads a picture as three channels, red, green and blue.
  package var openColorPicture: @Sendable (_ path: String, PendingWork) throws(ServiceFailure) -> Tensor
  /// Writes what a request asks for of a session.
  package var export:
    @Sendable (_ session: Session, _ request: ExportRequest, PendingWork) throws(ServiceFailure) -> Void
  /// The paths that begin with these characters, folders with a slash at their end.
  package var listFiles: @Sendable (_ prefix: String) -> [String]
  package var sessions: SessionServices
  package var storeProgress: @Sendable (LessonProgress) throws(ServiceFailure) -> Void
  /// Writes progress to a file of the user's choice.
  package var exportProgress: @Sendable (LessonProgress, _ path: String) throws(ServiceFailure) -> Void
  /// Reads such a file; one that is damaged anywhere is refused.
  package var importProgress: @Sendable (_ path: String) throws(ServiceFailure) -> LessonProgress
  /// Reads the lessons anew.
  package var loadLessons: @Sendable () -> LessonLibrary
  /// What is to be said of a library when the program starts, such as that some lessons are in another language.
  package var lessonsNotice: @Sendable (LessonLibrary) -> String?
  /// The descriptor that becomes readable when a lesson file changed; nil when nothing is watched.
  package var lessonChanges: Int32?
  /// Reads what `lessonChanges` has to say, so that it becomes quiet again; true when lessons did change.
  package var drainLessonChanges: @Sendable () -> Bool

  package init(
    saveOutput: @escaping @Sendable (Tensor, String, PendingWork) throws(ServiceFailure) -> Void,
    openGrid: @escaping @Sendable (String, PendingWork) throws(ServiceFailure) -> Tensor,
    openColorPicture: @escaping @Sendable (String, PendingWork) throws(ServiceFailure) -> Tensor,
    listFiles: @escaping @Sendable (String) -> [String] = { _ in [] },
    export: @escaping @Sendable (Session, ExportRequest, PendingWork) throws(ServiceFailure) -> Void = { _, _, _ in },
    sessions: SessionServices = .none,
    storeProgress: @escaping @Sendable (LessonProgress) throws(ServiceFailure) -> Void,
    exportProgress: @escaping @Sendable (LessonProgress, String) throws(ServiceFailure) -> Void = { _, _ in },
    importProgress: @escaping @Sendable (String) throws(ServiceFailure) -> LessonProgress = { _ in LessonProgress() },
    loadLessons: @escaping @Sendable () -> LessonLibrary,
    lessonsNotice: @escaping @Sendable (LessonLibrary) -> String? = { _ in nil },
    lessonChanges: Int32? = nil,
    drainLessonChanges: @escaping @Sendable () -> Bool = { false }
  ) {
    self.saveOutput = saveOutput
    self.openGrid = openGrid
    self.openColorPicture = openColorPicture
    self.listFiles = listFiles
    self.export = export
    self.sessions = sessions
    self.storeProgress = storeProgress
    self.exportProgress = exportProgress
    self.importProgress = importProgress
    self.loadLessons = loadLessons
    self.lessonsNotice = lessonsNotice
    self.lessonChanges = lessonChanges
    self.drainLessonChanges = drainLessonChanges
  }
}

/// Why a service failed, as a finished sentence.
package struct ServiceFailure: Error, Equatable, Sendable {
  package let sentence: String

  package init(sentence: String) {
    self.sentence = sentence
  }
}
