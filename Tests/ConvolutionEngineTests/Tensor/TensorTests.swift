import ConvolutionEngine
import Testing

@Suite struct TensorTests {
  @Test("values are stored row by row and read back by coordinate")
  func storage() throws {
    var tensor = try Tensor(rows: [[0, 1, 2], [3, 4, 5]])
    #expect(tensor.shape == (try Shape(height: 2, width: 3)))
    #expect(tensor.values == [0, 1, 2, 3, 4, 5])
    #expect(tensor[row: 1, column: 0] == 3)
    tensor[row: 1, column: 2] = 9
    #expect(tensor.values == [0, 1, 2, 3, 4, 9])
  }

  @Test("a wrong number of values is refused with both counts")
  func valueCount() throws {
    let shape = try Shape(height: 2, width: 2)
    #expect(throws: ShapeError.valueCount(count: 3, shape: shape)) { try Tensor(shape: shape, values: [1, 2, 3]) }
    #expect(throws: ShapeError.valueCount(count: 3, shape: shape)) { try Tensor(rows: [[1, 2], [3]]) }
    #expect(throws: ShapeError.valueCount(count: 5, shape: shape)) { try Tensor(rows: [[1, 2], [3, 4, 5]]) }
  }

  @Test("no rows make an empty tensor")
  func noRows() throws {
    #expect(try Tensor(rows: []).shape.count == 0)
  }

  @Test("equality is that of the bits: NaN equals itself, -0 is not 0, NaNs of other payloads differ")
  func equality() throws {
    #expect(try Tensor(rows: [[.nan]]) == Tensor(rows: [[.nan]]))
    #expect(try Tensor(rows: [[-0.0]]) != Tensor(rows: [[0]]))
    #expect(try Tensor(rows: [[.nan]]) != Tensor(rows: [[-Float.nan]]))
    #expect(try Tensor(rows: [[1, 2]]) != Tensor(rows: [[1], [2]]))
  }

  @Test("a tensor filled by a closure has what the closure wrote, and throws what it throws")
  func initializing() throws {
    struct Stop: Error {}
    let shape = try Shape(height: 2, width: 2)
    let tensor = Tensor(shape: shape) { cells in
      for index in cells.indices { cells.initializeElement(at: index, to: Float(index)) }
    }
    #expect(tensor.values == [0, 1, 2, 3])
    #expect(throws: Stop.self) { try Tensor(shape: shape) { _ throws(Stop) in throw Stop() } }
  }
}
