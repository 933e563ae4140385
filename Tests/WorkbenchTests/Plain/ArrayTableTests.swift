import ConvolutionEngine
import Testing

@testable import Workbench

@Suite("Arrays as tables")
struct ArrayTableTests {
  private func lines(_ axes: [Int], _ values: [Float]) throws -> [String] {
    ArrayTable.lines(of: try NDArray(axes: axes, values: values)) { value in
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
  }

  @Test("A plane is its axes and rows whose columns stand under each other")
  func plane() throws {
    #expect(try lines([2, 3], [1, -20, 3, 0.5, 5, 600]) == ["(2,3)", "  1 -20   3", "0.5   5 600"])
  }

  @Test("One axis is one row, and no axis one number")
  func fewAxes() throws {
    #expect(try lines([3], [1, 2, 3]) == ["(3)", "1 2 3"])
    #expect(try lines([], [7]) == ["()", "7"])
  }

  @Test("A plane of more axes is headed by its place in the others, and all have columns of the same width")
  func planes() throws {
    #expect(
      try lines([2, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7, -8]) == [
        "(2,1,2,2)", "[0,0]", " 1  2", " 3  4", "[1,0]", " 5  6", " 7 -8",
      ])
    #expect(try lines([2, 1, 1], [1, 2]) == ["(2,1,1)", "[0]", "1", "[1]", "2"])
  }

  @Test("An array without numbers says so and keeps its axes")
  func empty() throws {
    let lines = try lines([0, 3], [])
    #expect(lines.count == 1 && lines[0].hasPrefix("(0,3)"))
  }

  @Test("1000 numbers are shown whole, more of them by the ends of each axis")
  func parts() throws {
    #expect(try lines([1000], (0..<1000).map { Float($0) }).last?.contains("...") == false)
    let row = try lines([1001], (0..<1001).map { Float($0) })
    #expect(row.count == 2 && row[0].contains("1001") && row[1] == "   0    1    2 ...  998  999 1000")
    let plane = try lines([40, 50], (0..<2000).map { Float($0) })
    #expect(plane.count == 8)
    #expect(plane[1] == "   0    1    2 ...   47   48   49" && plane[4] == "...")
    #expect(plane[7] == "1950 1951 1952 ... 1997 1998 1999")
  }

  @Test("Of many planes the first and last are shown, under their own places")
  func manyPlanes() throws {
    let lines = try lines([600, 1, 2], (0..<1200).map { Float($0) })
    #expect(lines.filter { $0.hasPrefix("[") } == ["[0]", "[1]", "[2]", "[597]", "[598]", "[599]"])
    #expect(lines.last == "1198 1199")
  }
}
