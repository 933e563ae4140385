import ConvolutionEngine

/// The kernels, and where there are some the biases, that bring the output as near to a target as any can.
///
/// Each output cell is a sum over its window: one equation, linear in the weights. Filters share no weights, so each is
/// fitted by itself. Of several kernels that do equally well it is the one with the smallest sum of squares.
package struct KernelFit: Sendable {
  package let weights: Tensor
  package let bias: Tensor?
  /// How many weights and biases, or mixtures of them, make no difference to the output on this input.
  package let freedom: Int

  /// The most weights and biases of one filter.
  package static let unknownLimit = 4096
  /// The most numbers in the equations of one filter.
  static let equationLimit = 1 << 23
  /// The most multiplications: a fraction of a second, since no key is taken meanwhile.
  static let workLimit = 1 << 28

  /// - Throws: `FitProblem` for an operator without a kernel, a target of another shape, numbers that are not finite, and
  ///   systems that are too large.
  package init(of experiment: Experiment, to target: Tensor) throws(FitProblem) {
    try Self.check(experiment, target)
    guard let old = experiment.operands[.weights] else { throw .noKernel(experiment.operation) }
    var weights = Tensor(shape: old.shape)
    var bias = experiment.operands[.bias]
    var freedom = 0
    for filter in 0..<experiment.outputShape.channels {
      let equations = FilterEquations(of: experiment, filter: filter)
      guard let system = equations.system, equations.isFinite else { throw .notFinite }
      let solution = system.solution(for: equations.targets(in: target))
      let largest = solution.values.reduce(0) { max($0, abs($1)) }
      // What is 0 but for rounding is 0.
      let values = solution.values.map { Float(abs($0) <= 1e-12 * largest ? 0 : $0) }
      guard values.allSatisfy(\.isFinite) else { throw .notFinite }
      for (place, value) in zip(equations.unknowns, values) { weights[place] = value }
      if equations.biasFactor != nil, let value = values.last { bias?[channel: filter, row: 0, column: 0] = value }
      freedom += solution.values.count - solution.rank
    }
    self.weights = weights
    self.bias = bias
    self.freedom = freedom
  }

  private static func check(_ experiment: Experiment, _ target: Tensor) throws(FitProblem) {
    let operation = experiment.operation
    guard let weights = experiment.operands[.weights],
      operation == .conv1d || operation == .conv2d || operation.isTransposed
    else { throw .noKernel(operation) }
    let shape = experiment.outputShape
    guard target.shape == shape else { throw .shape(target.shape, output: shape) }
    guard target.values.allSatisfy(\.isFinite) else { throw .notFinite }
    let unknowns = weights.shape.count / max(1, shape.channels) + (experiment.operands[.bias] == nil ? 0 : 1)
    guard unknowns <= unknownLimit else { throw .tooManyUnknowns(unknowns, limit: unknownLimit) }
    let cells = shape.count / max(1, shape.channels)
    let (equations, overflow) = cells.multipliedReportingOverflow(by: unknowns)
    guard !overflow, equations <= equationLimit,
      equations <= workLimit / max(1, min(cells, unknowns)) / max(1, shape.channels)
    else { throw .tooManyEquations(cells, unknowns: unknowns) }
  }
}

/// Why nothing can be fitted. Facts only.
package enum FitProblem: Error, Equatable, Sendable {
  /// There is no target.
  case noTarget
  /// The operator has no kernel that its output is linear in.
  case noKernel(OperatorName)
  case shape(Shape, output: Shape)
  /// More weights and biases in one filter than `limit`.
  case tooManyUnknowns(Int, limit: Int)
  /// So many output cells and so many unknowns would take too long.
  case tooManyEquations(Int, unknowns: Int)
  /// An input, a target or a solution is no finite number.
  case notFinite
}
