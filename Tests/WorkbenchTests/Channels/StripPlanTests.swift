import Explorer
import TestSupport
import Testing

@testable import Workbench

@Suite("The strips of thumbnails")
struct StripPlanTests {
  private func wish(_ grid: GridName, _ count: Int, _ height: Int = 8, _ width: Int = 8) -> StripPlan.Wish {
    StripPlan.Wish(grid: grid, count: count, height: height, width: width, labelColumns: 1)
  }

  @Test("three channels and three kernels fit in one line of whole thumbnails")
  func oneLine() throws {
    let plan = try #require(
      StripPlan.fit([wish(.input, 3), wish(.kernel, 3, 3, 3)], columns: 60, rows: 7, isFine: true))
    #expect(plan.sections.map(\.lines) == [1, 1])
    #expect(plan.sections.map(\.thumbnail.pixelRows) == [8, 6])
    #expect(plan.sections.map(\.column) == [0, 29])
    #expect(plan.rows == 6)
  }

  @Test("sixteen maps take several lines, or smaller ones, before some are left out")
  func manyMaps() throws {
    let tall = try #require(StripPlan.fit([wish(.output, 16)], columns: 75, rows: 12, isFine: true))
    #expect(tall.sections[0].lines == 2)
    #expect(tall.sections[0].thumbnail.pixelRows == 8)
    let low = try #require(StripPlan.fit([wish(.output, 16)], columns: 79, rows: 4, isFine: true))
    #expect(low.sections[0].thumbnail.pixelRows == 4)
    #expect(low.sections[0].capacity == 16)
    let narrow = try #require(StripPlan.fit([wish(.output, 16)], columns: 30, rows: 4, isFine: true))
    #expect(narrow.sections[0].capacity < 16)
  }

  @Test("a large picture keeps its shape")
  func shape() {
    let size = ThumbnailSize(wish(.input, 3, 1080, 1920), rows: 4, isFine: true)
    #expect([size.pixelRows, size.pixelColumns, size.rows, size.columns] == [8, 14, 4, 14])
    let coarse = ThumbnailSize(wish(.input, 3, 1080, 1920), rows: 4, isFine: false)
    #expect([coarse.pixelRows, coarse.pixelColumns, coarse.rows, coarse.columns] == [4, 7, 4, 14])
  }

  @Test("without room there are none")
  func noRoom() {
    #expect(StripPlan.fit([wish(.input, 3)], columns: 80, rows: 3, isFine: true) == nil)
    #expect(StripPlan.fit([], columns: 80, rows: 30, isFine: true) == nil)
    #expect(StripPlan.fit([wish(.input, 3), wish(.output, 3)], columns: 4, rows: 9, isFine: true) == nil)
  }

  @Test("whatever is asked for, the sections stand beside each other inside the band", arguments: [true, false])
  func inside(isFine: Bool) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      func wish(_ grid: GridName) -> StripPlan.Wish {
        StripPlan.Wish(
          grid: grid, count: .random(in: 2...600, using: &random), height: .random(in: 1...4000, using: &random),
          width: .random(in: 1...4000, using: &random), labelColumns: .random(in: 1...4, using: &random))
      }
      let wishes = Array([wish(.input), wish(.kernel), wish(.output)].prefix(.random(in: 1...3, using: &random)))
      let (columns, rows) = (Int.random(in: 4...250, using: &random), Int.random(in: 0...40, using: &random))
      guard let plan = StripPlan.fit(wishes, columns: columns, rows: rows, isFine: isFine) else { continue }
      #expect(plan.rows <= rows)
      var next = 0
      for (section, wish) in zip(plan.sections, wishes) {
        #expect(section.column >= next)
        #expect(section.perLine >= 1 && section.perLine <= wish.count)
        #expect(section.perLine * (section.thumbnail.columns + 1) - 1 <= section.columns)
        #expect(section.thumbnail.rows < plan.lineRows)
        #expect(1 + section.lines * plan.lineRows <= plan.rows)
        next = section.column + section.columns + 1
      }
      #expect(next - 1 <= columns, "\(wishes) \(columns)×\(rows)")
    }
  }
}
