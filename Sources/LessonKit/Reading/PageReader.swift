import Explorer

/// Cuts a lesson's Markdown into pages.
struct PageReader {
  private var blocks: [LessonBlock] = []
  private var setup: [ExplorerAction]?
  private var task: LessonTask?

  /// The pages; every heading of level 2 begins one, and what stands before the first belongs to the first page.
  static func pages(of document: MarkdownDocument) throws(LessonFault) -> [LessonPage] {
    var pages: [LessonPage] = []
    var ids: Set<String> = []
    var page = PageReader()
    var hasHeading = false
    for entry in document.blocks {
      if case .heading(level: 2, _) = entry.block {
        if hasHeading { pages.append(page.finished) }
        if hasHeading { page = PageReader() }
        hasHeading = true
      }
      try page.add(entry)
      if let task = page.task, case .code("task", _) = entry.block, !ids.insert(task.id).inserted {
        throw LessonFault(line: entry.line, reason: .duplicateTask(task.id))
      }
    }
    if !page.isEmpty { pages.append(page.finished) }
    guard !pages.isEmpty else { throw LessonFault(line: nil, reason: .noPages) }
    return pages
  }

  private var isEmpty: Bool { blocks.isEmpty && setup == nil && task == nil }
  private var finished: LessonPage { LessonPage(blocks: blocks, setup: setup, task: task) }

  private mutating func add(_ entry: MarkdownDocument.Entry) throws(LessonFault) {
    do throws(LessonFault) {
      switch entry.block {
      case .code(language: "setup", let text):
        guard setup == nil else { throw LessonFault(line: 0, reason: .secondBlock("setup")) }
        setup = try SetupReader.read(text)
      case .code(language: "task", let text):
        guard task == nil else { throw LessonFault(line: 0, reason: .secondBlock("task")) }
        task = try TaskReader.read(text)
      default:
        if let task { throw LessonFault(line: 0, reason: .textAfterTask(task.id)) }
        blocks.append(entry.block)
      }
    } catch {
      // The text of a fenced block begins in the line after its fence.
      throw LessonFault(line: entry.line + (error.line ?? 0), reason: error.reason)
    }
  }
}
