import Explorer

/// Reads a lesson file: YAML between `---` lines, then Markdown in which every heading of level 2 begins a page and fenced
/// blocks named `setup` and `task` hold YAML.
enum LessonReader {
  /// The fenced blocks that are not text.
  static let blockNames = ["setup", "task"]

  /// A lesson with the place it was read from, or all that is wrong with it.
  struct Reading {
    /// Nil when there are problems.
    let lesson: Lesson?
    let source: LessonSource?
    let problems: [LessonProblem]
  }

  /// Reads a lesson; the first problem is thrown.
  static func read(_ bytes: [UInt8], file: String) throws(LessonProblem) -> Lesson {
    let reading = readAll(bytes, file: file)
    guard let lesson = reading.lesson else {
      throw reading.problems.first ?? LessonProblem(file: file, line: nil, reason: .noPages)
    }
    return lesson
  }

  /// Reads a lesson and, when that fails, goes on so that an author hears of every block at once.
  static func readAll(_ bytes: [UInt8], file: String) -> Reading {
    var faults: [LessonFault] = []
    func problems() -> [LessonProblem] { faults.map { LessonProblem(file: file, line: $0.line, reason: $0.reason) } }
    let text: LessonFileText
    do throws(LessonFault) {
      text = try LessonFileText(bytes)
    } catch {
      faults.append(error)
      return Reading(lesson: nil, source: nil, problems: problems())
    }
    var header: LessonHeader?
    do throws(LessonFault) {
      header = try LessonHeader(text.frontMatter)
    } catch {
      faults.append(error.shifted(by: 1))
    }
    var reading: PageReader.Reading?
    do throws(LessonFault) {
      let pages = PageReader.pages(of: try MarkdownDocument(text.body))
      faults += pages.faults.map { $0.shifted(by: text.linesBeforeBody) }
      reading = pages
    } catch {
      faults.append(error.shifted(by: text.linesBeforeBody))
    }
    guard faults.isEmpty, let header, let reading else {
      return Reading(lesson: nil, source: nil, problems: problems())
    }
    let lesson = Lesson(
      id: header.id, number: header.number, title: header.title, minutes: header.minutes,
      prerequisites: header.prerequisites, pages: reading.pages)
    let source = LessonSource(
      file: file, hash: text.hash, requiresLine: header.requiresLine.map { $0 + 1 },
      places: reading.places.map { $0.shifted(by: text.linesBeforeBody) })
    return Reading(lesson: lesson, source: source, problems: [])
  }
}

/// The front matter of a lesson.
private struct LessonHeader {
  let id: String
  let number: Int
  let title: String
  let minutes: Int?
  let prerequisites: [String]
  let requiresLine: Int?

  init(_ text: String) throws(LessonFault) {
    let fields = try LessonFields(
      try LessonValue(text), name: "front matter", known: ["id", "number", "title", "minutes", "requires"])
    id = try LessonID.read(try fields.required("id"))
    number = try fields.required("number").wholeNumber("number", in: 1...9999)
    title = try LessonTitle.read(try fields.required("title"))
    minutes = try fields["minutes"].map { value throws(LessonFault) in try value.wholeNumber("minutes", in: 1...999) }
    var prerequisites: [String] = []
    for value in try fields["requires"].map({ value throws(LessonFault) in try value.list("requires") }) ?? [] {
      prerequisites.append(try LessonID.read(value))
    }
    self.prerequisites = prerequisites
    requiresLine = fields["requires"]?.line
  }
}

/// The title of a lesson in any language.
enum LessonTitle {
  /// A line with something in it and without control characters.
  static func read(_ value: LessonValue) throws(LessonFault) -> String {
    let title = try value.text("title")
    guard !title.isEmpty, title.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      throw value.badValue("title", "")
    }
    return title
  }
}
