import ConvolutionEngine
import TerminalKit
import Testing

@testable import Workbench

@Suite("A map in a room")
struct StackGridTests {
  private func grid(
    _ rows: Int, _ columns: Int, focus: PerAxis<Range<Int>> = PerAxis(0..<1), digits: Int? = nil, _ height: Int,
    _ width: Int
  ) -> StackGrid {
    StackGrid(
      size: PerAxis(vertical: rows, horizontal: columns), focus: focus, digits: digits,
      room: Size(rows: height, columns: width))
  }

  @Test("stands there as a whole with numbers, else as a whole, where that fits")
  func whole() {
    let numbered = grid(4, 4, digits: 2, 4, 12)
    #expect(numbered.hasNumbers && numbered.signColumns == 3 && numbered.rows == 0..<4)
    let plain = grid(4, 4, digits: 2, 4, 11)
    #expect(!plain.hasNumbers && plain.signColumns == 2 && plain.columns == 0..<4)
    #expect(grid(4, 4, 4, 7).signColumns == 1)
  }

  @Test("shows the part around what has to be seen, which never leaves the map")
  func part() {
    let middle = grid(20, 20, focus: PerAxis(9..<12), digits: 1, 5, 10)
    #expect(middle.scale == 1 && middle.hasNumbers && middle.rows == 8..<13 && middle.columns == 8..<13)
    let corner = grid(20, 20, focus: PerAxis(18..<20), digits: 1, 5, 10)
    #expect(corner.rows == 15..<20)
  }

  @Test("holds what has to be seen wherever that is, and stays put for most steps", arguments: 1...9)
  func steps(cells: Int) {
    var moves = 0
    var last = 0..<0
    for first in 0...(50 - cells) {
      let focus = first..<(first + cells)
      let part = grid(50, 50, focus: PerAxis(focus), 12, 24).rows
      #expect(part.count == 12 && part.clamped(to: 0..<50) == part)
      #expect(part.clamped(to: focus) == focus, "\(focus) in \(part)")
      if part != last { moves += 1 }
      last = part
    }
    #expect(moves <= 50 / max(1, (12 - cells) / 2) + 1)
  }

  @Test("has several cells to a sign where even that part is too large")
  func scaled() {
    let scaled = grid(224, 224, focus: PerAxis(0..<200), digits: nil, 10, 40)
    #expect(scaled.scale == 23 && scaled.rows == 0..<10 && scaled.columns == 0..<10)
    #expect(grid(1 << 31, 1, focus: PerAxis(vertical: 0..<(1 << 31), horizontal: 0..<1), 3, 3).rows.count == 3)
    let tiny = grid(9, 9, focus: PerAxis(0..<9), 0, 0)
    #expect(tiny.rows.count == 1 && tiny.columns.count == 1)
  }
}

@Suite("Counts in a table")
struct StackNumberTests {
  @Test(
    "have three digits and a letter from a hundred thousand on",
    arguments: [
      (0, "0"), (99_999, "99,999"), (100_000, "100k"), (627_816, "628k"), (999_499, "999k"), (999_500, "1.00M"),
      (1_936_648_192, "1.94G"), (138_357_544, "138M"), (11_689_512, "11.7M"), (Int.max, ">10^18"),
    ])
  func counts(number: Int, text: String) {
    #expect(StackNumber.short(number) == text)
  }

  @Test(
    "have one decimal as ratios below a million",
    arguments: [
      (44_600.888, "44,600.9"), (2088, "2,088"), (0.25, "0.3"), (932_181.333, "932,181.3"), (269_747_968, "270M"),
      (.infinity, ">10^18"), (.nan, ">10^18"),
    ])
  func ratios(number: Double, text: String) {
    #expect(StackNumber.short(number) == text)
  }
}
