import ConvolutionEngine
import Testing

@Suite struct ShapeTests {
  @Test("offset and coordinate are inverse over a whole shape, the width running fastest")
  func offsets() throws {
    let shape = try Shape(batch: 2, channels: 3, height: 4, width: 5)
    #expect(shape.count == 120)
    for offset in 0..<shape.count { #expect(shape.offset(of: shape.coordinate(at: offset)) == offset) }
    #expect(shape.coordinate(at: 1) == Coordinate(row: 0, column: 1))
    #expect(shape.coordinate(at: 5) == Coordinate(row: 1, column: 0))
    #expect(shape.coordinate(at: 20) == Coordinate(channel: 1, row: 0, column: 0))
    #expect(shape.coordinate(at: 60) == Coordinate(batch: 1, row: 0, column: 0))
  }

  @Test("a shape contains its corners and nothing one step outside")
  func contains() throws {
    let shape = try Shape(batch: 2, channels: 3, height: 4, width: 5)
    #expect(shape.contains(Coordinate(row: 0, column: 0)))
    #expect(shape.contains(Coordinate(batch: 1, channel: 2, row: 3, column: 4)))
    for outside in [
      Coordinate(batch: 2, row: 0, column: 0), Coordinate(channel: 3, row: 0, column: 0), Coordinate(row: 4, column: 0),
      Coordinate(row: 0, column: 5), Coordinate(batch: -1, row: 0, column: 0),
      Coordinate(channel: -1, row: 0, column: 0),
      Coordinate(row: -1, column: 0), Coordinate(row: 0, column: -1),
    ] {
      #expect(!shape.contains(outside))
    }
  }

  @Test("a negative side is refused with all sides")
  func negative() {
    #expect(throws: ShapeError.negativeSide([1, 1, 3, -2])) { try Shape(height: 3, width: -2) }
  }

  @Test("an element count beyond Int is refused, also behind a zero side")
  func overflow() {
    let huge = Int.max / 2
    #expect(throws: ShapeError.tooLarge([1, 1, huge, 3])) { try Shape(height: huge, width: 3) }
    #expect(throws: ShapeError.tooLarge([0, 1, huge, 3])) { try Shape(batch: 0, height: huge, width: 3) }
    #expect(throws: ShapeError.tooLarge([1 << 32, 1, 1 << 31, 1])) {
      try Shape(batch: 1 << 32, height: 1 << 31, width: 1)
    }
  }

  @Test("any zero side makes an empty shape")
  func empty() throws {
    #expect(try Shape(batch: 0, height: 2, width: 2).count == 0)
    #expect(try Shape(height: 2, width: 0).count == 0)
  }
}
