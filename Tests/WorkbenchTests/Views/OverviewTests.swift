import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Overviews of large grids")
struct OverviewTests {
  /// A bright square in rows 100 to 199, columns 300 to 399 of 480 rows and 640 columns.
  private func picture(
    _ size: Size = ScreenExamples.ordinary, depth: ColorDepth = .palette256, unicode: Bool = true
  ) throws -> WorkbenchState {
    let shape = try Shape(height: 480, width: 640)
    var values = [Float](repeating: 0, count: shape.count)
    for row in 100..<200 {
      for column in 300..<400 { values[row * 640 + column] = 1 }
    }
    let example = try ScreenExamples.workbench(
      input: try Tensor(shape: shape, values: values), kernel: try ScreenExamples.kernel("sobel-x"))
    return WorkbenchState(
      explorer: example.explorer, size: size,
      capabilities: TerminalCapabilities(colorDepth: depth, unicode: unicode))
  }

  @Test("a part lies in the characters that it touches, at least in one")
  func place() {
    // 480 × 640 on five lines of two pixels: 48 rows and 49 columns to a pixel, 96 rows to a line.
    let wish = StripPlan.Wish(grid: .input, count: 1, height: 480, width: 640, labelColumns: 1)
    let size = ThumbnailSize(wish, rows: 5, isFine: true)
    #expect(size.pixelRows == 10)
    #expect(size.pixelColumns == 13)
    func place(_ rows: Range<Int>, _ columns: Range<Int>) -> OverviewPlace {
      OverviewPlace(Viewport.Region(rows: rows, columns: columns), height: 480, width: 640, size: size)
    }
    #expect(place(0..<11, 0..<9).rows == 0..<1)
    #expect(place(0..<11, 0..<9).columns == 0..<1)
    #expect(place(95..<97, 49..<51).rows == 0..<2)
    #expect(place(95..<97, 49..<51).columns == 0..<2)
    // The padding belongs to the rim.
    #expect(place(-1..<3, 638..<641).rows == 0..<1)
    #expect(place(470..<481, 638..<641).columns == 12..<13)
    let coarse = ThumbnailSize(wish, rows: 5, isFine: false)
    let whole = OverviewPlace(
      Viewport.Region(rows: 0..<480, columns: 0..<640), height: 480, width: 640, size: coarse)
    #expect(whole.columns == 0..<2 * coarse.pixelColumns)
  }

  @Test("a grid of which little is in view has a picture of the whole; one that fits has none")
  func wishes() throws {
    var large = try picture()
    #expect(large.prepareFrame().strips?.sections.map(\.place.grid) == [.input, .output])
    var small = try ScreenExamples.workbench()
    #expect(small.prepareFrame().strips == nil)
    var tiny = try picture(Size(rows: 12, columns: 40))
    #expect(tiny.prepareFrame().strips == nil)
    var signal = try ScreenExamples.workbench(
      input: Tensor(shape: try Shape(height: 1, width: 4000), repeating: 1),
      kernel: Tensor(shape: try Shape(height: 1, width: 3), repeating: 1))
    _ = signal.run(line: "operator conv1d")
    #expect(signal.prepareFrame().strips == nil)
  }

  @Test("nothing moves but the marks while the window goes through the picture")
  func calm() throws {
    var state = try picture()
    let first = state.prepareFrame()
    for row in stride(from: 0, to: 478, by: 53) {
      _ = state.apply(.explorer(.jump(row: row, column: row)))
      let frame = state.prepareFrame()
      #expect(frame.layout == first.layout)
      #expect(frame.strips?.sections.first?.thumbnails == first.strips?.sections.first?.thumbnails)
    }
  }

  @Test("the whole stands under the grids with the part in view in brackets and the window in it")
  func screens() throws {
    var screens: [String] = []
    for (size, view) in [(ScreenExamples.ordinary, "numbers"), (Size(rows: 40, columns: 140), "heat")] {
      var state = try picture(size)
      _ = state.run(line: "view \(view)")
      _ = state.apply(.explorer(.jump(row: 150, column: 350)))
      state.message = nil
      screens.append(state.screen())
    }
    var state = try picture(depth: .mono, unicode: false)
    _ = state.apply(.explorer(.jump(row: 400, column: 600)))
    let ascii = state.screen()
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    expectGolden((screens + [ascii]).joined(separator: "\n\n"), named: "view-overview.txt")
  }

  @Test("the note of a grid says which of how many rows and columns are in view")
  func note() throws {
    var state = try picture(Size(rows: 40, columns: 140))
    _ = state.run(line: "view blocks")
    _ = state.apply(.explorer(.jump(row: 100, column: 100)))
    #expect(state.screen().contains(" of 480, columns "), "\(state.screen())")
  }
}
