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

  /// The items of the article, in its order.
  private static let items = [
    "0", "1.1", "1.2", "1.3a", "1.3b", "2.1a", "2.1b", "2.2a", "2.2b", "2.2c", "2.2d", "3.1a", "3.1b", "3.2a", "3.2b",
    "3.2c", "4", "4.1", "5.1", "5.2", "5.3", "6.1a", "6.1b", "6.1c", "6.2", "7.1a", "7.1b", "7.2a", "7.2b", "8.1",
    "8.2", "8.3", "9.1", "9.2", "10.1", "10.2", "10.3", "Ref",
  ]
  /// Those that may be told alone: analogies, summaries and pointers.
  private static let mayBeTold: Set = ["0", "10.1", "10.2", "Ref"]

  @Test("Every item of the article stands in the table once, in its order")
  func itemsAreComplete() throws {
    #expect(Self.items.count == 38)
    #expect(try Self.rows().map(\.item).filter { !$0.isEmpty } == Self.items)
  }

  @Test("Every item but summaries and pointers is stepped or computed in some task")
  func itemsAreDone() throws {
    var done: Set<String> = []
    var item = ""
    for row in try Self.rows() {
      if !row.item.isEmpty { item = row.item }
      if row.manner != "told" { done.insert(item) }
    }
    #expect(Set(Self.items).subtracting(done).isSubset(of: Self.mayBeTold))
  }

  @Test("A task that is a choice alone counts as told")
  func choicesAreTold() throws {
    let library = LessonLibrary(files: try CatalogueTests.files())
    for row in try Self.rows() {
      guard let task = library.lesson(row.lesson)?.tasks.first(where: { $0.id == row.task }) else { continue }
      guard case .question(.choice) = task.check else { continue }
      #expect(row.manner == "told", "\(row.lesson), \(row.task)")
    }
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
