/// Layouts of operators whose last axes are spatial.
enum WindowLayout {
  private static let planeForms = ["(H,W)", "(C,H,W)", "(N,C,H,W)"]
  private static let signalForms = ["(L)", "(C,L)", "(N,C,L)"]

  static func planes(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try axes.required(.input)
    guard (2...4).contains(input.count) else { throw .arrayAxes(.input, axes: input, legal: planeForms) }
    var shapes = try vectors(axes)
    shapes[.input] = try leftPadded(input)
    if let weights = axes[.weights] {
      let isPlane = input.count == 2
      let isSingle = weights.count == 2 || (weights.count == 4 && weights.starts(with: [1, 1]))
      guard isPlane ? isSingle : weights.count == 4 else {
        throw .arrayAxes(.weights, axes: weights, legal: isPlane ? ["(kH,kW)", "(1,1,kH,kW)"] : ["(.,.,kH,kW)"])
      }
      shapes[.weights] = try leftPadded(weights)
    }
    return arrangement(shapes, parameters, rank: input.count)
  }

  /// A plain row takes `padding` as left and right: the two numbers that are otherwise vertical and horizontal.
  static func paddedPlanes(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try axes.required(.input)
    guard input.count == 1 else {
      guard (2...4).contains(input.count) else {
        throw .arrayAxes(.input, axes: input, legal: ["(L)"] + planeForms)
      }
      return try planes(axes, parameters)
    }
    var adapted = parameters
    if let padding = parameters.paddingCells {
      guard padding.top == padding.bottom, padding.left == padding.right else {
        throw .parameterValue(.padding, .sides(padding), legal: .texts(["n", "left,right"]))
      }
      adapted[.padding] = .sides(Padding(top: 0, left: padding.top, bottom: 0, right: padding.left))
    }
    return arrangement([.input: try leftPadded(input)], adapted, rank: 1)
  }

  static func maps(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try axes.required(.input)
    guard (3...4).contains(input.count) else {
      throw .arrayAxes(.input, axes: input, legal: Array(planeForms.dropFirst()))
    }
    return arrangement([.input: try leftPadded(input)], parameters, rank: input.count)
  }

  /// A signal is a plane of one row.
  static func signals(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    let input = try axes.required(.input)
    guard (1...3).contains(input.count) else { throw .arrayAxes(.input, axes: input, legal: signalForms) }
    var shapes = try vectors(axes)
    shapes[.input] = try asRows(input)
    if let weights = axes[.weights] {
      let isPlain = input.count == 1
      let isSingle = weights.count == 1 || (weights.count == 3 && weights.starts(with: [1, 1]))
      guard isPlain ? isSingle : weights.count == 3 else {
        throw .arrayAxes(.weights, axes: weights, legal: isPlain ? ["(k)", "(1,1,k)"] : ["(.,.,k)"])
      }
      shapes[.weights] = try asRows(weights)
    }
    let rank = input.count
    return ArrayArrangement(shapes: shapes, parameters: parameters) { output in
      Array([output.batch, output.channels, output.width].suffix(rank))
    }
  }

  static func sampled(
    _ axes: [OperandName: [Int]], _ parameters: Parameters
  ) throws(ExperimentError) -> ArrayArrangement {
    var result = try planes(axes, parameters)
    let theta = try axes.required(.theta)
    let isBatch = try axes.required(.input).count == 4
    guard theta.count == (isBatch ? 3 : 2), theta.suffix(2) == [2, 3] else {
      throw .arrayAxes(.theta, axes: theta, legal: [isBatch ? "(N,2,3)" : "(2,3)"])
    }
    result.shapes[.theta] = try Shape(arranging: (isBatch ? theta[0] : 1, 1, 2, 3))
    return result
  }

  /// Operands with one number for each channel.
  private static func vectors(_ axes: [OperandName: [Int]]) throws(ExperimentError) -> [OperandName: Shape] {
    guard let bias = axes[.bias] else { return [:] }
    return [.bias: try Shape(vector: bias, of: .bias)]
  }

  private static func arrangement(
    _ shapes: [OperandName: Shape], _ parameters: Parameters, rank: Int
  ) -> ArrayArrangement {
    ArrayArrangement(shapes: shapes, parameters: parameters) { Array($0.axes.suffix(rank)) }
  }

  private static func leftPadded(_ axes: [Int]) throws(ExperimentError) -> Shape {
    let sides = Array(repeating: 1, count: 4 - axes.count) + axes
    return try Shape(arranging: (sides[0], sides[1], sides[2], sides[3]))
  }

  private static func asRows(_ axes: [Int]) throws(ExperimentError) -> Shape {
    let sides = Array(repeating: 1, count: 3 - axes.count) + axes
    return try Shape(arranging: (sides[0], sides[1], 1, sides[2]))
  }
}

extension Shape {
  /// One number for each channel, from an array with one axis.
  init(vector axes: [Int], of name: OperandName) throws(ExperimentError) {
    guard axes.count == 1 else { throw .arrayAxes(name, axes: axes, legal: ["(C)"]) }
    try self.init(arranging: (1, axes[0], 1, 1))
  }
}
