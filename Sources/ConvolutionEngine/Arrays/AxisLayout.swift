/// Layouts of operators that treat most axes alike: those are folded together, which changes no storage order.
enum AxisLayout {
  static func elements(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try anyAxes(axes)
    let shape = try Shape(arranging: (1, 1, 1, try Shape.side(input)))
    var shapes: [OperandName: Shape] = [.input: shape]
    if let second = axes[.secondInput] {
      guard second == input else { throw .mismatch(.input, input, .secondInput, second, rule: .equal) }
      shapes[.secondInput] = shape
    }
    return ArrayArrangement(shapes: shapes, parameters: parameters) { _ in input }
  }

  /// The axes before the named one become the batch, the named one the channels, those after it the height.
  static func axis(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try anyAxes(axes)
    let axis = try index(.axis, of: input.count, parameters)
    var shapes: [OperandName: Shape] = [.input: try folded(input, around: axis)]
    if let second = axes[.secondInput] {
      guard second.count == input.count, zip(second, input).enumerated().allSatisfy({ $0 == axis || $1.0 == $1.1 })
      else { throw .mismatch(.input, input, .secondInput, second, rule: .equalButForAxis) }
      shapes[.secondInput] = try folded(second, around: axis)
    }
    var adapted = parameters
    adapted[.axis] = .integer(1)
    return ArrayArrangement(shapes: shapes, parameters: adapted) { output in
      var axes = input
      axes[axis] = output.channels
      return axes
    }
  }

  static func channels(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try axes.required(.input)
    guard (2...5).contains(input.count) else {
      throw .arrayAxes(.input, axes: input, legal: ["(N,C)", "(N,C,L)", "(N,C,H,W)", "(N,C,D,H,W)"])
    }
    var shapes: [OperandName: Shape] = [
      .input: try Shape(arranging: (input[0], input[1], try Shape.side(input.dropFirst(2)), 1))
    ]
    for name in [OperandName.weights, .bias, .runningMean, .runningVariance] {
      if let vector = axes[name] { shapes[name] = try Shape(vector: vector, of: name) }
    }
    return ArrayArrangement(shapes: shapes, parameters: parameters) { _ in input }
  }

  static func features(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try anyAxes(axes)
    let weights = try axes.required(.weights)
    guard weights.count == 2 else { throw .arrayAxes(.weights, axes: weights, legal: ["(out,in)"]) }
    var shapes: [OperandName: Shape] = [
      .input: try Shape(arranging: (1, 1, try Shape.side(input.dropLast()), input[input.count - 1])),
      .weights: try Shape(arranging: (1, 1, weights[0], weights[1])),
    ]
    if let bias = axes[.bias] { shapes[.bias] = try Shape(vector: bias, of: .bias) }
    return ArrayArrangement(shapes: shapes, parameters: parameters) { input.dropLast() + [$0.width] }
  }

  static func flattened(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try anyAxes(axes)
    let start = try index(.startDimension, of: input.count, parameters)
    let end = try index(.endDimension, of: input.count, parameters)
    guard start <= end else {
      throw .parameterValue(.startDimension, .integer(start), legal: .integers(0...end))
    }
    let joined = try Shape.side(input[start...end])
    return ArrayArrangement(
      shapes: [.input: try Shape(arranging: (1, 1, 1, try Shape.side(input)))], parameters: parameters
    ) { _ in input[..<start] + [joined] + input[(end + 1)...] }
  }

  static func sequences(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let query = try axes.required(.query)
    guard (2...4).contains(query.count) else {
      throw .arrayAxes(.query, axes: query, legal: ["(L,E)", "(B,L,E)", "(N,B,L,E)"])
    }
    let leading = query.dropLast(2)
    let batch = try Shape.side(leading)
    var shapes: [OperandName: Shape] = [:]
    for name in [OperandName.query, .key, .value] {
      let own = try axes.required(name)
      guard own.count == query.count, own.dropLast(2) == leading else {
        throw .mismatch(.query, query, name, own, rule: .onePerPicture)
      }
      shapes[name] = try Shape(arranging: (1, batch, own[own.count - 2], own[own.count - 1]))
    }
    return ArrayArrangement(shapes: shapes, parameters: parameters) { leading + [$0.height, $0.width] }
  }

  // MARK: Parts

  private static func anyAxes(_ axes: [OperandName: [Int]]) throws(ExperimentError) -> [Int] {
    let input = try axes.required(.input)
    guard !input.isEmpty else { throw .arrayAxes(.input, axes: input, legal: ["one or more axes"]) }
    return input
  }

  /// The axis that a parameter names among `rank`; negative ones count from the end.
  private static func index(
    _ name: ParameterName, of rank: Int, _ parameters: Parameters
  ) throws(ExperimentError) -> Int {
    let axis = parameters.integer(name) ?? 0
    guard (-rank..<rank).contains(axis) else {
      throw .parameterValue(name, .integer(axis), legal: .integers(-rank...(rank - 1)))
    }
    return axis < 0 ? axis + rank : axis
  }

  private static func folded(_ axes: [Int], around axis: Int) throws(ExperimentError) -> Shape {
    try Shape(
      arranging: (
        try Shape.side(axes[..<axis]), axes[axis], try Shape.side(axes[(axis + 1)...]), 1
      ))
  }
}
