import Explorer

/// What is wrong with a lesson file, and where.
package struct LessonProblem: Error, Equatable, Sendable {
  package let file: String
  /// The line in the file, from 1; nil when the file as a whole is meant.
  package let line: Int?
  package let reason: Reason

  package init(file: String, line: Int?, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// The file has more bytes than a lesson may have.
    case tooLarge(bytes: Int, limit: Int)
    case notUTF8
    /// The file does not begin with `---`, or the closing `---` is missing.
    case noFrontMatter
    /// Blocks, emphasis or YAML are nested more deeply than `limit`, or tables are huge.
    case tooDeep(limit: Int)
    /// More than `limit` bytes come without a blank line.
    case longParagraph(limit: Int)
    /// The YAML reader's words.
    case badYAML(String)
    /// YAML anchors and aliases are not allowed.
    case aliasRefused
    case unknownField(String, known: [String])
    case missingField(String)
    /// A field that the task's check has no use for.
    case unusedField(String)
    /// The field holds something else than `expected`.
    case wrongKind(field: String, expected: FieldKind)
    /// The value of a field is of the right kind but not allowed.
    case badValue(field: String, value: String)
    case badAction(ActionTextError)
    /// The explorer refuses an action of a setup.
    case setupRefused(ExplorerError)
    /// A check must have exactly one kind; this is what stands there.
    case badCheck(String)
    case unknownPreset(String)
    /// Rows of unequal length, or none.
    case badRows
    /// A task needs at least `least` hints.
    case tooFewHints(Int, least: Int)
    case duplicateTask(String)
    case duplicateLesson(id: String)
    case duplicateNumber(Int)
    /// A page has a second `setup` or `task` block.
    case secondBlock(String)
    /// A `setup` or `task` block stands inside a list or quote.
    case nestedBlock(String)
    /// Text follows the task of a page.
    case textAfterTask(String)
    case noPages

    // Of translations
    /// A block that stands in the original only.
    case originalOnly(String)
    /// No lesson has the id that a translation names.
    case unknownOriginal(id: String)
    case pageCount(Int, original: Int)
    case taskNotInOriginal(String)
    /// The words of this task of the original are missing.
    case taskNotTranslated(String)
    /// The task stands on this page (from 1) of the original.
    case taskOnOtherPage(String, page: Int)
    case hintCount(Int, original: Int, task: String)
    /// A field of the task has not as many texts as the original, or is about other answers.
    case otherWords(field: String, task: String)
    /// The original has changed since; this is the hash that it has now.
    case staleTranslation(expected: String)
  }

  /// What a field must hold.
  package enum FieldKind: String, Sendable, CaseIterable {
    case text, number, wholeNumber, list, mapping, cell, size, rows, actions
  }
}
