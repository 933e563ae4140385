/// What a piece of the screen means; a theme says how that looks on a terminal of a given depth.
package enum Role: CaseIterable, Hashable, Sendable {
  case text
  /// What may be overlooked: indices, separators, explanations beside the numbers.
  case quiet
  case title
  case frame
  case focusedFrame
  /// The brackets of the window on the input, and its numbers.
  case window
  /// The current output cell: the second of the two accents.
  case current
  /// Cells outside the picture.
  case ghost
  /// A number that is not known yet.
  case unknown
  /// The selected cell of the focused panel, the selected line of a menu, text being typed.
  case selected
  case hintKey
  case notice
  case success
  case problem
  // Lesson text
  case heading
  case emphasis
  case strong
  case code
  /// A word of a programming language, and a number or text in it.
  case keyword
  case literal
  case task
}
