/// A key press as the application sees it, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
  /// A printable grapheme, space included.
  case character(Character)
  /// Ctrl with a lower-case letter or one of `@ [ \ ] ^ _`, where the terminal sends nothing more specific.
  case control(Character)
  case enter
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case shiftUp
  case shiftDown
  case shiftLeft
  case shiftRight
  case home
  case end
  case pageUp
  case pageDown
  /// F1 is `function(1)`.
  case function(Int)
}
