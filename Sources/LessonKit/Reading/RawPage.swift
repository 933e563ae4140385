/// A page as it stands in the file: its text, and its YAML blocks as they were written.
struct RawPage {
  /// A fenced block and the line of its fence.
  struct Fenced {
    let line: Int
    let text: String
  }

  /// The line of the heading, or of whatever comes first.
  private(set) var line = 1
  private(set) var blocks: [LessonBlock] = []
  private(set) var setup: Fenced?
  private(set) var task: Fenced?
  /// The first line that follows the task, which must end its page.
  private(set) var lineAfterTask: Int?
  /// Blocks of a name that the page has already.
  private(set) var faults: [LessonFault] = []

  /// The pages of a text: every heading of level 2 begins one, and what stands before the first belongs to the first page.
  static func cut(_ document: MarkdownDocument) -> [RawPage] {
    var pages: [RawPage] = []
    var page = RawPage()
    var isEmpty = true
    var hasHeading = false
    for entry in document.blocks {
      if case .heading(level: 2, _) = entry.block {
        if hasHeading {
          pages.append(page)
          page = RawPage()
          isEmpty = true
        }
        hasHeading = true
      }
      if isEmpty { page.line = entry.line }
      isEmpty = false
      page.add(entry)
    }
    if !isEmpty { pages.append(page) }
    for index in pages.indices { pages[index].blocks += document.notes(of: pages[index].blocks) }
    return pages
  }

  private mutating func add(_ entry: MarkdownDocument.Entry) {
    switch entry.block {
    case .code(language: "setup", let text):
      guard setup == nil else { return refuse("setup", at: entry.line) }
      setup = Fenced(line: entry.line, text: text)
    case .code(language: "task", let text):
      guard task == nil else { return refuse("task", at: entry.line) }
      task = Fenced(line: entry.line, text: text)
    default:
      if task != nil { lineAfterTask = lineAfterTask ?? entry.line }
      blocks.append(entry.block)
    }
  }

  private mutating func refuse(_ name: String, at line: Int) {
    faults.append(LessonFault(line: line, reason: .secondBlock(name)))
  }
}

extension RawPage.Fenced {
  /// What `reader` makes of the text; a fault is told with its line in the file and gives nil.
  func read<Result>(
    into faults: inout [LessonFault], _ reader: (String) throws(LessonFault) -> Result
  ) -> Result? {
    do throws(LessonFault) {
      return try reader(text)
    } catch {
      // The text of a fenced block begins in the line after its fence.
      faults.append(LessonFault(line: line + (error.line ?? 0), reason: error.reason))
      return nil
    }
  }
}
