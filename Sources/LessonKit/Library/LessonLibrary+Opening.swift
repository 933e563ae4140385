extension LessonLibrary {
  /// The library of the one lesson that a first screen shows: reading a whole course takes longer than drawing that screen.
  ///
  /// - Parameters:
  ///   - name: the id or the number in digits of the lesson that is looked at first; the others follow by number.
  ///   - suits: whether a lesson will do.
  /// - Returns: nil when no lesson was suitable.
  package static func opening(
    files: [File], translations: [File] = [], startingWith name: String?, where suits: (Lesson) -> Bool
  ) -> LessonLibrary? {
    let headed = files.map { (file: $0, heading: LessonHeading(of: $0.text)) }
    func rank(_ heading: LessonHeading?) -> Int {
      heading.map { $0.isCalled(name) } == true ? -1 : heading?.number ?? Int.max
    }
    let ordered = headed.filter { $0.heading != nil }
      .sorted { (rank($0.heading), $0.file.name) < (rank($1.heading), $1.file.name) }
    for (file, heading) in ordered {
      guard let lesson = LessonReader.readAll(file.text, file: file.name).lesson, suits(lesson) else { continue }
      // Once more, with its words in the other language: half a millisecond, where the whole course takes twenty.
      return LessonLibrary(
        files: [file], translations: translations.filter { LessonHeading(of: $0.text)?.id == heading?.id })
    }
    return nil
  }
}

/// What the front matter of a lesson or a translation tells without the pages.
private struct LessonHeading {
  let id: String
  /// Nil in a translation.
  let number: Int?

  /// Whether a lesson goes by that name: its id, or its number.
  func isCalled(_ name: String?) -> Bool { id == name || (number != nil && number == name.flatMap { Int($0) }) }

  /// Far more than a front matter has; what does not end before is left to the reader of whole lessons, and its complaint.
  private static let mostBytes = 4096

  /// Nil when it cannot be read.
  init?(of file: [UInt8]) {
    let head = file.prefix(Self.mostBytes)
    let fence = Array("\n---".utf8)
    guard
      let end = head.indices.dropFirst().first(where: { head[$0...].starts(with: fence) }),
      let text = try? LessonFileText(Array(head[..<(end + fence.count)])),
      let value = try? LessonValue(text.frontMatter),
      let fields = try? LessonFields(
        value, name: "front matter", known: ["id", "number", "title", "minutes", "requires", "translates"]),
      let id = try? fields.required("id").text("id")
    else { return nil }
    self.id = id
    number = fields["number"].flatMap { try? $0.wholeNumber("number", in: 1...9999) }
  }
}
