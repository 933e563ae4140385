/// Something wrong with a pack of lessons, and where.
package struct LintFinding: Sendable, Equatable {
  package let file: String
  /// From 1; nil when the file as a whole is meant.
  package let line: Int?
  package let kind: Kind

  package init(file: String, line: Int?, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  package enum Kind: Sendable, Equatable {
    /// The file, or a part of it, cannot be read.
    case problem(LessonProblem.Reason)
    /// What playing the lesson has shown.
    case audit(LessonFinding)
    /// The lesson that has to be done first does not exist.
    case unknownPrerequisite(String)
    /// A lesson that has to be done first comes later.
    case latePrerequisite(String)
    /// Each of these lessons has to be done before the one that follows it, and the last before the first.
    case prerequisiteCycle([String])
    /// A link leads neither to a lesson nor to an address of the web.
    case brokenLink(String)
    /// Code or a table of a page (from 1) is wider than the lesson's panel.
    case wide(page: Int, columns: Int, limit: Int)
    /// The text of a page (from 1) has more lines than a small screen shows.
    case longPage(page: Int, lines: Int, limit: Int)
    /// A row of the table of the article names something that is not there.
    case coverage(CoverageTable.Fault)
  }
}

extension LintFinding: Comparable {
  /// By file, and in it from the first line to the last.
  package static func < (left: LintFinding, right: LintFinding) -> Bool {
    (left.file, left.line ?? 0) < (right.file, right.line ?? 0)
  }
}
