import CCMarkGFM

/// A Markdown text as lesson blocks: CommonMark with GitHub's tables, task lists, footnotes and formulas.
///
/// Entities are decoded, so text may hold any character, control characters included: whoever draws it has to sanitise.
/// Comments are dropped; other raw HTML is shown as the text it is. The only file that knows cmark-gfm.
struct MarkdownDocument: Equatable {
  /// The blocks, with the line (from 1) on which each begins.
  let blocks: [Entry]
  /// The footnotes that the text refers to; the first has the number 1.
  let footnotes: [[LessonBlock]]

  struct Entry: Equatable {
    let line: Int
    let block: LessonBlock
  }

  /// - Throws: `.tooDeep` for nesting beyond `MarkdownLimits`, `.nestedBlock` for a `setup` or `task` block that does not
  ///   stand by itself.
  init(_ text: String) throws(LessonFault) {
    try MarkdownLimits.check(text)
    let tree = try MarkdownTree(text)
    var entries: [Entry] = []
    var notes: [[LessonBlock]] = []
    var child = tree.root.firstChild
    while let node = child {
      if node.type == CMARK_NODE_FOOTNOTE_DEFINITION {
        // They come last and by their numbers, wherever they stand in the text.
        notes.append(try node.blocks(0))
      } else if let block = try node.block(depth: 0) {
        entries.append(Entry(line: node.line, block: block))
      }
      child = node.next
    }
    blocks = entries
    footnotes = notes
  }

  /// The footnotes that some blocks of the text refer to, each once, as blocks to stand below them.
  func notes(of blocks: [LessonBlock]) -> [LessonBlock] {
    var told: Set<Int> = []
    return blocks.inlines.compactMap { inline in
      guard case .footnote(let number) = inline, footnotes.indices.contains(number - 1), told.insert(number).inserted
      else { return nil }
      return .footnote(number: number, footnotes[number - 1])
    }
  }
}

/// A parsed text; owns the C tree.
private final class MarkdownTree {
  let root: MarkdownNode

  /// Registered once, whichever thread comes first. These add no special inline characters, so that parsing changes no
  /// table shared between threads (`cmark_manage_extensions_special_characters` would).
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "tasklist"].filter { cmark_find_syntax_extension($0) != nil }
  }()

  init(_ text: String) throws(LessonFault) {
    let extensions = Self.extensions
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES) else {
      throw LessonFault(line: nil, reason: .tooDeep(limit: 0))
    }
    defer { cmark_parser_free(parser) }
    for name in extensions { cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name)) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else {
      throw LessonFault(line: nil, reason: .tooDeep(limit: 0))
    }
    root = MarkdownNode(pointer: document)
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of a tree that is alive.
private struct MarkdownNode {
  let pointer: OpaquePointer

  var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var typeName: String { Self.string(cmark_node_get_type_string(pointer)) }
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  private func children<Element>(
    depth: Int, _ make: (MarkdownNode, Int) throws(LessonFault) -> Element?
  ) throws(LessonFault) -> [Element] {
    guard depth < MarkdownLimits.depth else {
      throw LessonFault(line: line > 0 ? line : nil, reason: .tooDeep(limit: MarkdownLimits.depth))
    }
    var elements: [Element] = []
    var child = firstChild
    while let node = child {
      if let element = try make(node, depth + 1) { elements.append(element) }
      child = node.next
    }
    return elements
  }

  func blocks(_ depth: Int) throws(LessonFault) -> [LessonBlock] {
    try children(depth: depth) { node, depth throws(LessonFault) in try node.block(depth: depth) }
  }

  private func inlines(_ depth: Int) throws(LessonFault) -> [LessonInline] {
    try children(depth: depth) { node, depth throws(LessonFault) in try node.inline(depth: depth) }.withFormulas
  }

  /// The block that this node is; nil for what is not shown.
  func block(depth: Int) throws(LessonFault) -> LessonBlock? {
    switch type {
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(pointer)), try inlines(depth))
    case CMARK_NODE_PARAGRAPH: return .paragraph(try inlines(depth))
    case CMARK_NODE_BLOCK_QUOTE: return .quote(try blocks(depth))
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_LIST:
      if let item = firstChild, item.typeName == "tasklist" {
        return .checklist(
          try children(depth: depth) { node, depth throws(LessonFault) in
            ChecklistItem(
              isDone: node.typeName == "tasklist"
                && cmark_gfm_extensions_get_tasklist_item_checked(node.pointer),
              blocks: try node.blocks(depth))
          })
      }
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      return .list(
        ordered: isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil,
        items: try children(depth: depth) { node, depth throws(LessonFault) in try node.blocks(depth) })
    case CMARK_NODE_CODE_BLOCK:
      let info = Self.string(cmark_node_get_fence_info(pointer))
      let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      if depth > 0, LessonReader.blockNames.contains(language) {
        throw LessonFault(line: line, reason: .nestedBlock(language))
      }
      return .code(language: language, text: Self.withoutFinalLineBreak(literal))
    case CMARK_NODE_HTML_BLOCK:
      let text = Self.withoutFinalLineBreak(literal)
      return Self.isComment(text) ? nil : .paragraph([.text(text)])
    default:
      return typeName == "table" ? try table(depth) : nil
    }
  }

  private func inline(depth: Int) throws(LessonFault) -> LessonInline? {
    switch type {
    case CMARK_NODE_TEXT: return .text(literal)
    case CMARK_NODE_EMPH: return .emphasis(try inlines(depth))
    case CMARK_NODE_STRONG: return .strong(try inlines(depth))
    case CMARK_NODE_CODE: return .code(literal)
    case CMARK_NODE_LINK:
      return .link(text: try inlines(depth), destination: Self.string(cmark_node_get_url(pointer)))
    // A terminal shows no image; its description is what there is to read.
    case CMARK_NODE_IMAGE: return .emphasis(try inlines(depth))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return Int(literal).map { .footnote($0) }
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_HTML_INLINE: return Self.isComment(literal) ? nil : .text(literal)
    default: return nil
    }
  }

  private func table(_ depth: Int) throws(LessonFault) -> LessonBlock {
    let rows: [[[LessonInline]]] = try children(depth: depth) { row, depth throws(LessonFault) in
      try row.children(depth: depth) { cell, depth throws(LessonFault) in try cell.inlines(depth) }
    }
    let header = rows.first ?? []
    let body = rows.dropFirst().map { row in
      Array((row + Array(repeating: [], count: max(0, header.count - row.count))).prefix(header.count))
    }
    return .table(header: header, rows: Array(body))
  }

  private static func isComment(_ html: String) -> Bool { html.hasPrefix("<!--") && html.hasSuffix("-->") }

  private static func withoutFinalLineBreak(_ text: String) -> String {
    text.last?.isNewline == true ? String(text.dropLast()) : text
  }
}
