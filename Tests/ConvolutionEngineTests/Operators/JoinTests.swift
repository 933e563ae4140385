import ConvolutionEngine
import Testing

@Suite("add and concat") struct JoinTests {
  @Test("add sums cell by cell, rounded once")
  func add() throws {
    let (a, b) = (try Tensor.row([1, 0x1p24, .infinity, .nan]), try Tensor.row([2, 1, -.infinity, 1]))
    #expect(try OperatorName.add.output([.input: a, .secondInput: b]).agrees(with: [3, 0x1p24, .nan, .nan]))
    let experiment = try OperatorName.add.experiment([.input: a, .secondInput: b])
    let terms = experiment.trace(at: Coordinate(row: 0, column: 0)).terms
    #expect(terms.map(\.operand) == [.input, .secondInput] && terms.map(\.value) == [1, 2])
  }

  @Test("add stretches nothing")
  func unequal() throws {
    let (a, b) = (try Tensor.row([1, 2]), try Tensor.row([1]))
    #expect(throws: ExperimentError.mismatch(.input, [1, 1, 1, 2], .secondInput, [1, 1, 1, 1], rule: .equal)) {
      try OperatorName.add.output([.input: a, .secondInput: b])
    }
  }

  @Test("concat puts the second input after the first along each axis", arguments: 0...3)
  func concat(axis: Int) throws {
    var sides = [1, 1, 1, 1]
    sides[axis] = 2
    let shape = try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
    let (a, b) = (try Tensor(shape: shape, values: [1, 2]), try Tensor.row([3]))
    sides[axis] = 3
    for name in [axis, axis - 4] {
      let output = try OperatorName.concat.output([.input: a, .secondInput: b], [.axis: .integer(name)])
      #expect(output.shape.axes == sides && output.values == [1, 2, 3])
    }
  }

  @Test("channels of two planes alternate picture by picture")
  func channels() throws {
    let a = try Tensor.counting(Shape(batch: 2, channels: 1, height: 1, width: 2))
    let b = try Tensor(shape: Shape(batch: 2, channels: 2, height: 1, width: 2), repeating: -1)
    let output = try OperatorName.concat.output([.input: a, .secondInput: b], [.axis: .integer(1)])
    #expect(output.values == [0, 1, -1, -1, -1, -1, 2, 3, -1, -1, -1, -1])
  }

  @Test("arrays name their own axes, and an empty one adds nothing")
  func arrays() throws {
    let a = try NDArray<Float>(axes: [2, 2], values: [1, 2, 3, 4])
    let b = try NDArray<Float>(axes: [2, 1], values: [5, 6])
    let none = try NDArray<Float>(axes: [0, 2], values: [])
    var parameters = Parameters(defaultsOf: OperatorDescription.concat.parameters)
    let rows = try OperatorCall(.concat, arrays: [.input: a, .secondInput: none], parameters: parameters).output()
    #expect(rows?.axes == [2, 2] && rows?.values == a.values)
    parameters[.axis] = .integer(-1)
    let columns = try OperatorCall(.concat, arrays: [.input: a, .secondInput: b], parameters: parameters).output()
    #expect(columns?.axes == [2, 3] && columns?.values == [1, 2, 5, 3, 4, 6])
  }

  @Test("other axes must be equal, and the axis must be there")
  func refusals() throws {
    let (a, b) = (try Tensor(rows: [[1, 2]]), try Tensor(rows: [[1], [2]]))
    #expect(
      throws: ExperimentError.mismatch(.input, [1, 1, 1, 2], .secondInput, [1, 1, 2, 1], rule: .equalButForAxis)
    ) {
      try OperatorName.concat.output([.input: a, .secondInput: b], [.axis: .integer(2)])
    }
    #expect(throws: ExperimentError.parameterValue(.axis, .integer(4), legal: .integers(-4...3))) {
      try OperatorName.concat.output([.input: a, .secondInput: a], [.axis: .integer(4)])
    }
  }
}
