/// A block of lesson text: what Markdown means, without how it looks.
package enum LessonBlock: Sendable, Equatable {
  /// Level 1 to 6.
  case heading(level: Int, [LessonInline])
  case paragraph([LessonInline])
  /// Items of blocks; `start` is the first number of an ordered list and nil for bullets.
  case list(ordered: Int?, items: [[LessonBlock]])
  /// Text to be shown as it stands, without a line break at its end.
  case code(language: String, text: String)
  case quote([LessonBlock])
  /// Every row has as many cells as the header.
  case table(header: [[LessonInline]], rows: [[[LessonInline]]])
  case rule
}

/// A run of text inside a block.
package enum LessonInline: Sendable, Equatable {
  case text(String)
  case emphasis([LessonInline])
  case strong([LessonInline])
  case code(String)
  case link(text: [LessonInline], destination: String)
  /// A break the author asked for.
  case lineBreak
  /// The end of a line in the file: a blank.
  case softBreak
}
