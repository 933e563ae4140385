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
  /// Where every link leads, in reading order.
  package var linkDestinations: [String] {
    inlines.compactMap { if case .link(_, let destination) = $0 { destination } else { nil } }
  }
}
