import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Layout")
struct LayoutTests {
  private func wishes(
    rows: Int = 7, columns: Int = 7, kernel: Int = 3, hasLesson: Bool = true, planes: Int = 1
  ) -> Layout.Wishes {
    var wishes = Layout.Wishes(
      grids: [
        .input: Layout.Wish(rows: rows + 2, columns: columns + 2, numberWidth: 2, narrowWidth: 1, indexWidth: 2),
        .kernel: Layout.Wish(rows: kernel, columns: kernel, numberWidth: 2),
        .output: Layout.Wish(rows: rows, columns: columns, numberWidth: 2),
      ], products: Layout.Wish(rows: kernel, columns: kernel, numberWidth: 3), hasLesson: hasLesson)
    if planes > 1 {
      wishes.strips = [
        StripPlan.Wish(grid: .input, count: planes, height: rows, width: columns, labelColumns: 2),
        StripPlan.Wish(grid: .output, count: planes, height: rows, width: columns, labelColumns: 2),
      ]
    }
    return wishes
  }

  @Test("Strips of thumbnails are the first to be folded, and take no row from grids that fit")
  func strips() throws {
    func layout(_ rows: Int, planes: Int) throws -> Layout {
      try #require(
        Layout.arrange(size: Size(rows: rows, columns: 80), wishes: wishes(hasLesson: false, planes: planes)))
    }
    for rows in 10...40 {
      let (plain, channels) = try (layout(rows, planes: 1), layout(rows, planes: 4))
      #expect(plain.panels == channels.panels, "\(rows) rows")
      #expect(channels.arithmetic.rows >= min(3, plain.arithmetic.rows), "\(rows) rows")
    }
    #expect(try layout(24, planes: 4).strips != nil)
    #expect(try layout(16, planes: 4).strips == nil)
  }

  @Test("A picture that scrolls anyway leaves the strips some rows of an ordinary screen")
  func stripsOfPicture() throws {
    let wishes = wishes(rows: 480, columns: 640, hasLesson: false, planes: 3)
    #expect(try #require(Layout.arrange(size: Size(rows: 24, columns: 80), wishes: wishes)).strips?.rows ?? 0 >= 5)
    #expect(try #require(Layout.arrange(size: Size(rows: 14, columns: 80), wishes: wishes)).strips == nil)
  }

  @Test("At 80×24 all parts are there")
  func ordinary() throws {
    let layout = try #require(Layout.arrange(size: Size(rows: 24, columns: 80), wishes: wishes()))
    #expect(Set(layout.panels.keys) == Set(PanelName.allCases).subtracting([.study]))
    #expect(layout.arithmetic.rows == 2)
    #expect(layout.hasKernelFacts)
  }

  @Test("From 120 columns on the lesson has the right side at full height, and the products their own grid")
  func wide() throws {
    let layout = try #require(Layout.arrange(size: Size(rows: 40, columns: 140), wishes: wishes()))
    let lesson = try #require(layout.panels[.lesson])
    #expect(lesson.rows == 38)
    #expect(lesson.endColumn == 140)
    #expect(layout.products != nil)
  }

  @Test("Small screens fold the lesson first; with the focus it comes to the front")
  func small() throws {
    var wishes = wishes()
    let size = Size(rows: 12, columns: 40)
    let folded = try #require(Layout.arrange(size: size, wishes: wishes))
    #expect(folded.panels[.lesson] == nil)
    #expect(folded.arithmetic.rows == 1)
    #expect(folded.panels[.output] != nil)
    wishes.lessonIsFocused = true
    let front = try #require(Layout.arrange(size: size, wishes: wishes))
    #expect(Array(front.panels.keys) == [.lesson])
  }

  @Test("Below the minimum there is no layout, at the minimum there is one")
  func minimum() {
    let least = Layout.minimum
    #expect(Layout.arrange(size: least, wishes: wishes()) != nil)
    #expect(Layout.arrange(size: Size(rows: least.rows - 1, columns: least.columns), wishes: wishes()) == nil)
    #expect(Layout.arrange(size: Size(rows: least.rows, columns: least.columns - 1), wishes: wishes()) == nil)
  }

  @Test("Whatever the size and the grids, no two parts overlap and none leaves the screen")
  func disjoint() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let size = Size(rows: .random(in: 10...70, using: &generator), columns: .random(in: 40...260, using: &generator))
      let wishes = wishes(
        rows: .random(in: 1...4000, using: &generator), columns: .random(in: 1...60, using: &generator),
        kernel: .random(in: 1...11, using: &generator), hasLesson: .random(using: &generator),
        planes: .random(in: 1...40, using: &generator))
      guard let layout = Layout.arrange(size: size, wishes: wishes) else {
        Issue.record("no layout for \(size)")
        continue
      }
      let rects =
        [layout.header, layout.arithmetic, layout.status] + layout.panels.values
        + [layout.products, layout.strips]
        .compactMap { $0 }
      for (index, rect) in rects.enumerated() {
        #expect(rect.intersection(Rect(size)) == rect, "\(size) \(wishes)")
        for other in rects[(index + 1)...] {
          #expect(rect.intersection(other).isEmpty, "\(size) \(rect) \(other)")
        }
      }
      for grid in GridName.allCases {
        #expect((layout.panels[PanelName(grid)]?.columns ?? 0) >= 10, "\(size) \(wishes)")
      }
    }
  }

  @Test("Stepping through the whole output moves no panel, number or column")
  func steady() throws {
    for reveal in RevealMode.allCases {
      var state = try ScreenExamples.workbench(lesson: ScreenExamples.lesson())
      _ = state.apply(.explorer(.preset(.weights, "gaussian-3", size: nil)))
      _ = state.apply(.explorer(.reveal(reveal)))
      let first = state.prepareFrame()
      for _ in 0..<48 {
        _ = state.apply(.explorer(.step(.forward)))
        let frame = state.prepareFrame()
        #expect(frame.layout == first.layout)
        #expect(frame.formats == first.formats)
        #expect(frame.placements == first.placements)
      }
    }
  }
}
