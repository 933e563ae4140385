/// Links in lessons: to other lessons, which the program follows, and to the web, which it only shows.
package enum LessonLink {
  /// Whether a destination is an address that somebody may type elsewhere; it is never opened.
  package static func isAddress(_ destination: String) -> Bool {
    destination.hasPrefix("https://") || destination.hasPrefix("http://")
  }

  /// The id that a destination names: that of `padding`, `padding.md`, `04-padding.md` and `./04-padding.md`.
  static func id(in destination: String) -> String? {
    var name = destination[...]
    if name.hasPrefix("./") { name = name.dropFirst(2) }
    if name.hasSuffix(".md") {
      name = name.dropLast(3)
      let digits = name.prefix { $0.isASCII && $0.isNumber }
      if digits.count == 2, name.dropFirst(2).first == "-" { name = name.dropFirst(3) }
    }
    let id = String(name)
    return LessonID.isValid(id) ? id : nil
  }
}

extension LessonLibrary {
  /// The lesson that a link leads to; nil for an address, and for a lesson that there is none of.
  package func lesson(linkedBy destination: String) -> Lesson? {
    LessonLink.id(in: destination).flatMap { id in lessons.first { $0.id == id } }
  }
}

extension [LessonBlock] {
  /// Every link, in reading order.
  package var links: [(text: [LessonInline], destination: String)] {
    flatMap { block -> [(text: [LessonInline], destination: String)] in
      switch block {
      case .heading(_, let inlines), .paragraph(let inlines): inlines.links
      case .list(_, let items): items.flatMap(\.links)
      case .quote(let blocks): blocks.links
      case .table(let header, let rows): (header + rows.joined()).flatMap(\.links)
      case .code, .rule: []
      }
    }
  }
}

extension [LessonInline] {
  fileprivate var links: [(text: [LessonInline], destination: String)] {
    flatMap { inline -> [(text: [LessonInline], destination: String)] in
      switch inline {
      case .link(let text, let destination): [(text, destination)] + text.links
      case .emphasis(let inner), .strong(let inner): inner.links
      case .text, .code, .lineBreak, .softBreak: []
      }
    }
  }
}
