import Explorer

/// What the workbench needs of files for sessions: saving, opening, and the copy for recovery that each run keeps.
///
/// Called away from the main thread, in the order in which it was asked for.
package struct SessionServices: Sendable {
  /// Writes a session; a file that holds anything else is left alone.
  package var save: @Sendable (_ session: Session, _ path: String, PendingWork) throws(ServiceFailure) -> Void
  package var open: @Sendable (_ path: String, PendingWork) throws(ServiceFailure) -> ReplayedSession
  /// Keeps a copy of this run for the case that it does not end well.
  package var storeRecovery: @Sendable (Session) throws(ServiceFailure) -> Void
  /// Removes the copy; does nothing when there is none.
  package var forgetRecovery: @Sendable () -> Void
  /// Opens the copy that an earlier run left; it becomes the copy of this one.
  package var recover: @Sendable (PendingWork) throws(ServiceFailure) -> ReplayedSession
  /// Puts the copy of an earlier run aside and says where; nil when there is none.
  package var declineRecovery: @Sendable () throws(ServiceFailure) -> String?
  /// A path that means the same from every folder.
  package var absolutePath: @Sendable (String) -> String

  package init(
    save: @escaping @Sendable (Session, String, PendingWork) throws(ServiceFailure) -> Void,
    open: @escaping @Sendable (String, PendingWork) throws(ServiceFailure) -> ReplayedSession,
    storeRecovery: @escaping @Sendable (Session) throws(ServiceFailure) -> Void,
    forgetRecovery: @escaping @Sendable () -> Void,
    recover: @escaping @Sendable (PendingWork) throws(ServiceFailure) -> ReplayedSession,
    declineRecovery: @escaping @Sendable () throws(ServiceFailure) -> String?,
    absolutePath: @escaping @Sendable (String) -> String
  ) {
    self.save = save
    self.open = open
    self.storeRecovery = storeRecovery
    self.forgetRecovery = forgetRecovery
    self.recover = recover
    self.declineRecovery = declineRecovery
    self.absolutePath = absolutePath
  }

  /// For a workbench that keeps nothing: saving does nothing, and there is nothing to open.
  package static let none = SessionServices(
    save: { _, _, _ in }, open: { path, _ throws(ServiceFailure) in throw ServiceFailure(sentence: path) },
    storeRecovery: { _ in }, forgetRecovery: {},
    recover: { _ throws(ServiceFailure) in throw ServiceFailure(sentence: "") }, declineRecovery: { nil },
    absolutePath: { $0 })
}

/// A session that was read and made again.
package struct ReplayedSession: Sendable {
  package let explorer: ExplorerState
  /// What the workbench noted in it.
  package let notes: [String: String]

  package init(explorer: ExplorerState, notes: [String: String]) {
    self.explorer = explorer
    self.notes = notes
  }
}
