import ConvolutionEngine

/// The nearest values of single parameters with which something that was refused would have an output.
///
/// Found by trying: whether shapes and parameters fit costs no look at any number, and what a larger value makes possible,
/// or impossible, an even larger one does too. So it holds for every operator, named padding and rounding included.
package struct NearestLegal: Equatable, Sendable {
  /// One way out: this parameter, on all its axes or sides, with values up to or from a number on.
  package enum Way: Equatable, Sendable {
    case atMost(ParameterName, Int)
    case atLeast(ParameterName, Int)
    /// A kernel of at most this size, where it is no parameter but weights.
    case kernel(atMost: PerAxis<Int>)
  }

  package let ways: [Way]

  /// - Parameters:
  ///   - shapes: those of the operands, as they were wanted.
  ///   - parameters: as they were wanted; they make no output with those shapes.
  package init(_ operation: OperatorName, _ shapes: [OperandName: Shape], _ parameters: Parameters) {
    let trial = Trial(operation: operation, shapes: shapes, parameters: parameters)
    ways = [trial.largest(.dilation), trial.largest(.kernelSize), trial.padding, trial.kernel].compactMap { $0 }
  }
}

/// Whether there would be an output with one thing changed.
private struct Trial {
  let operation: OperatorName
  let shapes: [OperandName: Shape]
  let parameters: Parameters

  private func fits(_ shapes: [OperandName: Shape], _ parameters: Parameters) -> Bool {
    Experiment.outputShape(of: operation, shapes: shapes, parameters: parameters) != nil
  }

  private func fits(_ name: ParameterName, _ value: ParameterValue) -> Bool {
    var changed = parameters
    changed[name] = value
    return fits(shapes, changed)
  }

  /// The largest value from 1 to below the present one; axes that are smaller already stay as they are.
  func largest(_ name: ParameterName) -> NearestLegal.Way? {
    let present: Int
    let value: (Int) -> ParameterValue
    switch parameters[name] {
    case .axes(let pair)?:
      present = max(pair.vertical, pair.horizontal)
      value = { .axes(PerAxis(vertical: min($0, pair.vertical), horizontal: min($0, pair.horizontal))) }
    case .integer(let number)?:
      present = number
      value = { .integer($0) }
    default: return nil
    }
    guard present > 1 else { return nil }
    return Self.last(in: 1..<present) { fits(name, value($0)) }.map { .atMost(name, $0) }
  }

  /// The smallest padding above the present one, or where padding crops the largest below it.
  var padding: NearestLegal.Way? {
    let present: Padding
    let value: (Int) -> ParameterValue
    switch parameters[.padding] {
    case .sides(let sides)?:
      present = sides
      value = { .sides(Padding($0)) }
    case .ends(let ends)?:
      present = Padding(top: 0, left: ends.before, bottom: 0, right: ends.after)
      value = { .ends(AxisPadding($0)) }
    default: return nil
    }
    let largest = max(present.top, present.left, present.bottom, present.right)
    if operation.isTransposed {
      return Self.last(in: 0..<max(0, largest)) { fits(.padding, value($0)) }.map { .atMost(.padding, $0) }
    }
    // Beyond this there would be more cells than an output may have.
    return Self.first(in: (largest + 1)..<(largest + 1 << 13)) { fits(.padding, value($0)) }
      .map { .atLeast(.padding, $0) }
  }

  /// The largest kernel of its own shape or smaller, axis by axis.
  var kernel: NearestLegal.Way? {
    guard let weights = shapes[.weights], weights.height > 1 || weights.width > 1 else { return nil }
    func size(_ rows: Int, _ columns: Int) -> [OperandName: Shape]? {
      var changed = shapes
      guard
        let shape = try? Shape(batch: weights.batch, channels: weights.channels, height: rows, width: columns)
      else { return nil }
      changed[.weights] = shape
      return changed
    }
    func fitsSize(_ rows: Int, _ columns: Int) -> Bool { size(rows, columns).map { fits($0, parameters) } ?? false }
    guard
      let rows = Self.last(in: 1..<(weights.height + 1), where: { fitsSize($0, 1) }),
      let columns = Self.last(in: 1..<(weights.width + 1), where: { fitsSize(1, $0) }), fitsSize(rows, columns)
    else { return nil }
    return .kernel(atMost: PerAxis(vertical: rows, horizontal: columns))
  }

  /// The last number that fits, when those before it do as well.
  private static func last(in range: Range<Int>, where fits: (Int) -> Bool) -> Int? {
    guard let first = range.first, fits(first) else { return nil }
    var (good, bad) = (first, range.upperBound)
    while bad - good > 1 {
      let middle = good + (bad - good) / 2
      if fits(middle) { good = middle } else { bad = middle }
    }
    return good
  }

  /// The first number that fits, when those after it do as well.
  private static func first(in range: Range<Int>, where fits: (Int) -> Bool) -> Int? {
    guard let last = range.last, fits(last) else {
      // The largest may be too large for the output; the small ones are what a person would type.
      return range.prefix(64).first(where: fits)
    }
    var (bad, good) = (range.lowerBound - 1, last)
    while good - bad > 1 {
      let middle = bad + (good - bad) / 2
      if fits(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}

extension ExplorerState {
  /// What would be legal instead of an action that was refused; nil where that is not a question of sizes.
  package func nearestLegal(insteadOf action: ExplorerAction, after error: ExplorerError) -> NearestLegal? {
    switch error {
    case .experiment(.convolution(.geometry(.kernelDoesNotFit))), .experiment(.convolution(.nothingLeft)): break
    default: return nil
    }
    var shapes = experiment.operands.shapes
    var parameters = experiment.parameters
    switch action {
    case .set(let name, let value):
      let specification = OperatorCatalog.description(of: experiment.operation).specification(of: name)
      guard let adopted = specification?.adopted(value) else { return nil }
      parameters[name] = adopted
    case .preset(.weights, let name, nil):
      guard let kernel = KernelPreset.named(name)?.weights.shape else { return nil }
      shapes[.weights] = resized(
        shapes[.weights] ?? kernel, to: PerAxis(vertical: kernel.height, horizontal: kernel.width))
    case .load(.weights, let tensor, _), .loadFile(.weights, let tensor, _): shapes[.weights] = tensor.shape
    case .resize(let operand, let size):
      guard let shape = shapes[operand] else { return nil }
      shapes[operand] = resized(shape, to: size)
    case .load(.input, let tensor, _), .loadFile(.input, let tensor, _): shapes[.input] = tensor.shape
    default: return nil
    }
    let nearest = NearestLegal(experiment.operation, shapes, parameters)
    return nearest.ways.isEmpty ? nil : nearest
  }

  private func resized(_ shape: Shape, to size: PerAxis<Int>) -> Shape {
    (try? Shape(batch: shape.batch, channels: shape.channels, height: size.vertical, width: size.horizontal)) ?? shape
  }
}
