/// What somebody who waits for a file to be written may say about it.
package struct WriteControl: Sendable {
  /// Asked after each part, with the bytes that are written by now; false gives the file up.
  package let mayGoOn: @Sendable (_ written: Int) -> Bool
  /// Asked once, right before the new file takes the place of the old one, which nothing prevents after a yes.
  package let mayReplace: @Sendable () -> Bool

  package init(
    mayGoOn: @escaping @Sendable (_ written: Int) -> Bool, mayReplace: @escaping @Sendable () -> Bool
  ) {
    self.mayGoOn = mayGoOn
    self.mayReplace = mayReplace
  }

  /// Nobody gives anything up.
  package static let none = WriteControl(mayGoOn: { _ in true }, mayReplace: { true })
}
