/// The weights and bias of a layer while it is trained, with their gradients and velocities, as the register tiles read them:
/// block of filters by block, tap by tap, filter by filter. Filters that fill up the last block stay 0.
final class PackedWeights {
  /// O×K: filters, and taps of each, all channels of its group together.
  let filters: Int
  let taps: Int
  let groups: Int
  /// Filters of a block.
  let rows: Int

  let weights: FloatMemory
  let bias: FloatMemory
  let weightGradient: FloatMemory
  let biasGradient: FloatMemory
  private let weightVelocity: FloatMemory
  private let biasVelocity: FloatMemory
  private let hasBias: Bool
  private let kernels: VectorKernels

  init(filters: Int, taps: Int, groups: Int, hasBias: Bool, kernels: VectorKernels) {
    (self.filters, self.taps, self.groups, self.hasBias) = (filters, taps, groups, hasBias)
    self.kernels = kernels
    let rows = kernels.tileRows
    self.rows = rows
    let filtersPerGroup = filters / groups
    let blocks = (filtersPerGroup + rows - 1) / rows * groups
    func memory(_ count: Int) -> FloatMemory {
      // Whole vectors, and room for kernels that read all rows of the last taps.
      FloatMemory(count: kernels.vectors(count + rows * rows) * kernels.lanes)
    }
    weights = memory(blocks * taps * rows)
    weightGradient = memory(blocks * taps * rows)
    weightVelocity = memory(blocks * taps * rows)
    bias = memory(blocks * rows)
    biasGradient = memory(blocks * rows)
    biasVelocity = memory(blocks * rows)
  }

  var filtersPerGroup: Int { filters / groups }

  /// Blocks of a group.
  var blocks: Int { (filtersPerGroup + rows - 1) / rows }

  /// Where a weight lies.
  func place(filter: Int, tap: Int) -> Int {
    let (block, row) = blockAndRow(of: filter)
    return (block * taps + tap) * rows + row
  }

  /// Where the bias of a filter lies.
  func place(filter: Int) -> Int {
    let (block, row) = blockAndRow(of: filter)
    return block * rows + row
  }

  private func blockAndRow(of filter: Int) -> (Int, Int) {
    let (group, member) = filter.quotientAndRemainder(dividingBy: filtersPerGroup)
    return (group * blocks + member / rows, member % rows)
  }

  /// Takes the numbers of the state dict, O×K and O.
  func load(weights values: [Float], bias biases: [Float]?) {
    for filter in 0..<filters {
      for tap in 0..<taps { weights.start[place(filter: filter, tap: tap)] = values[filter * taps + tap] }
      if let biases { bias.start[place(filter: filter)] = biases[filter] }
    }
  }

  /// The numbers for the state dict; those of the gradient for `gradient`.
  func values(gradient: Bool = false) -> (weights: [Float], bias: [Float]?) {
    let (source, biasSource) = gradient ? (weightGradient, biasGradient) : (weights, bias)
    let values = (0..<(filters * taps)).map { source.start[place(filter: $0 / taps, tap: $0 % taps)] }
    return (values, hasBias ? (0..<filters).map { biasSource.start[place(filter: $0)] } : nil)
  }

  func clearGradients() {
    weightGradient.clear()
    biasGradient.clear()
  }

  /// A step against the gradient.
  func descend(_ method: GradientDescent) {
    let (rate, momentum) = (Float(method.learningRate), Float(method.momentum))
    kernels.table.descend(
      weights.count / kernels.lanes, rate, momentum, weightGradient.start, weightVelocity.start, weights.start)
    guard hasBias else { return }
    kernels.table.descend(
      bias.count / kernels.lanes, rate, momentum, biasGradient.start, biasVelocity.start, bias.start)
  }
}
