/// Reads a translation: front matter with `id`, `title` and `translates`, then the pages of the original in its order, each
/// with the words of its task in a `task` block.
enum TranslationReader {
  /// The translation, or all that is wrong with it by itself.
  struct Reading {
    /// Nil when there are problems.
    let translation: Translation?
    let problems: [LessonProblem]
  }

  static func read(_ bytes: [UInt8], file: String) -> Reading {
    var faults: [LessonFault] = []
    var translation: Translation?
    do throws(LessonFault) {
      let text = try LessonFileText(bytes)
      var header: Header?
      do throws(LessonFault) {
        header = try Header(text.frontMatter)
      } catch {
        faults.append(error.shifted(by: 1))
      }
      let pages: [Translation.Page]
      do throws(LessonFault) {
        pages = try self.pages(of: try MarkdownDocument(text.body), after: text.linesBeforeBody, faults: &faults)
      } catch {
        throw error.shifted(by: text.linesBeforeBody)
      }
      if faults.isEmpty, let header {
        translation = Translation(
          file: file, id: header.id, title: header.title, original: header.original,
          originalLine: header.originalLine + 1, pages: pages)
      }
    } catch {
      faults.append(error)
    }
    faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return Reading(
      translation: faults.isEmpty ? translation : nil,
      problems: faults.map { LessonProblem(file: file, line: $0.line, reason: $0.reason) })
  }

  private static func pages(
    of document: MarkdownDocument, after lines: Int, faults: inout [LessonFault]
  ) throws(LessonFault) -> [Translation.Page] {
    var found: [LessonFault] = []
    var ids: Set<String> = []
    let raws = RawPage.cut(document)
    guard !raws.isEmpty else { throw LessonFault(line: nil, reason: .noPages) }
    let pages = raws.map { raw in
      found += raw.faults
      if let setup = raw.setup { found.append(LessonFault(line: setup.line, reason: .originalOnly("setup"))) }
      let words = raw.task.flatMap { fence in
        fence.read(into: &found) { text throws(LessonFault) in try taskWords(text, line: fence.line + lines) }
      }
      if let words {
        if let line = raw.lineAfterTask { found.append(LessonFault(line: line, reason: .textAfterTask(words.id))) }
        if !ids.insert(words.id).inserted {
          found.append(LessonFault(line: raw.task?.line, reason: .duplicateTask(words.id)))
        }
      }
      return Translation.Page(blocks: raw.blocks, words: words, line: raw.line + lines)
    }
    faults += found.map { $0.shifted(by: lines) }
    return pages
  }

  private static func taskWords(_ text: String, line: Int) throws(LessonFault) -> Translation.TaskWords {
    let fields = try LessonFields(
      try LessonValue(text), name: "task",
      known: ["id", "prompt", "hints", "explanation", "choices", "reasons", "unit"])
    var hints: [[LessonBlock]] = []
    for hint in try fields.required("hints").list("hints") { hints.append(try hint.markdown("hints")) }
    return Translation.TaskWords(
      id: try LessonID.read(try fields.required("id")),
      prompt: try fields.required("prompt").markdown("prompt"), hints: hints,
      explanation: try fields.required("explanation").markdown("explanation"),
      choices: try TaskReader.choices(fields["choices"]), reasons: try TaskReader.reasons(fields["reasons"]),
      unit: try fields["unit"].map { value throws(LessonFault) in try value.text("unit") }, line: line)
  }

  private struct Header {
    let id: String
    let title: String
    let original: String
    let originalLine: Int

    init(_ text: String) throws(LessonFault) {
      let fields = try LessonFields(
        try LessonValue(text), name: "front matter", known: ["id", "title", "translates"])
      id = try LessonID.read(try fields.required("id"))
      title = try LessonTitle.read(try fields.required("title"))
      let field = try fields.required("translates")
      original = try field.text("translates")
      originalLine = field.line
    }
  }
}
