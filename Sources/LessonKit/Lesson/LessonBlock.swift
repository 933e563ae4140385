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
  /// A list whose items are done or not.
  case checklist([ChecklistItem])
  /// A note that the text before it refers to by its number, from 1.
  case footnote(number: Int, [LessonBlock])
}

/// An item of a checklist.
package struct ChecklistItem: Sendable, Equatable {
  package let isDone: Bool
  package let blocks: [LessonBlock]
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
  /// In the part of TeX that the authors' guide names.
  case formula(String)
  /// The number of a footnote.
  case footnote(Int)
}

extension [LessonBlock] {
  /// Every run of text in reading order, those inside of others after the one that holds them.
  package var inlines: [LessonInline] {
    flatMap { block -> [LessonInline] in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): inlines.flattened
      case .list(_, let items): items.flatMap(\.inlines)
      case .checklist(let items): items.flatMap(\.blocks.inlines)
      case .quote(let blocks), .footnote(_, let blocks): blocks.inlines
      case .table(let header, let rows): (header + rows.joined()).flatMap(\.flattened)
      case .code, .rule: []
      }
    }
  }
}

extension [LessonInline] {
  fileprivate var flattened: [LessonInline] {
    flatMap { inline -> [LessonInline] in
      switch inline {
      case .link(let inner, _), .emphasis(let inner), .strong(let inner): [inline] + inner.flattened
      case .text, .code, .lineBreak, .softBreak, .formula, .footnote: [inline]
      }
    }
  }
}
