/// Where a lesson was read: what findings about it point at.
package struct LessonSource: Sendable, Equatable {
  /// The lines of one page, from 1.
  package struct Place: Sendable, Equatable {
    /// Its heading.
    package let page: Int
    /// The fences of its blocks; nil where it has none.
    package let setup: Int?
    package let task: Int?

    func shifted(by lines: Int) -> Place {
      Place(page: page + lines, setup: setup.map { $0 + lines }, task: task.map { $0 + lines })
    }
  }

  package let file: String
  /// Names the content of the file; a translation repeats it.
  package let hash: String
  /// The line of the prerequisites; nil where there are none.
  package let requiresLine: Int?
  /// One for each page.
  package let places: [Place]
}
