/// How one output cell of any operator came about: the terms by channel, how they are reduced, what happens after.
public struct CellTrace: Equatable, Sendable {
  /// One factor × one value.
  public struct Term: Equatable, Sendable {
    /// The position read in the operand; outside its shape it is a ghost cell.
    public let position: Coordinate
    /// The cell whose value stands at `position`; nil where the padding is zero.
    public let source: Coordinate?
    /// The value read.
    public let value: Float
    /// Where the factor stands in its own operand.
    public let factorPosition: Coordinate
    public let factor: Float

    public init(
      position: Coordinate, source: Coordinate?, value: Float, factorPosition: Coordinate, factor: Float
    ) {
      self.position = position
      self.source = source
      self.value = value
      self.factorPosition = factorPosition
      self.factor = factor
    }

    /// Whether the value comes from the padding.
    public var isGhost: Bool { source != position }

    /// `factor × value`, exact: the product of two Float32 values always fits a Double.
    public var product: Double { Double(factor) * Double(value) }
  }

  /// The terms of one input channel, in tap order.
  public struct Group: Equatable, Sendable {
    public let channel: Int
    public let terms: [Term]

    public init(channel: Int, terms: [Term]) {
      self.channel = channel
      self.terms = terms
    }
  }

  /// How the products become one number.
  public enum Reduction: String, Sendable {
    case sum, max, mean
  }

  /// What happens to the reduced number.
  public enum EpilogueStep: Equatable, Sendable {
    case addBias(Float)
  }

  /// The output cell that is explained.
  public let cell: Coordinate
  public let groups: [Group]
  public let reduction: Reduction
  public let epilogue: [EpilogueStep]

  public init(cell: Coordinate, groups: [Group], reduction: Reduction, epilogue: [EpilogueStep]) {
    self.cell = cell
    self.groups = groups
    self.reduction = reduction
    self.epilogue = epilogue
  }

  /// All terms in the order in which they are reduced.
  public var terms: [Term] { groups.flatMap(\.terms) }

  /// The value after each term: running sums, running maxima (NaN wins, as in PyTorch) or running means.
  public var runningValues: [Double] {
    var values: [Double] = []
    var sum = 0.0
    for (index, term) in terms.enumerated() {
      switch reduction {
      case .sum:
        sum += term.product
        values.append(sum)
      case .mean:
        sum += term.product
        values.append(sum / Double(index + 1))
      case .max:
        let previous = index == 0 ? term.product : values[index - 1]
        values.append(previous.isNaN || term.product.isNaN ? .nan : Swift.max(previous, term.product))
      }
    }
    return values
  }

  /// The output cell: the last running value, taken through the epilogue in Double and rounded to Float32 once.
  public var result: Float {
    var value = runningValues.last ?? 0
    for step in epilogue {
      switch step {
      case .addBias(let bias): value += Double(bias)
      }
    }
    return Float(roundingSum: value)
  }
}
