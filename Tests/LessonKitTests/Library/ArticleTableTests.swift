import Foundation
import LessonKit
import TestSupport
import Testing

@Suite("Where the article is taught")
struct ArticleTableTests {
  /// A row of the table in the authors' guide; the item is empty where it is that of the row above.
  private struct Row {
    let item: String
    let lesson: String
    let task: String
    let manner: String
  }

  @Test("Every row names an item, a task that exists, and how it is taught")
  func tasksExist() throws {
    let library = LessonLibrary(files: try CatalogueTests.files())
    let rows = try Self.rows()
    #expect(rows.count > 20)
    #expect(rows.first?.item.isEmpty == false)
    for row in rows {
      let lesson = try #require(library.lesson(row.lesson), "\(row.lesson)")
      #expect(lesson.tasks.contains { $0.id == row.task }, "\(row.lesson), \(row.task)")
      #expect(["stepped", "computed", "told"].contains(row.manner), "\(row.lesson), \(row.task): \(row.manner)")
    }
  }

  @Test("No item stands in the table twice")
  func itemsAreUnique() throws {
    let items = try Self.rows().map(\.item).filter { !$0.isEmpty }
    #expect(Set(items).count == items.count)
  }

  private static func rows() throws -> [Row] {
    let guide = try String(contentsOf: CatalogueTests.lessonsFolder.appending(path: "README.md"), encoding: .utf8)
    let table = guide.components(separatedBy: "| item | of the article | lesson | task | |\n").dropFirst().first ?? ""
    return table.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("|") }.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
      guard cells.count == 7 else { return nil }
      return Row(item: cells[1], lesson: cells[3], task: cells[4], manner: cells[5])
    }
  }
}
