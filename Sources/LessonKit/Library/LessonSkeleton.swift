/// The first file of a new lesson: one page with a task that can be solved, to be written over.
package struct LessonSkeleton: Sendable, Equatable {
  /// Such as `11-edges.md`.
  package let fileName: String
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - slug: the id of the lesson, which is in its file's name as well.
  ///   - library: the lessons that are there; the new one comes after them.
  /// - Returns: nil for a slug that is no id or that a file name cannot have, and after lesson 99.
  package init?(slug: String, after library: LessonLibrary) {
    let number = (library.lessons.map(\.number).max() ?? 0) + 1
    guard LessonID.isValid(slug), !slug.contains("_"), !slug.hasPrefix("-"), !slug.hasSuffix("-"), number < 100 else {
      return nil
    }
    fileName = (number < 10 ? "0" : "") + "\(number)-\(slug).md"
    let title = slug.prefix(1).uppercased() + slug.dropFirst().map { $0 == "-" ? " " : $0 }
    bytes = Array(
      """
      ---
      id: \(slug)
      number: \(number)
      title: \(title)
      minutes: 5
      ---

      ## One idea

      Say here what there is to see. Each heading begins a page.

      ```setup
      - preset input plus
      - preset kernel identity
      ```

      ```task
      id: first-task
      prompt: Slide the window to output row 1, column 1.
      check:
        reach: {row: 1, column: 1}
      hints:
        - A nudge in the right direction.
        - Nearly the solution.
      solution:
        actions:
          - jump 1 1
      explanation: Say here what this has shown.
      ```

      """.utf8)
  }
}
