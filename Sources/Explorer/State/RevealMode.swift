/// Whether output cells are known before the window has been there.
package enum RevealMode: String, CaseIterable, Sendable {
  /// Every output cell is shown at once.
  case live
  /// An output cell is `?` until the window has reached it.
  case stepping
  /// An output cell is `?` until its value was predicted or asked to be shown.
  case predict
}
