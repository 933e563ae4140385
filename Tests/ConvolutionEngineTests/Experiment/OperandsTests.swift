import Testing

@testable import ConvolutionEngine

@Suite struct OperandsTests {
  @Test("operands keep their order; a later one of the same name takes the place of the earlier one, nil removes it")
  func order() throws {
    let (one, two) = try (Tensor(rows: [[1]]), Tensor(rows: [[2]]))
    var operands = Operands([.weights: one, .input: one, .weights: two])
    #expect(operands.names == [.weights, .input])
    #expect(operands[.weights] == two)
    operands[.input] = two
    operands[.bias] = one
    #expect(operands.names == [.weights, .input, .bias])
    operands[.weights] = nil
    operands[.weights] = nil
    #expect(operands.names == [.input, .bias])
    #expect(operands[.weights] == nil)
  }

  @Test("writing one element keeps the buffer: editing a large picture copies nothing")
  func inPlace() throws {
    func address(_ operands: Operands) -> UInt? {
      operands[.input]?.values.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
    var operands = try Operands([.input: Tensor(shape: Shape(height: 300, width: 300))])
    let before = address(operands)
    operands.setValue(5, of: .input, at: Coordinate(row: 299, column: 1))
    #expect(address(operands) == before)
    #expect(operands[.input]?[row: 299, column: 1] == 5)
    // The check can fail: a second owner forces a copy.
    let copy = operands
    operands.setValue(6, of: .input, at: Coordinate(row: 0, column: 0))
    #expect(address(operands) != before)
    #expect(copy[.input]?[row: 0, column: 0] == 0)
  }

  @Test("writing to an operand that is not there does nothing")
  func absent() throws {
    var operands = try Operands([.input: Tensor(rows: [[1]])])
    let before = operands
    operands.setValue(5, of: .bias, at: Coordinate(row: 0, column: 0))
    #expect(operands == before)
  }
}
