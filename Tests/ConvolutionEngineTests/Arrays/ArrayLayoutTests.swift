import Testing

@testable import ConvolutionEngine

@Suite("How arrays are laid out for operators")
struct ArrayLayoutTests {
  typealias Axes = [OperandName: [Int]]

  @Test(
    "A plane, a stack and a batch of stacks become N×C×H×W, and the output loses the axes that the input lacks",
    arguments: [
      ([5, 6], [1, 1, 5, 6], [7, 8]), ([3, 5, 6], [1, 3, 5, 6], [4, 7, 8]),
      ([2, 3, 5, 6], [2, 3, 5, 6], [2, 4, 7, 8]),
      ([0, 3, 5, 6], [0, 3, 5, 6], [2, 4, 7, 8]),
    ])
  func planes(input: [Int], tensor: [Int], output: [Int]) throws {
    let arranged = try ArrayLayout.planes.arranged([.input: input], Parameters(defaultsOf: []))
    #expect(arranged.shapes[.input]?.axes == tensor)
    #expect(arranged.outputAxes(try Shape(batch: 2, channels: 4, height: 7, width: 8)) == output)
  }

  @Test("A plain plane takes a single filter, as two or four axes; every other input takes four")
  func filters() throws {
    func shape(_ input: [Int], _ weights: [Int]) throws -> [Int]? {
      try ArrayLayout.planes.arranged([.input: input, .weights: weights], Parameters(defaultsOf: []))
        .shapes[.weights]?.axes
    }
    #expect(try shape([5, 6], [2, 3]) == [1, 1, 2, 3])
    #expect(try shape([5, 6], [1, 1, 2, 3]) == [1, 1, 2, 3])
    #expect(try shape([1, 5, 6], [4, 1, 2, 3]) == [4, 1, 2, 3])
    for (input, weights) in [
      ([5, 6], [2, 1, 2, 3]), ([5, 6], [1, 2, 2, 3]), ([5, 6], [1, 2, 3]), ([1, 5, 6], [2, 3]),
      ([1, 1, 5, 6], [1, 2, 3]),
    ] {
      let error = #expect(throws: ExperimentError.self) { try shape(input, weights) }
      guard case .arrayAxes(.weights, axes: weights, legal: _)? = error else {
        Issue.record("\(input), \(weights): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("A signal is a plane of one row, and its output loses the row again")
  func signals() throws {
    let one = try ArrayLayout.signals.arranged([.input: [9], .weights: [3]], Parameters(defaultsOf: []))
    #expect(one.shapes[.input]?.axes == [1, 1, 1, 9] && one.shapes[.weights]?.axes == [1, 1, 1, 3])
    let shape = try Shape(batch: 2, channels: 4, height: 1, width: 7)
    #expect(one.outputAxes(shape) == [7])
    let axes: Axes = [.input: [2, 3, 9], .weights: [4, 3, 3], .bias: [4]]
    let batch = try ArrayLayout.signals.arranged(axes, Parameters(defaultsOf: []))
    #expect(batch.shapes[.input]?.axes == [2, 3, 1, 9] && batch.shapes[.weights]?.axes == [4, 3, 1, 3])
    #expect(batch.shapes[.bias]?.axes == [1, 4, 1, 1])
    #expect(batch.outputAxes(shape) == [2, 4, 7])
  }

  @Test(
    "A rank that the operator does not take is refused with the ranks that it takes",
    arguments: [
      (ArrayLayout.planes, [.input: [5]], OperandName.input, "(H,W)"),
      (.planes, [.input: [1, 1, 1, 5, 5]], .input, "(N,C,H,W)"),
      (.planes, [.input: [5, 5], .bias: [1, 1]], .bias, "(C)"),
      (.signals, [.input: []], .input, "(L)"), (.signals, [.input: [1, 1, 1, 9]], .input, "(N,C,L)"),
      (.maps, [.input: [5, 5]], .input, "(C,H,W)"), (.elements, [.input: []], .input, "one or more axes"),
      (.axis, [.input: []], .input, "one or more axes"),
      (.channels, [.input: [3]], .input, "(N,C)"), (.channels, [.input: [1, 1, 1, 1, 1, 1]], .input, "(N,C,D,H,W)"),
      (.channels, [.input: [2, 3], .runningMean: [1, 3]], .runningMean, "(C)"),
      (.features, [.input: [5], .weights: [5]], .weights, "(out,in)"),
      (.sequences, [.query: [5], .key: [5], .value: [5]], .query, "(L,E)"),
      (.sampled, [.input: [5, 5], .theta: [1, 2, 3]], .theta, "(2,3)"),
      (.sampled, [.input: [2, 1, 5, 5], .theta: [2, 3]], .theta, "(N,2,3)"),
      (.paddedPlanes, [.input: []], .input, "(L)"),
    ] as [(ArrayLayout, Axes, OperandName, String)])
  func ranks(layout: ArrayLayout, axes: Axes, operand: OperandName, form: String) throws {
    let error = #expect(throws: ExperimentError.self) { try layout.arranged(axes, Parameters(defaultsOf: [])) }
    guard case .arrayAxes(operand, axes: axes[operand], legal: let legal)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(legal.contains(form))
  }

  @Test("Without an operand that it needs a layout names it")
  func missing() {
    #expect(throws: ExperimentError.missingOperand(.input)) {
      try ArrayLayout.planes.arranged([.weights: [3, 3]], Parameters(defaultsOf: []))
    }
    #expect(throws: ExperimentError.missingOperand(.key)) {
      try ArrayLayout.sequences.arranged([.query: [3, 3], .value: [3, 3]], Parameters(defaultsOf: []))
    }
  }

  @Test(
    "The axes around the named one are folded together, whichever it is, and the output gets them back",
    arguments: [
      (0, [1, 2, 60]), (1, [2, 3, 20]), (2, [6, 4, 5]), (3, [24, 5, 1]), (-1, [24, 5, 1]), (-4, [1, 2, 60]),
    ])
  func folding(axis: Int, sides: [Int]) throws {
    var parameters = Parameters(defaultsOf: [])
    parameters[.axis] = .integer(axis)
    let arranged = try ArrayLayout.axis.arranged([.input: [2, 3, 4, 5]], parameters)
    let shape = try #require(arranged.shapes[.input])
    #expect(shape.axes == sides + [1])
    #expect(arranged.parameters[.axis] == .integer(1))
    #expect(arranged.outputAxes(shape) == [2, 3, 4, 5])
  }

  @Test("An axis that the array lacks is refused with those that it has", arguments: [2, -3, .max, .min])
  func noSuchAxis(axis: Int) {
    var parameters = Parameters(defaultsOf: [])
    parameters[.axis] = .integer(axis)
    #expect(throws: ExperimentError.parameterValue(.axis, .integer(axis), legal: .integers(-2...1))) {
      try ArrayLayout.axis.arranged([.input: [2, 3]], parameters)
    }
  }

  @Test("Arrays that are joined may differ along the axis only")
  func joins() throws {
    var parameters = Parameters(defaultsOf: [])
    parameters[.axis] = .integer(-1)
    let arranged = try ArrayLayout.axis.arranged([.input: [2, 3], .secondInput: [2, 4]], parameters)
    #expect(arranged.outputAxes(try Shape(batch: 2, channels: 7, height: 1, width: 1)) == [2, 7])
    for second in [[3, 3], [2, 3, 1], [6]] {
      let error = ExperimentError.mismatch(.input, [2, 3], .secondInput, second, rule: .equalButForAxis)
      #expect(throws: error) { try ArrayLayout.axis.arranged([.input: [2, 3], .secondInput: second], parameters) }
    }
    #expect(throws: ExperimentError.mismatch(.input, [2, 3], .secondInput, [3, 2], rule: .equal)) {
      try ArrayLayout.elements.arranged([.input: [2, 3], .secondInput: [3, 2]], parameters)
    }
  }

  @Test(
    "Flattening joins the axes from one to another",
    arguments: [(1, -1, [2, 60]), (0, -1, [120]), (-2, -1, [2, 3, 20]), (2, 2, [2, 3, 4, 5]), (0, 1, [6, 4, 5])])
  func flattened(start: Int, end: Int, axes: [Int]) throws {
    var parameters = Parameters(defaultsOf: [])
    parameters[.startDimension] = .integer(start)
    parameters[.endDimension] = .integer(end)
    let arranged = try ArrayLayout.flattened.arranged([.input: [2, 3, 4, 5]], parameters)
    #expect(arranged.outputAxes(try #require(arranged.shapes[.input])) == axes)
  }

  @Test("More elements than Int counts are refused, in whatever axes they are folded")
  func tooLarge() {
    let huge = [1 << 31, 1 << 31, 1 << 31]
    for layout in [ArrayLayout.elements, .axis, .planes, .features, .flattened] {
      let error = #expect(throws: ExperimentError.self) {
        try layout.arranged([.input: huge, .weights: [1, 1]], Parameters(defaultsOf: []))
      }
      guard case .shape(.tooLarge)? = error else {
        // Planes refuse the two axes of the weights first.
        if layout == .planes, case .arrayAxes? = error { continue }
        Issue.record("\(layout): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("A plain row is padded left and right by the two numbers that are otherwise vertical and horizontal")
  func paddedRow() throws {
    var parameters = Parameters(defaultsOf: [])
    parameters[.padding] = .sides(Padding(vertical: 1, horizontal: 2))
    let row = try ArrayLayout.paddedPlanes.arranged([.input: [4]], parameters)
    #expect(row.parameters.paddingCells == Padding(top: 0, left: 1, bottom: 0, right: 2))
    let plane = try ArrayLayout.paddedPlanes.arranged([.input: [4, 4]], parameters)
    #expect(plane.parameters.paddingCells == Padding(vertical: 1, horizontal: 2))
    parameters[.padding] = .sides(Padding(top: 1, left: 2, bottom: 3, right: 4))
    #expect(throws: ExperimentError.self) { try ArrayLayout.paddedPlanes.arranged([.input: [4]], parameters) }
  }
}
